#include "display_board/speech/voice_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_dir.h"

namespace navbat::board {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Audio : public ::testing::Test {
 protected:
  VoiceSettings read(const std::string& toml) {
    const std::string file = folder_.file("board.toml");
    std::ofstream(file) << "[audio]\n" << toml;
    system::ConfigReader reader(file);
    VoiceSettings settings = read_voice(reader);
    reader.refuse_unknown_keys();
    return settings;
  }

  std::string fault_of(const std::string& toml) {
    try {
      (void)read(toml);
    } catch (const system::ConfigError& error) {
      return error.what();
    }
    return "";
  }

  testing::TempDir folder_;
};

TEST_F(Audio, IsOnInOneLanguageUnlessToldOtherwise) {
  const VoiceSettings settings = read("");
  EXPECT_TRUE(settings.on);
  EXPECT_FLOAT_EQ(settings.volume, 1);
  EXPECT_EQ(settings.program, "espeak-ng");
  EXPECT_EQ(settings.second_language, "");
  EXPECT_TRUE(settings.sounds.empty());
  EXPECT_THAT(settings.hours, ElementsAre());
}

TEST_F(Audio, TakesEveryKey) {
  const VoiceSettings settings = read(R"(
on = false
volume = 0.5
emergency_volume = 0.9
program = "speak"
second_language = "ru"
sounds = "../sounds"
[[audio.hours]]
from = "20:00"
to = "08:30"
volume = 0
[[audio.hours]]
from = "12:00"
to = "14:00"
volume = 1
)");
  EXPECT_FALSE(settings.on);
  EXPECT_FLOAT_EQ(settings.volume, 0.5F);
  EXPECT_FLOAT_EQ(settings.emergency_volume, 0.9F);
  EXPECT_EQ(settings.program, "speak");
  EXPECT_EQ(settings.second_language, "ru");
  EXPECT_EQ(settings.sounds.filename(), "sounds");
  EXPECT_THAT(settings.hours,
              ElementsAre(VolumeHours{.from_min = 1200, .to_min = 510, .volume = 0},
                          VolumeHours{.from_min = 720, .to_min = 840, .volume = 1}));
}

TEST_F(Audio, RefusesWhatItDoesNotUnderstand) {
  EXPECT_THAT(fault_of("second_language = \"de\""),
              HasSubstr("board.toml:2: audio.second_language: expected one of uz"));
  EXPECT_THAT(fault_of("volume = 2"), HasSubstr("audio.volume: expected a number from 0 to 1"));
  EXPECT_THAT(fault_of("emergency_volume = 0"), HasSubstr("a number from 0.1 to 1"));
  for (const char* time : {"24:00", "8:00", "08:60", "0800", "ab:cd", "-1:00"}) {
    EXPECT_THAT(fault_of("[[audio.hours]]\nfrom = \"" + std::string(time) +
                         "\"\nto = \"08:00\"\nvolume = 0"),
                HasSubstr("audio.hours[0].from: expected a time from \"00:00\" to \"23:59\""))
        << time;
  }
  EXPECT_THAT(fault_of("[[audio.hours]]\nfrom = \"08:00\"\nto = \"08:00\"\nvolume = 0"),
              HasSubstr("expected another time than its from"));
  EXPECT_THAT(fault_of("[[audio.hours]]\nfrom = \"08:00\"\nto = \"09:00\""),
              HasSubstr("audio.hours[0].volume: missing"));
  EXPECT_THAT(fault_of("louder = true"), HasSubstr("not known"));
}

float volume(int hour, int minute) {
  const std::vector<VolumeHours> hours{{.from_min = 20 * 60, .to_min = 8 * 60, .volume = 0},
                                       {.from_min = 7 * 60, .to_min = 9 * 60, .volume = 0.3F}};
  return volume_at(hours, 0.8F, {.hour = hour, .minute = minute});
}

TEST(QuietHours, GoOverMidnight) {
  EXPECT_FLOAT_EQ(volume(19, 59), 0.8F);
  EXPECT_FLOAT_EQ(volume(20, 0), 0);
  EXPECT_FLOAT_EQ(volume(23, 59), 0);
  EXPECT_FLOAT_EQ(volume(0, 0), 0);
  EXPECT_FLOAT_EQ(volume(6, 59), 0);
}

TEST(QuietHours, GiveWayToALaterEntry) {
  EXPECT_FLOAT_EQ(volume(7, 0), 0.3F);
  EXPECT_FLOAT_EQ(volume(8, 59), 0.3F);
  EXPECT_FLOAT_EQ(volume(9, 0), 0.8F);
}

}  // namespace
}  // namespace navbat::board
