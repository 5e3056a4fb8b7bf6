#include "kiosk/app/config.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "system/config_reader.h"

namespace navbat::kiosk {
namespace {

namespace fs = std::filesystem;

class KioskConfig : public testing::Test {
 protected:
  KioskConfig() {
    fs::create_directories(folder_);
    std::ifstream stream(shipped_);
    text_ = {std::istreambuf_iterator<char>(stream), {}};
  }
  ~KioskConfig() override { fs::remove_all(folder_); }

  void replace(const std::string& from, const std::string& to) {
    const std::size_t at = text_.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text_.replace(at, from.size(), to);
  }

  // The one line that the changed file gives; empty when it is taken.
  std::string fault() {
    const fs::path file = folder_ / "kiosk.toml";
    std::ofstream(file) << text_;
    try {
      read_config(file);
      return "";
    } catch (const system::ConfigError& error) {
      return error.what();
    }
  }

  fs::path shipped_ = fs::path(std::getenv("NAVBAT_SOURCE")) / "config" / "kiosk.toml";
  fs::path folder_ = fs::path(testing::TempDir()) / ("navbat_config_" + std::to_string(::getpid()));
  std::string text_;
};

TEST_F(KioskConfig, ShippedOneIsRightAndItsPathsExist) {
  const Config config = read_config(shipped_);
  EXPECT_EQ(config.server.branch, "demo");
  EXPECT_EQ(config.kiosk.letter, 'X');
  EXPECT_TRUE(fs::exists(config.brand.logo));
  EXPECT_TRUE(fs::exists(config.catalogues));
  EXPECT_EQ(config.languages.size(), 7U);
}

TEST_F(KioskConfig, TakesAScreenThatLies) {
  replace("pixels = [1080, 1920]", "pixels = [1920, 1080]");
  replace("width_mm = 267.7", "width_mm = 476");
  EXPECT_EQ(fault(), "");
}

TEST_F(KioskConfig, RefusesAScreenWithoutSize) {
  replace("pixels = [1080, 1920]", "pixels = [0, 1920]");
  EXPECT_NE(fault().find("screen.pixels"), std::string::npos) << fault();
}

TEST_F(KioskConfig, RefusesAPinInPlainText) {
  const std::size_t from = text_.find("pin_hash = ");
  text_.replace(from, text_.find('\n', from) - from, "pin_hash = \"2580\"");
  EXPECT_NE(fault().find("navbat-kiosk --hash-pin"), std::string::npos) << fault();
}

TEST_F(KioskConfig, RefusesAKeyThatTypesALetter) {
  replace("# keys = {", "keys = { next = [\"A\"] } # {");
  EXPECT_NE(fault().find("access.keys.next"), std::string::npos) << fault();
}

TEST_F(KioskConfig, RefusesAPrinterWithoutAnAddress) {
  replace("kind = \"png\"", "kind = \"escpos\"");
  EXPECT_NE(fault().find("printing.address"), std::string::npos) << fault();
}

TEST_F(KioskConfig, NamesFileLineKeyAndWhatWasExpected) {
  replace("letter = \"X\"", "letter = \"x\"");
  const std::string line = fault();
  EXPECT_NE(line.find("kiosk.toml:13: device.letter: expected one capital letter"),
            std::string::npos)
      << line;
}

TEST_F(KioskConfig, RefusesWrongKindsRangesAndAbsence) {
  const std::string good = text_;
  const std::vector<std::array<std::string, 3>> cases{
      {"width_mm = 267.7", "width_mm = 0", "screen.width_mm: expected a number from 262 to 560"},
      {"width_mm = 267.7", "width_mm = nan", "screen.width_mm: expected a number"},
      {"width_mm = 267.7", "width_mm = \"wide\"", "screen.width_mm: expected a number"},
      {"fullscreen = false", "fullscreen = 1", "screen.fullscreen: expected true or false"},
      {"token = \"demo-kiosk\"", "", "server.token: missing; expected a text"},
      {"url = \"http://127.0.0.1:8080\"", "url = \"localhost\"", "server.url: expected an address"},
      {"branch = \"demo\"", "branch = \"a b\"", "server.branch: expected a name"},
      {"languages = [\"uz\",", "languages = [\"ru\",", "texts.languages: expected a list"},
      {"# color = \"#123A7A\"", "color = \"blue\"", "brand.color: expected a colour"},
      {"fullscreen = false", "full_screen = true", "screen.full_screen: not known"},
      {"[server]", "[server", "expected TOML"}};
  for (const auto& [from, to, expected] : cases) {
    text_ = good;
    replace(from, to);
    const std::string line = fault();
    EXPECT_NE(line.find(expected), std::string::npos) << to << " gave: " << line;
    EXPECT_EQ(line.find('\n'), std::string::npos) << line;
  }
}

TEST_F(KioskConfig, SaysWhenThereIsNoFile) {
  EXPECT_THROW(read_config(folder_ / "none.toml"), system::ConfigError);
}

}  // namespace
}  // namespace navbat::kiosk
