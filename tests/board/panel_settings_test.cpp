#include "display_board/panel/panel_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_dir.h"

namespace navbat::board {
namespace {

using ::testing::HasSubstr;

class PanelTable : public ::testing::Test {
 protected:
  PanelSettings read(const std::string& lines) {
    const std::string file = folder_.file("board.toml");
    std::ofstream(file) << "[panel]\n" << lines;
    system::ConfigReader reader(file);
    PanelSettings settings = read_panel(reader);
    reader.refuse_unknown_keys();
    return settings;
  }

  std::string error_of(const std::string& lines) {
    try {
      static_cast<void>(read(lines));
    } catch (const system::ConfigError& error) {
      return error.what();
    }
    return "no error";
  }

  navbat::testing::TempDir folder_;
};

TEST_F(PanelTable, MayBeEmpty) {
  const PanelSettings settings = read("");
  EXPECT_EQ(settings.rates, "");
  EXPECT_EQ(settings.messages, "");
  EXPECT_TRUE(settings.pictures.empty());
}

TEST_F(PanelTable, MeansFilesFromItsOwnFolder) {
  const PanelSettings settings = read(
      "rates = 'rates.json'\nmessages = '/srv/messages.json'\npictures = 'pictures'\n"
      "rates_valid_days = 3\nrefresh_s = 30\n");
  EXPECT_EQ(settings.rates, folder_.file("rates.json"));
  EXPECT_EQ(settings.messages, "/srv/messages.json");
  EXPECT_EQ(settings.pictures, folder_.file("pictures"));
  EXPECT_EQ(settings.rates_valid_days, 3);
  EXPECT_EQ(settings.refresh, std::chrono::seconds(30));
}

TEST_F(PanelTable, TakesAddressesAsTheyAre) {
  const PanelSettings settings = read("rates = 'https://www.bank.example/rates?branch=7'\n");
  EXPECT_EQ(settings.rates, "https://www.bank.example/rates?branch=7");
  EXPECT_TRUE(is_web_address(settings.rates));
}

TEST_F(PanelTable, SaysLineKeyAndWhatWasExpected) {
  EXPECT_THAT(error_of("refresh_s = 1\n"),
              ::testing::AllOf(HasSubstr("board.toml:2: panel.refresh_s"), HasSubstr("5 to 3600")));
  EXPECT_THAT(error_of("rates_valid_days = 0\n"), HasSubstr("panel.rates_valid_days"));
  EXPECT_THAT(error_of("rates = 'ftp://bank.example/rates'\n"), HasSubstr("http:// or https://"));
  EXPECT_THAT(error_of("messages = 'http://'\n"), HasSubstr("expected an address like"));
  EXPECT_THAT(error_of("messages = 'http://bank.example/a b'\n"), HasSubstr("an address like"));
  EXPECT_THAT(error_of("rates = 7\n"), HasSubstr("expected a text"));
  EXPECT_THAT(error_of("rate = 'rates.json'\n"), HasSubstr("panel.rate: not known"));
}

}  // namespace
}  // namespace navbat::board
