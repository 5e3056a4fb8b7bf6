#include "display_board/app/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "system/config_reader.h"
#include "tests/support/temp_dir.h"

namespace navbat::board {
namespace {

using ::testing::HasSubstr;

std::filesystem::path shipped() {
  return std::filesystem::path(std::getenv("NAVBAT_SOURCE")) / "config" / "board.toml";
}

// The error of the shipped file with `from` replaced by `to`.
std::string error_with(const std::string& from, const std::string& to) {
  std::stringstream text;
  text << std::ifstream(shipped()).rdbuf();
  std::string changed = text.str();
  const std::size_t at = changed.find(from);
  if (at == std::string::npos) {
    return "the shipped file lacks: " + from;
  }
  changed.replace(at, from.size(), to);
  const navbat::testing::TempDir folder;
  const std::filesystem::path file = folder.file("board.toml");
  std::ofstream(file) << changed;
  try {
    static_cast<void>(read_config(file));
  } catch (const system::ConfigError& error) {
    return error.what();
  }
  return "no error";
}

TEST(BoardConfig, ReadsTheShippedFile) {
  const Config config = read_config(shipped());
  EXPECT_EQ(config.server.token, "demo-board");
  EXPECT_EQ(config.texts.turns.languages.size(), 3U);
  EXPECT_TRUE(std::filesystem::exists(config.brand.logo));
  EXPECT_TRUE(std::filesystem::exists(config.texts.folder / "uz.json"));
}

TEST(BoardConfig, SaysFileLineKeyAndWhatWasExpected) {
  EXPECT_THAT(error_with("width_mm = 1218", "width_mm = 12"),
              ::testing::AllOf(HasSubstr("board.toml:16: "), HasSubstr("screen.width_mm"),
                               HasSubstr("expected a number from 150 to 10000")));
  EXPECT_THAT(error_with("\"ru\", \"en\"", "\"ru\", \"klingon\""),
              HasSubstr("expected some of uz, uz-Cyrl"));
  EXPECT_THAT(error_with("width_mm = 1218", "width_mm = 700"),
              HasSubstr("expected a screen 700 mm wide can be read from"));
  EXPECT_THAT(error_with("layout = \"hall\"", "layout = \"counter\""),
              HasSubstr("zone.counters: missing; expected the one counter"));
  EXPECT_THAT(error_with("show = \"in_turn\"", "show = \"mixed\""), HasSubstr("texts.show"));
  EXPECT_THAT(error_with("volume = 0.9", "volume = 9"), HasSubstr("audio.volume"));
  EXPECT_THAT(error_with("http://127", "ftp://127"), HasSubstr("expected an address like"));
  EXPECT_THAT(error_with("turn_s", "turn_seconds"), HasSubstr("turn_seconds"));
}

}  // namespace
}  // namespace navbat::board
