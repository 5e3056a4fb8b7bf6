#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "ui/text/catalogues.h"
#include "ui/text/dates.h"

namespace navbat::ui {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kLanguages{"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"};

fs::path shipped() { return fs::path(std::getenv("NAVBAT_SOURCE")) / "assets" / "lang"; }

class CatalogueFiles : public testing::Test {
 protected:
  CatalogueFiles() {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) /
              ("navbat_lang_" + std::string(info->name()) + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  ~CatalogueFiles() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name, const std::string& content) {
    std::ofstream(folder_ / name) << content;
    return folder_ / name;
  }
  std::string fault(const std::string& content) {
    auto loaded = Catalogue::load(write("en.json", content), "en");
    return loaded ? "loaded" : loaded.error();
  }

  fs::path folder_;
};

std::set<std::string> slots_in(const std::string& text) {
  static const std::regex slot("\\{[a-z]+\\}");
  return {std::sregex_token_iterator(text.begin(), text.end(), slot), {}};
}

TEST(ShippedCatalogues, HaveTheSameKeysAndAllPluralForms) {
  const auto all = Catalogues::load(shipped(), kLanguages);
  ASSERT_TRUE(all) << all.error();
}

TEST(ShippedCatalogues, FillTheSameNamesInEveryLanguage) {
  const auto all = Catalogues::load(shipped(), kLanguages);
  ASSERT_TRUE(all) << all.error();
  const Catalogue& english = all->of("en");
  for (const Catalogue& catalogue : all->all()) {
    for (const auto& [key, text] : catalogue.texts()) {
      const std::string base(base_key(key));
      if (base != key || key.starts_with("common.date")) {
        continue;  // a plural may leave the count out; dates differ by nature
      }
      EXPECT_EQ(slots_in(text), slots_in(english.text(key))) << catalogue.language() << " " << key;
    }
  }
}

TEST(ShippedCatalogues, AreSortedSoThatChangesMergeAndDuplicatesShow) {
  for (const std::string& language : kLanguages) {
    std::ifstream file(shipped() / (language + ".json"));
    static const std::regex key_line("^  \"([^\"]+)\": ");
    std::string line;
    std::string last;
    while (std::getline(file, line)) {
      std::smatch match;
      if (std::regex_search(line, match, key_line)) {
        EXPECT_LT(last, match[1].str()) << language;
        last = match[1].str();
      }
    }
    EXPECT_FALSE(last.empty()) << language;
  }
}

TEST_F(CatalogueFiles, NameTheLineOfIllFormedJson) {
  const std::string error = fault("{\n  \"a\": \"x\",\n  \"b\" \"y\"\n}\n");
  EXPECT_NE(error.find("en.json:3: "), std::string::npos) << error;
  EXPECT_NE(error.find("expected one JSON object"), std::string::npos) << error;
}

TEST_F(CatalogueFiles, NameTheLineAndKeyOfAValueThatIsNoText) {
  const std::string error = fault("{\n  \"a\": \"x\",\n  \"b\": 5\n}\n");
  EXPECT_NE(error.find("en.json:3: b: expected a text"), std::string::npos) << error;
}

TEST_F(CatalogueFiles, RefuseAMissingFileAnEmptyTextAndWrongBytes) {
  EXPECT_FALSE(Catalogue::load(folder_ / "none.json", "en"));
  EXPECT_NE(fault("{\"a\": \"\"}").find("not empty"), std::string::npos);
  EXPECT_NE(fault("{\"a\": \"\xff\"}").find("UTF-8"), std::string::npos);
  EXPECT_NE(fault("[]").find("object"), std::string::npos);
}

TEST_F(CatalogueFiles, RefuseALanguageThatLacksAKeyOrAPluralForm) {
  write("en.json", R"({"a": "x", "n.one": "1", "n.other": "2"})");
  write("ru.json", R"({"a": "x", "n.one": "1", "n.few": "2", "n.other": "3"})");
  auto lacks_form = Catalogues::load(folder_, {"en", "ru"});
  ASSERT_FALSE(lacks_form);
  EXPECT_NE(lacks_form.error().find("ru.json: n.many: missing"), std::string::npos);
  write("ru.json", R"({"n.one": "1", "n.few": "2", "n.many": "4", "n.other": "3"})");
  auto lacks_key = Catalogues::load(folder_, {"en", "ru"});
  ASSERT_FALSE(lacks_key);
  EXPECT_NE(lacks_key.error().find("ru.json: a: missing"), std::string::npos);
}

TEST(FillSlots, ReplacesKnownNamesAndLeavesTheRest) {
  EXPECT_EQ(fill_slots("{a}–{b} min", {{"a", "5"}, {"b", "10"}}), "5–10 min");
  EXPECT_EQ(fill_slots("{a} {c", {{"a", "{a}"}}), "{a} {c");
  EXPECT_EQ(fill_slots("{x}", {}), "{x}");
}

TEST(Dates, AreWrittenAsEachLanguageWritesThem) {
  const auto all = Catalogues::load(shipped(), kLanguages);
  ASSERT_TRUE(all) << all.error();
  const WallTime time{.year = 2026, .month = 3, .day = 17, .weekday = 2, .hour = 9, .minute = 5};
  EXPECT_EQ(date_text(all->of("uz"), time), "Seshanba, 17-mart");
  EXPECT_EQ(date_text(all->of("uz-Cyrl"), time), "Сешанба, 17-март");
  EXPECT_EQ(date_text(all->of("az"), time), "Çərşənbə axşamı, 17 mart");
  EXPECT_EQ(date_text(all->of("tr"), time), "17 Mart Salı");
  EXPECT_EQ(date_text(all->of("pl"), time), "Wtorek, 17 marca");
  EXPECT_EQ(date_text(all->of("ru"), time), "Вторник, 17 марта");
  EXPECT_EQ(date_text(all->of("en"), time), "Tuesday, 17 March");
  EXPECT_EQ(clock_text(all->of("en"), time), "09:05");
  EXPECT_EQ(short_date_text(all->of("ru"), time), "17.03.2026");
}

}  // namespace
}  // namespace navbat::ui
