#include "ui/text/plural.h"

#include <gtest/gtest.h>

namespace navbat::ui {
namespace {

TEST(PluralForm, CountsInRussianByTheLastDigits) {
  EXPECT_EQ(plural_form("ru", 1), PluralForm::kOne);
  EXPECT_EQ(plural_form("ru", 21), PluralForm::kOne);
  EXPECT_EQ(plural_form("ru", 3), PluralForm::kFew);
  EXPECT_EQ(plural_form("ru", 24), PluralForm::kFew);
  EXPECT_EQ(plural_form("ru", 0), PluralForm::kMany);
  EXPECT_EQ(plural_form("ru", 11), PluralForm::kMany);
  EXPECT_EQ(plural_form("ru", 13), PluralForm::kMany);
  EXPECT_EQ(plural_form("ru", 112), PluralForm::kMany);
}

TEST(PluralForm, KnowsThatPolishTwentyOneIsMany) {
  EXPECT_EQ(plural_form("pl", 1), PluralForm::kOne);
  EXPECT_EQ(plural_form("pl", 21), PluralForm::kMany);
  EXPECT_EQ(plural_form("pl", 22), PluralForm::kFew);
  EXPECT_EQ(plural_form("pl", 12), PluralForm::kMany);
}

TEST(PluralForm, HasTwoFormsInTurkicLanguagesAndEnglish) {
  for (const auto* language : {"uz", "uz-Cyrl", "az", "tr", "en"}) {
    EXPECT_EQ(plural_form(language, 1), PluralForm::kOne) << language;
    EXPECT_EQ(plural_form(language, 0), PluralForm::kOther) << language;
    EXPECT_EQ(plural_form(language, 11), PluralForm::kOther) << language;
  }
}

}  // namespace
}  // namespace navbat::ui
