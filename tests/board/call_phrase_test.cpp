#include "display_board/speech/call_phrase.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "display_board/speech/counter_name.h"
#include "display_board/speech/wanted_clips.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wav_file.h"
#include "ui/text/catalogues.h"
#include "ui/voice/clips.h"

namespace navbat::board {
namespace {

using ::testing::ElementsAre;

const ui::Catalogues& catalogues() {
  static const ui::Catalogues all =
      ui::Catalogues::load(std::filesystem::path(std::getenv("NAVBAT_SOURCE")) / "assets" / "lang",
                           {"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"})
          .value();
  return all;
}

std::string call(std::string_view language, std::string_view label, std::string_view counter,
                 bool recall = false) {
  return call_phrase(catalogues().of(language), label, counter, recall).text;
}

std::string counter(std::string_view name, std::string_view language = "en") {
  return ui::joined(read_counter(catalogues().of(language), name));
}

std::string label_of(int number) {
  std::string figures = std::to_string(number);
  figures.insert(0, 3 - figures.size(), '0');
  return std::string(1, static_cast<char>('A' + number % 26)) + figures;
}

TEST(Call, IsSaidAsInABankOfEachCountry) {
  EXPECT_EQ(call("en", "A042", "3"), "Ticket A, zero four two, counter 3.");
  EXPECT_EQ(call("ru", "B042", "3"), "Талон Бэ, ноль 42, пройдите к окну 3.");
  EXPECT_EQ(call("uz", "A042", "3"),
            "A, nol qirq ikki raqamli chipta egasi, uchinchi oynaga marhamat.");
  EXPECT_EQ(call("uz-Cyrl", "A042", "3"), call("uz", "A042", "3"));
  EXPECT_EQ(call("az", "A042", "3"), "A, sıfır 42 nömrəli talon, 3 nömrəli pəncərəyə yaxınlaşın.");
  EXPECT_EQ(call("tr", "B107", "12"), "B, 107 numaralı müşterimiz, lütfen 12 numaralı gişeye.");
  EXPECT_EQ(call("pl", "A042", "3"), "Bilet A, zero 42, zapraszamy do stanowiska 3.");
}

TEST(Call, IsSaidOtherwiseWhenItIsRepeated) {
  for (const ui::Catalogue& words : catalogues().all()) {
    EXPECT_NE(call(words.language(), "A042", "3", true), call(words.language(), "A042", "3"))
        << words.language();
  }
}

TEST(Call, IsShortForWantOfTime) {
  EXPECT_EQ(number_phrase(catalogues().of("en"), "A042", "3").text, "A, zero four two, 3.");
  EXPECT_EQ(number_phrase(catalogues().of("ru"), "A042", "3").text, "А, ноль 42, 3.");
}

TEST(Counter, IsANumberAWordOrSpelled) {
  EXPECT_EQ(counter("3"), "3");
  EXPECT_EQ(counter("12", "uz"), "oʻn ikkinchi");
  EXPECT_EQ(counter("007"), "7");
  EXPECT_EQ(counter("VIP-1"), "V I P, 1");
  EXPECT_EQ(counter("Cash-2"), "Cash, 2");
  EXPECT_EQ(counter("bcd_2"), "B C D, 2");
  EXPECT_EQ(counter("VIP", "ru"), "Вэ И Пэ");
  EXPECT_EQ(counter("...."), "");
}

TEST(Counter, WithALongNameIsSaidByItsFirstWordAndItsNumber) {
  EXPECT_EQ(counter("private-banking-desk-1"), "private, 1");
  EXPECT_EQ(counter(std::string(40, 'b')), "B B B B B B");
  EXPECT_EQ(counter(std::string(40, '7')).size(), std::string("seven ").size() * 6 - 1);
  EXPECT_EQ(counter(std::string(40, 'a') + "9").size(), std::string(12, 'a').size() + 3);
}

TEST(Call, HasItsWordsForEveryNumberInEveryLanguage) {
  for (const ui::Catalogue& words : catalogues().all()) {
    const bool counts = words.language() != "uz" && words.language() != "uz-Cyrl";
    for (int number = 0; number <= 999; ++number) {
      const std::string phrase =
          call(words.language(), label_of(number), std::to_string(number % 100));
      ASSERT_EQ(phrase.find("speech."), std::string::npos) << phrase;
      ASSERT_EQ(phrase.find('{'), std::string::npos) << phrase;
      if (!counts) {
        ASSERT_EQ(phrase.find_first_of("0123456789"), std::string::npos)
            << "a figure for a voice that cannot count: " << phrase;
      }
      if (words.language() == "ru") {
        ASSERT_EQ(phrase.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::string::npos)
            << "a Latin letter for a Russian voice: " << phrase;
      }
    }
  }
}

TEST(Call, IsARowOfRecordings) {
  using Choices = std::vector<ui::ClipChoice>;
  EXPECT_EQ(call_phrase(catalogues().of("en"), "A042", "3", false).clips,
            (Choices{{{"call-1"}}, {{"A"}}, {{"0"}}, {{"4"}}, {{"2"}}, {{"call-2"}}, {{"3"}}}));
  EXPECT_EQ(call_phrase(catalogues().of("tr"), "B107", "3", true).clips,
            (Choices{{{"recall-1"}},
                     {{"B"}},
                     {{"107"}, {"100", "7"}},
                     {{"recall-2"}},
                     {{"3"}},
                     {{"recall-3"}}}));
  EXPECT_EQ(number_phrase(catalogues().of("ru"), "A042", "Cash-2").clips,
            (Choices{{{"A"}}, {{"0"}}, {{"42"}, {"40", "2"}}, {{"cash"}}, {{"2"}}}));
  EXPECT_EQ(number_phrase(catalogues().of("uz"), "A1", "23").clips,
            (Choices{{{"A"}}, {{"1"}}, {{"counter-23"}, {"20", "counter-3"}}}));
}

TEST(Call, OfEveryNumberIsSaidFromTheListedRecordings) {
  const testing::TempDir folder;
  for (const ui::Catalogue& words : catalogues().all()) {
    for (const WantedClip& clip : wanted_clips(words)) {
      EXPECT_FALSE(clip.text.empty()) << clip.name;
      testing::write_wav(folder.file(words.language() + "/" + clip.name + ".wav"),
                         {.samples = {1}});
    }
    const ui::Clips clips(folder.path());
    for (int number = 0; number <= 999; ++number) {
      const std::string at = std::to_string(number % 39 + 1);
      for (const bool recall : {false, true}) {
        for (const auto& piece : call_phrase(words, label_of(number), at, recall).clips) {
          ASSERT_TRUE(clips.has(words.language(), piece))
              << words.language() << " " << number << ": " << piece.front().front();
        }
      }
    }
  }
}

}  // namespace
}  // namespace navbat::board
