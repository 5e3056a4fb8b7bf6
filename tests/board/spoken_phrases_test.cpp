// The real voice: is what it makes of our sentences sound that a hall can hear?

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "display_board/limits.h"
#include "tests/board/spoken_samples.h"

namespace navbat::board {
namespace {

using std::chrono::milliseconds;

// Loud enough to be words, from 200 to full scale, in parts of a tenth of a second.
double loud_share(const ui::Sound& sound) {
  const auto tenth = static_cast<std::size_t>(sound.rate / 10);
  int parts = 0;
  int loud = 0;
  for (std::size_t at = 0; at + tenth <= sound.samples.size(); at += tenth) {
    int peak = 0;
    for (std::size_t i = at; i < at + tenth; ++i) {
      peak = std::max(peak, std::abs(static_cast<int>(sound.samples[i])));
    }
    ++parts;
    loud += peak > 2'000 ? 1 : 0;
  }
  return parts == 0 ? 0 : static_cast<double>(loud) / parts;
}

class SpokenPhrases : public ::testing::TestWithParam<std::string> {};

TEST_P(SpokenPhrases, AreWordsOfSaneLengthThatNeitherClipNorAreSilent) {
  const auto words = ui::Catalogue::load(std::filesystem::path(std::getenv("NAVBAT_SOURCE")) /
                                             "assets" / "lang" / (GetParam() + ".json"),
                                         GetParam());
  ASSERT_TRUE(words) << words.error();
  for (const SpokenSample& sample : spoken_samples(*words)) {
    const auto sound = synthesise(sample.phrase);
    ASSERT_TRUE(sound) << sample.phrase.text << ": " << sound.error();
    EXPECT_GE(length_of(*sound), milliseconds{1'500}) << sample.phrase.text;
    EXPECT_LE(length_of(*sound), kVoiceBehind) << sample.phrase.text;
    EXPECT_LT(peak_of(*sound), 32'767) << sample.phrase.text;
    EXPECT_GT(peak_of(*sound), 8'000) << sample.phrase.text;
    EXPECT_GT(loud_share(*sound), 0.5) << sample.phrase.text;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, SpokenPhrases,
                         ::testing::Values("uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"),
                         [](const auto& language) {
                           return language.param == "uz-Cyrl" ? "uzCyrl" : language.param;
                         });

}  // namespace
}  // namespace navbat::board
