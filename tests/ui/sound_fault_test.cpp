// Speech programs and sound devices that do not do what they should.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>

#include "tests/support/temp_dir.h"
#include "ui/voice/announcer.h"
#include "ui/voice/sdl_audio_out.h"
#include "ui/voice/speech.h"

namespace navbat::ui {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::chrono::seconds kHang{60};

class Programs : public ::testing::Test {
 protected:
  // A speech program that is a shell script.
  std::string program(const std::string& script) {
    const std::string file = folder_.file("speech-" + std::to_string(++made_));
    std::ofstream(file) << "#!/bin/sh\n" << script << "\n";
    ::chmod(file.c_str(), 0700);
    return file;
  }

  std::string fault_of(const std::string& script,
                       std::chrono::milliseconds patience = std::chrono::seconds{30}) {
    SpeechProgram speech(program(script), patience);
    auto utterance = speech.begin("uz", "042");
    if (!utterance) return utterance.error();
    const auto sound = (*utterance)->finish({});
    return sound ? "" : sound.error();
  }

  testing::TempDir folder_;
  int made_ = 0;
};

TEST_F(Programs, ThatHangAreGivenUp) {
  EXPECT_THAT(fault_of("sleep 1000", std::chrono::milliseconds{50}), HasSubstr("does not answer"));
}

TEST_F(Programs, ThatCrashAreAFault) {
  EXPECT_THAT(fault_of("kill -SEGV $$"), HasSubstr("failed; expected exit status 0"));
}

TEST_F(Programs, ThatWriteRubbishAreAFault) {
  EXPECT_THAT(fault_of("echo rubbish"), HasSubstr("expected RIFF WAVE"));
  EXPECT_THAT(fault_of("true"), HasSubstr("expected RIFF WAVE"));
}

TEST_F(Programs, ThatNeverEndAreStoppedAfterTwentySecondsOfSound) {
  EXPECT_THAT(fault_of("cat /dev/zero"), HasSubstr("never ends; expected at most 20 s"));
}

// SDL's disk driver plays as fast as it is fed; a full disk is a device that goes away.
class Devices : public ::testing::Test {
 protected:
  Devices() { use(folder_.file("sound.raw")); }
  ~Devices() override {
    for (const char* name : {"SDL_AUDIODRIVER", "SDL_DISKAUDIODELAY", "SDL_DISKAUDIOFILE"}) {
      ::unsetenv(name);
    }
  }

  static void use(const std::string& file, const char* driver = "disk") {
    ::setenv("SDL_AUDIODRIVER", driver, 1);
    ::setenv("SDL_DISKAUDIODELAY", "0", 1);
    ::setenv("SDL_DISKAUDIOFILE", file.c_str(), 1);
  }

  static std::string fault_of(SdlAudioOut& out, int* begun = nullptr) {
    const Sound sound = make_chime(Chime::kCall);
    const auto played = out.play(sound, {}, [begun] {
      if (begun != nullptr) ++*begun;
    });
    return played ? "" : played.error();
  }

  testing::TempDir folder_;
};

TEST_F(Devices, TakeTheFirstSampleBeforeTheLast) {
  SdlAudioOut out;
  int begun = 0;
  EXPECT_EQ(fault_of(out, &begun), "");
  EXPECT_EQ(begun, 1);
  out.rest();
  const auto bytes = std::filesystem::file_size(folder_.file("sound.raw"));
  EXPECT_GE(bytes, make_chime(Chime::kCall).samples.size() * 2);
}

TEST_F(Devices, ThatAreNotThereAreAFaultAndFoundWhenTheyCome) {
  SdlAudioOut out;
  use("", "no-such-driver");
  EXPECT_THAT(fault_of(out), HasSubstr("no sound"));
  use(folder_.file("later.raw"));
  EXPECT_EQ(fault_of(out), "");
}

TEST_F(Devices, ThatArePulledOutInTheMiddleAreAFaultAndFoundWhenTheyAreBack) {
  SdlAudioOut out;
  use("/dev/full");
  EXPECT_THAT(fault_of(out), HasSubstr("the sound device is gone"));
  use(folder_.file("back.raw"));
  EXPECT_EQ(fault_of(out), "");
}

TEST_F(Devices, ThatComeAndGoAreSaidOnceEachAndNeverStopTheNextAnnouncement) {
  std::vector<std::string> log;
  std::vector<HeardForm> forms;
  std::promise<void> gone;
  std::promise<void> back;
  Announcer announcer(std::make_unique<SdlAudioOut>(), std::make_unique<SpeechProgram>(), {},
                      {.log = [&](const std::string& line) { log.push_back(line); },
                       .first_sound = {},
                       .done =
                           [&](const Heard& heard) {
                             forms.push_back(heard.form);
                             if (heard.id == 2) gone.set_value();
                             if (heard.id == 3) back.set_value();
                           }},
                      [] { return Moment{0}; });
  use("/dev/full");
  announcer.say({.chime = Chime::kCall, .language = "en", .text = "One", .id = 1});
  announcer.say({.chime = Chime::kCall, .language = "en", .text = "Two", .id = 2});
  ASSERT_EQ(gone.get_future().wait_for(kHang), std::future_status::ready);
  use(folder_.file("sound.raw"));
  announcer.say({.chime = Chime::kCall, .language = "en", .text = "Three", .id = 3});
  ASSERT_EQ(back.get_future().wait_for(kHang), std::future_status::ready);
  EXPECT_THAT(forms, ElementsAre(HeardForm::kNothing, HeardForm::kNothing, HeardForm::kWords));
  EXPECT_THAT(log, ElementsAre(HasSubstr("the sound device is gone"), "sound works again"));
}

}  // namespace
}  // namespace navbat::ui
