#include "server_sync/server/config/server_config.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "system/config_reader.h"
#include "tests/support/temp_dir.h"

namespace navbat::server {
namespace {

class DemoConfig : public ::testing::Test {
 protected:
  static std::filesystem::path original() {
    return std::filesystem::path{std::getenv("NAVBAT_SOURCE")} / "config" / "demo.toml";
  }
  static std::string text() {
    std::ostringstream all;
    all << std::ifstream{original()}.rdbuf();
    return all.str();
  }
  // The demo's configuration with `from` replaced by `to`; the one line that it is refused with.
  std::string error_with(const std::string& from, const std::string& to) {
    std::string changed = text();
    const std::size_t at = changed.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    changed.replace(at, from.size(), to);
    const std::string file = dir_.file("demo.toml");
    std::ofstream{file} << changed;
    try {
      (void)read_server_config(file);
    } catch (const system::ConfigError& error) {
      const std::string line = error.what();
      return line.substr(line.find("demo.toml"));
    }
    return "";
  }
  testing::TempDir dir_;
};

TEST_F(DemoConfig, IsTheBranchOfTheContract) {
  const ServerConfig config = read_server_config(original());
  EXPECT_EQ(config.branch.id.value(), "demo");
  std::string letters;
  std::string services;
  for (const domain::Service& service : config.branch.services) {
    letters += service.letter;
    services += service.id.value() + " ";
  }
  EXPECT_EQ(letters, "ABCDEF");
  EXPECT_EQ(services, "cash payments cards loans deposits business ");
  EXPECT_EQ(config.branch.counters.size(), 8u);
  EXPECT_EQ(config.standing_counters.size(), 8u);
  EXPECT_TRUE(config.is_demo());
}

TEST_F(DemoConfig, NamesEveryServiceInEveryLanguage) {
  const ServerConfig config = read_server_config(original());
  for (const protocol::ServiceInfo& service : config.info.services) {
    EXPECT_EQ(service.name.size(), config.info.languages.size()) << service.id.value();
    EXPECT_EQ(service.hint.size(), config.info.languages.size()) << service.id.value();
  }
}

TEST_F(DemoConfig, IsRefusedWithFileLineKeyAndWhatWasExpected) {
  EXPECT_EQ(
      error_with("\"127.0.0.1:8080\"", "\"somewhere\""),
      "demo.toml:8: server.listen: expected an address and a port such as \"127.0.0.1:8080\"");
  EXPECT_EQ(error_with("\"Asia/Tashkent\"", "\"Asia/Nowhere\""),
            "demo.toml:16: branch.time_zone: expected an IANA time zone such as \"Asia/Tashkent\"");
  EXPECT_EQ(error_with("rule = \"accumulating\"", "rule = \"lottery\""),
            "demo.toml:25: order.rule: expected one of \"accumulating\" \"fifo\" \"ratio\"");
  EXPECT_EQ(error_with("letter = \"B\"", "letter = \"A\""),
            "demo.toml: service \"payments\": expected a letter that no other service has");
  EXPECT_EQ(error_with("max_overtakes = 10", "max_overtake = 10"),
            "demo.toml:26: order.max_overtake: not known; expected only documented keys");
  EXPECT_EQ(error_with("day_starts_at = \"00:00\"", "day_starts_at = \"25:00\""),
            "demo.toml:17: branch.day_starts_at: expected a time from \"00:00\" to \"12:00\"");
}

TEST(Listen, IsAnAddressAndAPort) {
  EXPECT_EQ(parse_listen("127.0.0.1:8080")->port, 8080);
  EXPECT_EQ(parse_listen("[::1]:80")->host, "::1");
  for (const char* text : {"", ":80", "host", "host:", "host:99999", "host:8x", "host:-1"}) {
    EXPECT_FALSE(parse_listen(text).has_value()) << text;
  }
}

TEST(Listen, KnowsLoopback) {
  for (const char* host : {"127.0.0.1", "127.9.9.9", "::1", "localhost"})
    EXPECT_TRUE(is_loopback(host));
  for (const char* host : {"0.0.0.0", "10.0.0.1", "::", "localhost.example"}) {
    EXPECT_FALSE(is_loopback(host)) << host;
  }
}

}  // namespace
}  // namespace navbat::server
