// What is computed, what is read from files, and what is put together from recordings.

#include "ui/voice/sound.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "tests/support/temp_dir.h"
#include "tests/support/wav_file.h"
#include "ui/voice/clips.h"
#include "ui/voice/wav.h"

namespace navbat::ui {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr Chime kChimes[] = {Chime::kCall, Chime::kRecall, Chime::kMessage, Chime::kEmergency};

int peak(const Sound& sound) {
  int peak = 0;
  for (const std::int16_t sample : sound.samples) {
    peak = std::max(peak, std::abs(static_cast<int>(sample)));
  }
  return peak;
}

// Upward crossings of zero a second, over `part` of the sound from its beginning.
double pitch(const Sound& sound, double part) {
  const auto count = static_cast<std::size_t>(static_cast<double>(sound.samples.size()) * part);
  int crossings = 0;
  for (std::size_t i = 1; i < count; ++i) {
    crossings += sound.samples[i - 1] < 0 && sound.samples[i] >= 0 ? 1 : 0;
  }
  return crossings * static_cast<double>(sound.rate) / static_cast<double>(count);
}

TEST(Chimes, AreHeardAndNeverLouderThanHalfOfFullScale) {
  for (const Chime chime : kChimes) {
    const Sound sound = make_chime(chime);
    EXPECT_GT(peak(sound), 4'000) << to_string(chime);
    EXPECT_LE(peak(sound), 16'384) << to_string(chime);
    EXPECT_LT(std::abs(sound.samples.front()), 100) << "begins without a click";
    EXPECT_LT(std::abs(sound.samples.back()), 100) << "ends without a click";
  }
}

TEST(Chimes, CanBeToldApart) {
  const double call = pitch(make_chime(Chime::kCall), 0.3);
  const double recall = pitch(make_chime(Chime::kRecall), 1);
  const double message = pitch(make_chime(Chime::kMessage), 1);
  const double emergency = pitch(make_chime(Chime::kEmergency), 1);
  EXPECT_GT(call, 600) << "falls from a high note";
  EXPECT_LT(pitch(make_chime(Chime::kCall), 1), call);
  EXPECT_GT(recall, pitch(make_chime(Chime::kRecall), 0.15)) << "rises";
  EXPECT_LT(message, 400) << "is deep";
  EXPECT_GT(emergency, 750);
  EXPECT_GT(length_of(make_chime(Chime::kEmergency)), 2 * length_of(make_chime(Chime::kCall)));
}

TEST(Chimes, AnAlarmHasNoPause) {
  const Sound alarm = make_chime(Chime::kEmergency);
  const auto tenth = static_cast<std::size_t>(alarm.rate / 10);
  for (std::size_t at = 0; at + tenth <= alarm.samples.size(); at += tenth) {
    const auto begin = alarm.samples.begin() + static_cast<std::ptrdiff_t>(at);
    EXPECT_GT(*std::max_element(begin, begin + static_cast<std::ptrdiff_t>(tenth)), 8'000) << at;
  }
}

TEST(Wav, RefusesWhatIsNoneWithWhatWasExpected) {
  EXPECT_THAT(parse_wav("hello").error(), HasSubstr("expected RIFF WAVE"));
  EXPECT_THAT(parse_wav(std::string("RIFF\0\0\0\0WAVE", 12)).error(), HasSubstr("expected a fmt"));
  EXPECT_THAT(parse_wav(testing::wav_bytes({.samples = {1, 2}}, 2)).error(),
              HasSubstr("expected 16-bit PCM, one channel"));
}

TEST(Wav, IsReadFromAFileOfBoundedSize) {
  const testing::TempDir folder;
  const std::string file = folder.file("a.wav");
  testing::write_wav(file, {.rate = 16'000, .samples = {7, -7}});
  const auto sound = read_wav(file, 100);
  ASSERT_TRUE(sound) << sound.error();
  EXPECT_EQ(sound->rate, 16'000);
  EXPECT_THAT(sound->samples, ElementsAre(7, -7));
  EXPECT_THAT(read_wav(file, 10).error(), HasSubstr("too large; expected at most 10 bytes"));
  EXPECT_THAT(read_wav(folder.path(), 10).error(), HasSubstr("expected a WAV file"));
}

TEST(NumberClips, AreTheWholeOrHundredsTensAndOnes) {
  EXPECT_THAT(number_clips("7"), ElementsAre(ElementsAre("7")));
  EXPECT_THAT(number_clips("42"), ElementsAre(ElementsAre("42"), ElementsAre("40", "2")));
  EXPECT_THAT(number_clips("315"), ElementsAre(ElementsAre("315"), ElementsAre("300", "15")));
  EXPECT_THAT(number_clips("342"), ElementsAre(ElementsAre("342"), ElementsAre("300", "42"),
                                               ElementsAre("300", "40", "2")));
  EXPECT_THAT(number_clips("400"), ElementsAre(ElementsAre("400")));
  EXPECT_THAT(number_clips("1042"), ElementsAre(ElementsAre("1042")));
}

// A folder of recordings: each is a stretch of one sample, so that the row can be read.
class Recordings : public ::testing::Test {
 protected:
  void record(const std::string& name, std::int16_t sample, int rate = 22'050) {
    testing::write_wav(folder_.file(name + ".wav"), {.rate = rate, .samples = {sample}});
  }

  std::optional<Sound> say(const std::vector<ClipChoice>& pieces,
                           const std::string& language = "ru") {
    return clips_.sentence({.language = language, .text = "", .clips = pieces},
                           [this](const std::string& line) { log_.push_back(line); });
  }

  testing::TempDir folder_;
  Clips clips_{folder_.path()};
  std::vector<std::string> log_;
};

TEST_F(Recordings, MakeASentenceWhenAllItsPiecesAreThere) {
  record("ru/call-1", 1);
  record("ru/A", 2);
  record("ru/40", 3);
  record("ru/2", 4);
  const auto sound = say({{{"call-1"}}, {{"A"}}, number_clips("42")});
  ASSERT_TRUE(sound);
  EXPECT_THAT(sound->samples, ElementsAre(1, 2, 3, 4));
  EXPECT_EQ(sound->rate, 22'050);
}

TEST_F(Recordings, OfTheWholeNumberWinOverItsParts) {
  record("ru/42", 9);
  record("ru/40", 3);
  record("ru/2", 4);
  EXPECT_THAT(say({number_clips("42")})->samples, ElementsAre(9));
}

TEST_F(Recordings, AreNotUsedWhenOneIsMissing) {
  record("ru/call-1", 1);
  EXPECT_FALSE(say({{{"call-1"}}, {{"A"}}}));
  EXPECT_THAT(log_, ElementsAre()) << "no fault: there simply is none";
}

TEST_F(Recordings, OfUzbekDoForBothAlphabets) {
  record("uz/A", 5);
  EXPECT_TRUE(say({{{"A"}}}, "uz-Cyrl"));
}

TEST_F(Recordings, AtAnotherRateAreSaidOnceAndNotUsed) {
  record("ru/A", 1);
  record("ru/B", 2, 44'100);
  EXPECT_FALSE(say({{{"A"}}, {{"B"}}}));
  EXPECT_FALSE(say({{{"A"}}, {{"B"}}}));
  EXPECT_THAT(log_, ElementsAre(HasSubstr("ru/B.wav: 44100 samples a second; expected 22050")));
}

TEST_F(Recordings, ThatAreNoneAreSaidOnceAndNotUsed) {
  record("ru/A", 1);
  std::ofstream(folder_.file("ru/B.wav")) << "not a sound";
  std::ofstream(folder_.file("ru/C.wav")).close();
  std::filesystem::resize_file(folder_.file("ru/C.wav"), std::uintmax_t{1} << 30);
  std::filesystem::create_directories(folder_.file("ru/D.wav"));
  for (const char* name : {"B", "C", "D", "B", "C", "D"}) {
    EXPECT_FALSE(say({{{"A"}}, {{name}}}));
  }
  EXPECT_THAT(log_, ElementsAre(HasSubstr("ru/B.wav: not a WAV file"),
                                HasSubstr("ru/C.wav: too large"), HasSubstr("ru/D.wav: no file")));
}

TEST_F(Recordings, ReplaceChimes) {
  record("call", 11);
  EXPECT_THAT(clips_.chime(Chime::kCall, nullptr)->samples, ElementsAre(11));
  EXPECT_FALSE(clips_.chime(Chime::kRecall, nullptr));
  EXPECT_FALSE(Clips().chime(Chime::kCall, nullptr));
}

}  // namespace
}  // namespace navbat::ui
