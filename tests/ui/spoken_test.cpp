#include "ui/text/spoken.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "ui/text/catalogues.h"

namespace navbat::ui {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Catalogues& catalogues() {
  static const Catalogues all =
      Catalogues::load(std::filesystem::path(std::getenv("NAVBAT_SOURCE")) / "assets" / "lang",
                       {"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"})
          .value();
  return all;
}
const Catalogue& words(std::string_view language) { return catalogues().of(language); }

TEST(Spoken, SpellsALabelLetterByLetterAndDigitByDigit) {
  EXPECT_EQ(spell(words("en"), "A042"), "A, zero four two");
  EXPECT_EQ(spell(words("ru"), "AX 01"), "А Икс, ноль один");
  EXPECT_EQ(spell(words("en"), "+998 90"), "nine nine eight nine zero");
  EXPECT_EQ(spell(words("en"), ""), "");
}

TEST(Spoken, SaysWaitsInWholeWordsWithTheRightPlural) {
  EXPECT_EQ(spoken_range(words("en"), 12, 17), "12 to 17 minutes");
  EXPECT_EQ(spoken_range(words("ru"), 12, 21), "от 12 до 21 минуты");
  EXPECT_EQ(spoken_range(words("pl"), 5, 10), "od 5 do 10 minut");
  EXPECT_EQ(spoken_about(words("ru"), 5), "около 5 минут");
  EXPECT_EQ(spoken_minutes(words("pl"), 22), "22 minuty");
  EXPECT_EQ(spoken_up_to(words("uz"), 5), "5 daqiqagacha");
  EXPECT_EQ(spoken_limit(words("tr"), 20), "on kişiden dokuzu 20 dakikadan az bekler");
}

TEST(Spoken, SaysTimesAndDatesAsPeopleDo) {
  const WallTime time{.year = 2026, .month = 3, .day = 17, .weekday = 2, .hour = 14, .minute = 5};
  EXPECT_EQ(spoken_clock(words("en"), time), "14:05");
  EXPECT_EQ(spoken_clock(words("ru"), {.hour = 14}), "14 часов");
  EXPECT_EQ(spoken_date(words("en"), time), "Tuesday, the seventeenth of March");
  EXPECT_EQ(spoken_date(words("ru"), time), "Вторник, семнадцатое марта");
  EXPECT_EQ(spoken_date(words("uz"), time), "Seshanba, oʻn yettinchi mart");
}

TEST(Spoken, HasEveryDayOfAMonthInEveryLanguage) {
  for (const Catalogue& language : catalogues().all()) {
    for (int day = 1; day <= 31; ++day) {
      EXPECT_THAT(spoken_date(language, {.day = day}), Not(HasSubstr("speech.")));
    }
  }
}

// espeak-ng's Uzbek says "one two" for 12.
TEST(Speakable, WritesNumbersOutWhereTheVoiceCannotCount) {
  EXPECT_EQ(speakable(words("uz"), "12 daqiqa"), "oʻn ikki daqiqa");
  EXPECT_EQ(speakable(words("uz"), "0, 7, 40, 100, 315"),
            "nol, yetti, qirq, bir yuz, uch yuz oʻn besh");
  EXPECT_EQ(speakable(words("uz"), "50 000"), "ellik nol nol nol");
  EXPECT_EQ(speakable(words("uz"), "250000"), "ikki yuz ellik ming");
  EXPECT_EQ(speakable(words("uz-Cyrl"), "14:05"), "oʻn toʻrt nol besh");
  EXPECT_EQ(speakable(words("uz"), "901234567890"),
            "toʻqqiz nol bir ikki uch toʻrt besh olti yetti sakkiz toʻqqiz nol");
  EXPECT_EQ(speakable(words("en"), "12 minutes"), "12 minutes");
}

// espeak-ng's Uzbek says "etti" and "juz" for the Cyrillic "етти" and "юз".
TEST(Speakable, SendsUzbekInLatinLettersOnly) {
  EXPECT_EQ(speakable(words("uz-Cyrl"), "Етти юз ўн, ҳеч кетманг; Бэ, Шароф, маъно, Э"),
            "Yetti yuz oʻn, hech ketmang; Be, Sharof, maʻno, E");
}

TEST(Speakable, LeavesOutSignsThatAVoiceWouldName) {
  EXPECT_EQ(speakable(words("en"), "  17 March  ·  14:32 → "), "17 March 14:32");
  EXPECT_EQ(speakable(words("ru"), "≈ 5 минут"), "5 минут");
  EXPECT_EQ(speakable(words("uz"), "maʼlum"), "maʻlum");
  EXPECT_EQ(speakable(words("en"), "•••"), "");
}

}  // namespace
}  // namespace navbat::ui
