#include "tests/architecture/catalogue_rules.h"

#include <gtest/gtest.h>

namespace navbat::architecture {
namespace {

Catalogue catalogue(const std::string& language, std::map<std::string, std::string> texts) {
  return {language, "assets/lang/" + language + ".json", std::move(texts)};
}

Findings load(const std::string& english) {
  Catalogues catalogues;
  SourceTree tree{{"assets/lang/en.json", english}};
  for (const std::string& language : languages()) {
    if (language != "en") tree.push_back({"assets/lang/" + language + ".json", "{}"});
  }
  return load_catalogues(tree, catalogues);
}

TEST(CatalogueFiles, AreFlatSortedJson) {
  EXPECT_TRUE(load("{\n  \"common.a\": \"A\",\n  \"common.b\": \"B\"\n}\n").empty());
  EXPECT_EQ(load("{\n  \"common.b\": \"B\",\n  \"common.a\": \"A\"\n}\n").size(), 1U);
  EXPECT_EQ(load("{\n  \"common.a\": \"A\",\n  \"common.a\": \"A\"\n}\n").size(), 1U);
  EXPECT_EQ(load("{\n    \"common.a\": \"A\"\n}\n").size(), 1U);
  EXPECT_EQ(load("{\n  \"common.a\": 1\n}\n").size(), 1U);
  EXPECT_EQ(load("[1]").size(), 1U);
}

TEST(CatalogueFiles, MustBeAllSeven) {
  Catalogues catalogues;
  EXPECT_EQ(load_catalogues({{"assets/lang/en.json", "{}"}}, catalogues).size(), 6U);
}

TEST(CatalogueKeys, AreTheSameInEveryLanguage) {
  const Catalogues same{catalogue("en", {{"kiosk.a", "A"}}), catalogue("tr", {{"kiosk.a", "A"}})};
  EXPECT_TRUE(check_same_keys(same).empty());
  const Catalogues lacking{catalogue("en", {{"kiosk.a", "A"}}), catalogue("tr", {})};
  ASSERT_EQ(check_same_keys(lacking).size(), 1U);
  EXPECT_EQ(check_same_keys(lacking).front().where, "assets/lang/tr.json");
}

TEST(CatalogueKeys, HaveThePluralFormsOfTheirLanguage) {
  const Catalogue english = catalogue("en", {{"kiosk.n.one", "1"}, {"kiosk.n.other", "{n}"}});
  const Catalogue polish = catalogue("pl", {{"kiosk.n.few", "{n}"},
                                            {"kiosk.n.many", "{n}"},
                                            {"kiosk.n.one", "1"},
                                            {"kiosk.n.other", "{n}"}});
  EXPECT_TRUE(check_same_keys({english, polish}).empty());
  const Catalogue short_polish = catalogue("pl", {{"kiosk.n.one", "1"}, {"kiosk.n.other", "{n}"}});
  EXPECT_EQ(check_same_keys({english, short_polish}).size(), 2U);
  Catalogue long_english = english;
  long_english.texts["kiosk.n.few"] = "{n}";
  EXPECT_EQ(check_same_keys({long_english, polish}).size(), 1U);
}

TEST(CatalogueKeys, MayEndWithOtherWithoutBeingPlural) {
  const Catalogues both{catalogue("en", {{"teller.reason.other", "Other"}}),
                        catalogue("pl", {{"teller.reason.other", "Inny"}})};
  EXPECT_TRUE(check_same_keys(both).empty());
}

TEST(CatalogueTexts, AreNeverEmpty) {
  EXPECT_EQ(check_texts_are_there({catalogue("en", {{"kiosk.a", " "}})}).size(), 1U);
  EXPECT_EQ(check_texts_are_there({catalogue("en", {{"kiosk.a", "kiosk.a"}})}).size(), 1U);
  EXPECT_TRUE(check_texts_are_there({catalogue("en", {{"kiosk.a", "A"}})}).empty());
}

TEST(Placeholders, AreTheSameInEveryLanguage) {
  const Catalogue english = catalogue("en", {{"kiosk.a", "{low} to {high}"}});
  EXPECT_TRUE(
      check_placeholders({english, catalogue("tr", {{"kiosk.a", "{high} {low}"}})}).empty());
  EXPECT_EQ(check_placeholders({english, catalogue("tr", {{"kiosk.a", "{low}"}})}).size(), 1U);
}

TEST(Placeholders, MayLeaveTheNumberOutForOne) {
  const Catalogue fine = catalogue("en", {{"kiosk.n.one", "one"}, {"kiosk.n.other", "{n}"}});
  EXPECT_TRUE(check_placeholders({fine}).empty());
  const Catalogue wrong = catalogue("en", {{"kiosk.n.one", "{m}"}, {"kiosk.n.other", "{n}"}});
  EXPECT_EQ(check_placeholders({wrong}).size(), 1U);
}

TEST(Scripts, DoNotMixInAWord) {
  EXPECT_TRUE(
      check_scripts_do_not_mix({catalogue("ru", {{"kiosk.a", "Талон {name}, SMS"}})}).empty());
  // The first letter is a Latin T.
  EXPECT_EQ(check_scripts_do_not_mix({catalogue("ru", {{"kiosk.a", "Tалон"}})}).size(), 1U);
}

TEST(KeyUsage, FindsMissingAndUnusedKeys) {
  const Catalogues catalogues{catalogue("en", {{"kiosk.a", "A"}, {"kiosk.b", "B"}})};
  EXPECT_TRUE(
      check_keys_are_used({{"kiosk/a.cpp", "t(\"kiosk.a\"); t('kiosk.b')"}}, catalogues).empty());
  EXPECT_EQ(check_keys_are_used({{"kiosk/a.cpp", "t(\"kiosk.a\")"}}, catalogues).size(), 1U);
  EXPECT_EQ(check_keys_are_used({{"kiosk/a.cpp", "t(\"kiosk.a\"); t(\"kiosk.b\"); t(\"kiosk.c\")"}},
                                catalogues)
                .size(),
            1U);
}

TEST(KeyUsage, CountsAPrefixForAllKeysBelowIt) {
  const Catalogues catalogues{catalogue("en", {{"kiosk.why.a", "A"}, {"kiosk.why.b", "B"}})};
  EXPECT_TRUE(check_keys_are_used({{"web/a.ts", "t(`kiosk.why.${name}`)"}}, catalogues).empty());
}

TEST(KeyUsage, DoesNotTakeConfigurationForWords) {
  EXPECT_TRUE(check_keys_are_used({{"kiosk/app/config.cpp", "read(\"board.name\")"}}, {}).empty());
}

TEST(KeyUsage, DoesNotCountTestsAndFileNames) {
  const Catalogues catalogues{catalogue("en", {{"kiosk.a", "A"}})};
  EXPECT_EQ(check_keys_are_used({{"tests/a.cpp", "t(\"kiosk.a\")"}}, catalogues).size(), 1U);
  EXPECT_TRUE(
      check_keys_are_used({{"kiosk/a.cpp", "t(\"kiosk.a\"); open(\"kiosk.toml\")"}}, catalogues)
          .empty());
}

}  // namespace
}  // namespace navbat::architecture
