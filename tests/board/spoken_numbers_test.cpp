// Every ticket number from 000 to 999, in every language: the phonemes that espeak-ng makes of what
// it is sent are those of the number's words.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "tests/board/number_words.h"
#include "tests/support/child_process.h"
#include "tests/support/temp_dir.h"
#include "ui/text/catalogues.h"
#include "ui/text/label_reading.h"
#include "ui/text/spoken.h"
#include "ui/text/utf8.h"
#include "ui/voice/speech.h"

namespace navbat::board {
namespace {

constexpr int kNumbers = 1'000;

std::string three_figures(int number) {
  std::string figures = std::to_string(number);
  return figures.insert(0, 3 - figures.size(), '0');
}

// What must be heard, zeros in front and all.
std::string words_of(std::string_view language, int number) {
  const std::string figures = three_figures(number);
  std::string words;
  const auto add = [&words](std::string_view word) {
    words += (words.empty() ? "" : " ") + std::string(word);
  };
  if (language == "en") {
    for (const char digit : figures) add(kEnglishDigits[static_cast<std::size_t>(digit - '0')]);
    return words;
  }
  const NumberWords& numbers = language == "ru"   ? kRussianNumbers
                               : language == "pl" ? kPolishNumbers
                               : language == "tr" ? kTurkishNumbers
                               : language == "az" ? kAzerbaijaniNumbers
                                                  : kUzbekNumbers;
  for (std::size_t at = 0; at + 1 < figures.size() && figures[at] == '0'; ++at) {
    add(numbers.small[0]);
  }
  add(number_in_words(numbers, number));
  return words;
}

// Sounds that differ by reduction or stress only; inside a number the voice reduces what it speaks
// out in single words.
char32_t broad(char32_t sound) {
  constexpr std::u32string_view kNarrow = U"ɪʊɔɛʌɑɐæøcɟɡɫɭɾ";
  constexpr std::u32string_view kBroad = U"iuoeaaaaykgglll";
  const std::size_t at = kNarrow.find(sound);
  return at == std::u32string_view::npos ? sound : kBroad[at];
}

// The phonemes of each line, without stress and pauses. One run of the program.
std::vector<std::u32string> phonemes(const std::string& voice,
                                     const std::vector<std::string>& lines) {
  const testing::TempDir folder;
  std::ofstream text(folder.file("text"));
  for (const std::string& line : lines) text << line << ".\n\n";
  text.close();
  testing::ChildProcess espeak(
      {"/usr/bin/espeak-ng", "-v", voice, "-q", "--ipa", "-f", folder.file("text")},
      folder.file("out"), folder.file("err"));
  EXPECT_EQ(espeak.wait(std::chrono::seconds{60}), 0) << espeak.err();
  std::vector<std::u32string> spoken;
  std::ifstream out(folder.file("out"));
  for (std::string line; std::getline(out, line);) {
    std::u32string sounds = ui::decode_utf8(line);
    std::erase_if(sounds, [](char32_t c) {
      return c == U'ˈ' || c == U'ˌ' || c == U' ' || c == U'ː' || c == U'ʲ';
    });
    std::transform(sounds.begin(), sounds.end(), sounds.begin(), broad);
    if (!sounds.empty()) spoken.push_back(std::move(sounds));
  }
  return spoken;
}

// Levenshtein's.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

class SpokenNumbers : public ::testing::TestWithParam<std::string> {};

TEST_P(SpokenNumbers, AreHeardAsTheirWords) {
  const auto words = ui::Catalogue::load(std::filesystem::path(std::getenv("NAVBAT_SOURCE")) /
                                             "assets" / "lang" / (GetParam() + ".json"),
                                         GetParam());
  ASSERT_TRUE(words) << words.error();
  std::vector<std::string> sent;
  std::vector<std::string> meant;
  for (int number = 0; number < kNumbers; ++number) {
    sent.push_back(ui::speakable(*words, joined(ui::read_label(*words, three_figures(number)))));
    meant.push_back(words_of(GetParam(), number));
  }
  const auto heard = phonemes(ui::voice_of(GetParam()), sent);
  const auto expected = phonemes(ui::voice_of(GetParam()), meant);
  ASSERT_EQ(heard.size(), static_cast<std::size_t>(kNumbers)) << "none is blank";
  ASSERT_EQ(expected.size(), heard.size());
  for (std::size_t i = 0; i < heard.size(); ++i) {
    EXPECT_LE(distance(heard[i], expected[i]), expected[i].size() * 3 / 8)
        << sent[i] << " is not heard as " << meant[i];
  }
  EXPECT_EQ(std::set(heard.begin(), heard.end()).size(), heard.size()) << "no two sound the same";
}

INSTANTIATE_TEST_SUITE_P(Languages, SpokenNumbers,
                         ::testing::Values("uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"),
                         [](const auto& language) {
                           return language.param == "uz-Cyrl" ? "uzCyrl" : language.param;
                         });

}  // namespace
}  // namespace navbat::board
