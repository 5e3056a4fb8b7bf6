// navbat-kiosk with something broken beside it: one clear line, status 2, and no window.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "tests/support/child_process.h"
#include "tests/support/temp_dir.h"

namespace navbat {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

void replace_in(const fs::path& file, const std::string& from, const std::string& to) {
  std::string text = text_of(file);
  const std::size_t at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from << " is not in " << file;
  std::ofstream(file) << text.replace(at, from.size(), to);
}

// A copy of the shipped configuration with its assets, to break.
class BrokenKiosk : public ::testing::Test {
 protected:
  BrokenKiosk() {
    fs::create_directories(here_ / "config");
    fs::copy(testing::tree_file("assets"), here_ / "assets", fs::copy_options::recursive);
    fs::copy(testing::tree_file("config/kiosk.toml"), config_);
  }

  // What it says when it is started; the status must be 2 and the line a single one.
  std::string starts_with_the_words() {
    testing::ChildProcess kiosk(
        {testing::program("navbat-kiosk").string(), "--config", config_.string()}, here_ / "out",
        here_ / "err");
    const auto status = kiosk.wait(std::chrono::seconds{30});
    EXPECT_EQ(status, std::optional<int>(2)) << kiosk.out();
    const std::string said = kiosk.err();
    EXPECT_EQ(said.find('\n'), said.size() - 1) << said;
    EXPECT_TRUE(said.starts_with("navbat-kiosk: ")) << said;
    return said;
  }
  bool says(const std::string& words) {
    const std::string said = starts_with_the_words();
    EXPECT_NE(said.find(words), std::string::npos) << said;
    return !::testing::Test::HasFailure();
  }

  testing::TempDir temp_;
  fs::path here_ = temp_.path();
  fs::path config_ = here_ / "config" / "kiosk.toml";
  fs::path russian_ = here_ / "assets" / "lang" / "ru.json";
};

TEST_F(BrokenKiosk, NamesAMissingCatalogue) {
  fs::remove(russian_);
  EXPECT_TRUE(says("ru.json: cannot be read; expected a catalogue of texts"));
}

TEST_F(BrokenKiosk, NamesTheLineOfABrokenCatalogue) {
  replace_in(russian_, "{\n", "{\n  broken\n");
  EXPECT_TRUE(says("ru.json:2: syntax error; expected one JSON object of keys and texts"));
}

TEST_F(BrokenKiosk, NamesTheKeyThatACatalogueLacks) {
  replace_in(russian_, "\"kiosk.home.welcome\"", "\"kiosk.home.farewell\"");
  EXPECT_TRUE(says("ru.json: kiosk.home."));
}

TEST_F(BrokenKiosk, NamesALogoThatIsNotThere) {
  fs::remove(here_ / "assets" / "icons" / "bank.png");
  EXPECT_TRUE(says("bank.png: cannot be read; expected a PNG picture"));
}

TEST_F(BrokenKiosk, NamesALogoThatIsNoPicture) {
  std::ofstream(here_ / "assets" / "icons" / "bank.png") << "no picture";
  EXPECT_TRUE(says("bank.png: cannot be read; expected a PNG picture"));
}

TEST_F(BrokenKiosk, NamesLineAndKeyOfAScreenWithoutWidth) {
  replace_in(config_, "width_mm = 267.7", "width_mm = 0");
  EXPECT_TRUE(says("screen.width_mm: expected a number from 262 to 560"));
}

TEST_F(BrokenKiosk, NamesAPinThatIsNoHash) {
  replace_in(config_, "pin_hash = \"$argon2id", "pin_hash = \"2580");
  EXPECT_TRUE(says("staff.pin_hash: expected what `navbat-kiosk --hash-pin` prints"));
}

TEST_F(BrokenKiosk, NamesAPrinterOfNoKnownKind) {
  replace_in(config_, "kind = \"png\"", "kind = \"fax\"");
  EXPECT_TRUE(says("printing.kind: expected"));
}

}  // namespace
}  // namespace navbat
