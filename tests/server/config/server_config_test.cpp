#include "server_sync/server/config/server_config.h"

#include <cstdlib>
#include <fstream>
#include <set>
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

TEST_F(DemoConfig, IsOpenAtAnyTimeAndTakesAnyNumber) {
  const ServerConfig config = read_server_config(original());
  EXPECT_EQ(config.branch.hours, domain::OpeningHours{});
  for (const domain::Service& service : config.branch.services) {
    EXPECT_EQ(service.hours, std::nullopt) << service.id.value();
    EXPECT_EQ(service.quota, std::nullopt) << service.id.value();
  }
}

TEST_F(DemoConfig, OffersAWayWithoutWaitingForEveryServiceInEveryLanguage) {
  const ServerConfig config = read_server_config(original());
  std::set<domain::ServiceId> offered;
  for (const protocol::AlternativeInfo& alternative : config.info.alternatives) {
    EXPECT_EQ(alternative.name.size(), config.info.languages.size()) << alternative.id.value();
    EXPECT_EQ(alternative.place.size(), config.info.languages.size()) << alternative.id.value();
    offered.insert(alternative.services.begin(), alternative.services.end());
  }
  EXPECT_EQ(offered.size(), config.branch.services.size());
}

// What a branch adds to the demo's file, before its first service.
class BranchConfigFile : public DemoConfig {
 protected:
  std::string error_of(const std::string& added) {
    return error_with("[[services]]\nid = \"cash\"", added + "[[services]]\nid = \"cash\"");
  }
  // Of what is said about the first service.
  std::string error_of_service(const std::string& added, const std::string& before = "") {
    return error_with("[[services]]\nid = \"cash\"",
                      before + "[[services]]\n" + added + "id = \"cash\"");
  }
  static std::string group(const std::string& id, const std::string& more = "") {
    return "[[groups]]\nid = \"" + id + "\"\nname = { en = \"G\" }\n" + more;
  }
  static std::string without_line(const std::string& error) {
    const auto at = error.find(": ");
    return at == std::string::npos ? error : error.substr(at + 2);
  }
};

TEST_F(BranchConfigFile, TakesHoursSpecialDaysQuotasGroupsAndDetails) {
  std::string all = text();
  const std::string first = "[[services]]\nid = \"cash\"";
  all.replace(all.find(first), first.size(),
              "[[special_days]]\ndate = \"2026-12-31\"\nhours = \"09:00-14:00\"\n"
              "[[special_days]]\ndate = \"2027-01-01\"\nclosed = true\n" +
                  group("top") + group("money", "parent = \"top\"\n") +
                  "[[services]]\nquota = 40\ngroup = \"money\"\ndetails = \"phone\"\n"
                  "hours = { mon = \"09:00-13:00\" }\nid = \"cash\"");
  const std::string zone = "time_zone = \"Asia/Tashkent\"";
  all.replace(all.find(zone), zone.size(),
              zone + "\nhours = { mon = \"09:00-13:00 14:00-18:00\", sat = \"10:00-13:00\" }");
  const std::string file = dir_.file("demo.toml");
  std::ofstream{file} << all;
  const ServerConfig config = read_server_config(file);
  EXPECT_EQ(to_string(config.branch.hours.week->days[0]), "09:00-13:00 14:00-18:00");
  EXPECT_TRUE(config.branch.hours.week->days[1].empty());
  EXPECT_EQ(config.branch.hours.special_days.size(), 2u);
  EXPECT_EQ(config.info.hours, config.branch.hours);
  EXPECT_EQ(config.branch.services[0].quota, 40);
  EXPECT_EQ(to_string(config.branch.services[0].hours->days[0]), "09:00-13:00");
  EXPECT_EQ(config.info.services[0].group, domain::GroupId{"money"});
  EXPECT_TRUE(config.info.services[0].asks_phone);
  EXPECT_EQ(config.info.groups[1].parent, domain::GroupId{"top"});
}

TEST_F(BranchConfigFile, IsRefusedForHoursThatCannotBe) {
  EXPECT_EQ(without_line(error_of_service("hours = { mon = \"9-18\" }\n")),
            "services[0].hours.mon: expected times such as \"09:00-18:00\" or \"09:00-13:00 "
            "14:00-18:00\", one after the other");
  EXPECT_EQ(without_line(error_of_service("hours = { monday = \"09:00-18:00\" }\n")),
            "services[0].hours: expected days such as { mon = \"09:00-18:00\" }, from mon to sun");
  EXPECT_EQ(without_line(
                error_of_service("hours = { mon = \"09:00-18:00\", tuesday = \"09:00-18:00\" }\n")),
            "services[0].hours.tuesday: not known; expected only documented keys");
  EXPECT_EQ(without_line(error_of("[[special_days]]\ndate = \"31.12.2026\"\nclosed = true\n")),
            "special_days[0].date: expected a date such as \"2026-12-31\", each once");
  EXPECT_EQ(without_line(error_of("[[special_days]]\ndate = \"2026-12-31\"\n")),
            "special_days[0].date: expected closed = true, or hours such as \"09:00-14:00\", not "
            "both");
  EXPECT_EQ(without_line(error_of_service("quota = 0\n")),
            "services[0].quota: expected a whole number from 1 to 1000000");
  EXPECT_EQ(without_line(error_of_service("details = \"passport\"\n")),
            "services[0].details: expected one of \"phone\"");
}

TEST_F(BranchConfigFile, IsRefusedForAMenuWithACycleAnUnknownOrAnEmptyGroup) {
  const std::string in_a = "group = \"a\"\n";
  EXPECT_EQ(without_line(error_of_service(
                in_a, group("a", "parent = \"b\"\n") + group("b", "parent = \"a\"\n"))),
            "groups[0].parent: expected a group that is not inside this one");
  EXPECT_EQ(without_line(error_of_service(in_a, group("a", "parent = \"a\"\n"))),
            "groups[0].parent: expected a group that is not inside this one");
  EXPECT_EQ(without_line(error_of_service(in_a, group("a", "parent = \"attic\"\n"))),
            "groups[0].parent: expected the id of one of [[groups]]");
  EXPECT_EQ(without_line(error_of_service(in_a)),
            "services[0].group: expected the id of one of [[groups]]");
  EXPECT_EQ(without_line(error_of_service(in_a, group("a") + group("a"))),
            "groups[1].id: expected a name that no other group has");
  EXPECT_EQ(without_line(
                error_of_service(in_a, group("a") + group("b") + group("c", "parent = \"b\"\n"))),
            "groups[1].id: expected a group that a service is in, or a group with one");
  // With its place, as an editor shows it.
  EXPECT_NE(error_of(group("a")).find("demo.toml:"), std::string::npos);
}

TEST_F(BranchConfigFile, IsRefusedForAnAlternativeThatCouldNotBeShown) {
  const auto with = [this](const std::string& from, const std::string& to) {
    return without_line(error_with(from, to));
  };
  EXPECT_EQ(with("kind = \"atm\"", "kind = \"drone\""),
            "alternatives[0].kind: expected one of \"atm\" \"terminal\" \"app\" "
            "\"quieter_hour\" \"branch\"");
  EXPECT_EQ(with("services = [\"cash\"]", "services = [\"haircut\"]"),
            "alternatives[0].services: expected ids of [[services]]");
  EXPECT_EQ(with("id = \"lobby-terminal\"", "id = \"lobby-atm\""),
            "alternatives[1].id: expected a name that no other alternative has");
  EXPECT_EQ(with("https://meridian.example/app", "meridian app"),
            "alternatives[2].url: expected an address such as \"https://bank.example/app\", at "
            "most 500 bytes");
  // An app without an address has nothing to scan.
  EXPECT_NE(with("kind = \"atm\"", "kind = \"app\"").find("missing"), std::string::npos);
  EXPECT_NE(with("kind = \"atm\"", "kind = \"branch\"").find("missing"), std::string::npos);
}

TEST_F(DemoConfig, IsRefusedWithFileLineKeyAndWhatWasExpected) {
  EXPECT_EQ(
      error_with("\"127.0.0.1:8080\"", "\"somewhere\""),
      "demo.toml:8: server.listen: expected an address and a port such as \"127.0.0.1:8080\"");
  EXPECT_EQ(error_with("\"Asia/Tashkent\"", "\"Asia/Nowhere\""),
            "demo.toml:16: branch.time_zone: expected an IANA time zone such as \"Asia/Tashkent\"");
  EXPECT_EQ(error_with("rule = \"accumulating\"", "rule = \"lottery\""),
            "demo.toml:26: order.rule: expected one of \"accumulating\" \"fifo\" \"ratio\"");
  EXPECT_EQ(error_with("letter = \"B\"", "letter = \"A\""),
            "demo.toml: service \"payments\": expected a letter that no other service has");
  EXPECT_EQ(error_with("max_overtakes = 10", "max_overtake = 10"),
            "demo.toml:27: order.max_overtake: not known; expected only documented keys");
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
