#include "system/config_reader.h"

#include <fstream>
#include <functional>

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace navbat::system {
namespace {

class Config : public ::testing::Test {
 protected:
  std::string file(const std::string& text) {
    const std::string path = dir_.file("test.toml");
    std::ofstream{path} << text;
    return path;
  }
  // The one line, without the folder.
  std::string error_of(const std::string& text, const std::function<void(ConfigReader&)>& read) {
    try {
      ConfigReader reader{file(text)};
      read(reader);
    } catch (const ConfigError& error) {
      const std::string line = error.what();
      return line.substr(line.find("test.toml"));
    }
    return "";
  }
  testing::TempDir dir_;
};

TEST_F(Config, NamesFileLineKeyAndWhatWasExpected) {
  EXPECT_EQ(error_of("[a]\nb = 7\n", [](ConfigReader& r) { r.text("a.b"); }),
            "test.toml:2: a.b: expected a text");
  EXPECT_EQ(error_of("[a]\nb = 7\n", [](ConfigReader& r) { r.whole("a.b", 8, 9); }),
            "test.toml:2: a.b: expected a whole number from 8 to 9");
  EXPECT_EQ(error_of("", [](ConfigReader& r) { r.text("a.b"); }),
            "test.toml: a.b: missing; expected a text");
}

TEST_F(Config, ReadsArraysOfTables) {
  ConfigReader reader{file("[[s]]\nid = \"x\"\n[[s]]\nid = \"y\"\n")};
  ASSERT_EQ(reader.tables("s"), 2u);
  EXPECT_EQ(reader.text("s[1].id"), "y");
  reader.text("s[0].id");
  EXPECT_NO_THROW(reader.refuse_unknown_keys());
}

TEST_F(Config, RefusesAKeyThatNobodyReads) {
  EXPECT_EQ(error_of("[a]\nb = \"x\"\ncolour = 1\n",
                     [](ConfigReader& r) {
                       r.text("a.b");
                       r.refuse_unknown_keys();
                     }),
            "test.toml:3: a.colour: not known; expected only documented keys");
  EXPECT_EQ(error_of("[[s]]\nid = \"x\"\nidd = 1\n",
                     [](ConfigReader& r) {
                       r.tables("s");
                       r.text("s[0].id");
                       r.refuse_unknown_keys();
                     }),
            "test.toml:3: s[0].idd: not known; expected only documented keys");
}

TEST_F(Config, ReadsAListOfNumbersWithinTheirRange) {
  ConfigReader reader{file("a = [1, 2.5]\n")};
  EXPECT_EQ(reader.numbers("a", 0, 3), (std::vector<double>{1, 2.5}));
  EXPECT_TRUE(reader.numbers("b", 0, 3).empty());
  EXPECT_EQ(error_of("a = [1, 4]\n", [](ConfigReader& r) { r.numbers("a", 0, 3); }),
            "test.toml:1: a: expected a list of numbers from 0 to 3");
}

TEST_F(Config, RefusesWhatIsNoToml) {
  EXPECT_NE(error_of("a = = 1\n", [](ConfigReader&) {}).find("expected TOML"), std::string::npos);
  EXPECT_THROW(ConfigReader{dir_.file("nowhere.toml")}, ConfigError);
}

TEST_F(Config, TakesRelativePathsFromItsOwnFolder) {
  ConfigReader reader{file("p = \"../data\"\n")};
  EXPECT_EQ(reader.path("p"), std::filesystem::path{dir_.path()}.parent_path() / "data");
}

}  // namespace
}  // namespace navbat::system
