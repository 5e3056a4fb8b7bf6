#include "ui/text/label_reading.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "ui/text/catalogues.h"
#include "ui/text/spoken.h"

namespace navbat::ui {
namespace {

const Catalogue& words(std::string_view language) {
  static const Catalogues all =
      Catalogues::load(std::filesystem::path(std::getenv("NAVBAT_SOURCE")) / "assets" / "lang",
                       {"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"})
          .value();
  return all.of(language);
}

std::string said(std::string_view language, std::string_view label) {
  return speakable(words(language), joined(read_label(words(language), label)));
}

TEST(Label, IsReadAsEachLanguageDoes) {
  EXPECT_EQ(said("en", "A042"), "A, zero four two");
  EXPECT_EQ(said("ru", "A042"), "А, ноль 42");
  EXPECT_EQ(said("tr", "B107"), "B, 107");
  EXPECT_EQ(said("az", "C007"), "C, sıfır sıfır 7");
  EXPECT_EQ(said("pl", "D099"), "D, zero 99");
  EXPECT_EQ(said("uz", "A042"), "A, nol qirq ikki");
  EXPECT_EQ(said("uz-Cyrl", "A042"), "A, nol qirq ikki");
}

TEST(Label, KeepsAllItsZeros) {
  EXPECT_EQ(said("ru", "A000"), "А, ноль ноль ноль");
  EXPECT_EQ(said("ru", "A100"), "А, 100");
}

TEST(Label, OfAnOfflineSeriesHasTwoLetters) {
  EXPECT_EQ(said("ru", "BX05"), "Бэ Икс, ноль 5");
  EXPECT_EQ(said("en", "BX05"), "B X, zero five");
}

TEST(Label, WithTooManyDigitsForANumberIsReadDigitByDigit) {
  EXPECT_EQ(said("tr", "A12345"), "A, bir iki üç dört beş");
}

TEST(Label, LeavesOutWhatIsNeitherLetterNorDigit) {
  EXPECT_EQ(said("en", "a-4 \xFF 2"), "A, four two");
  EXPECT_EQ(said("en", ""), "");
}

TEST(Place, IsAnOrdinalWhereTheLanguageSaysSo) {
  EXPECT_EQ(spoken_place(words("en"), "3"), "3");
  EXPECT_EQ(spoken_place(words("ru"), "12"), "12");
  EXPECT_EQ(spoken_place(words("uz"), "3"), "uchinchi");
  EXPECT_EQ(spoken_place(words("uz"), "30"), "oʻttizinchi");
  EXPECT_EQ(speakable(words("uz"), spoken_place(words("uz"), "42")), "qirq ikkinchi");
  EXPECT_EQ(speakable(words("uz-Cyrl"), spoken_place(words("uz-Cyrl"), "7")), "yettinchi");
}

}  // namespace
}  // namespace navbat::ui
