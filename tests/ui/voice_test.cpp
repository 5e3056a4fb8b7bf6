#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>

#include "tests/support/temp_dir.h"
#include "ui/access/screen_reader.h"
#include "ui/voice/announcer.h"
#include "ui/voice/sdl_audio_out.h"
#include "ui/voice/sound.h"
#include "ui/voice/speech.h"

namespace navbat::ui {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::chrono::seconds kHang{60};

TEST(Speech, ReadsTheSoundOfAProgram) {
  SpeechProgram speech;
  for (const char* language : {"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"}) {
    auto utterance = speech.begin(language, "042");
    ASSERT_TRUE(utterance) << utterance.error();
    const auto sound = (*utterance)->finish({});
    ASSERT_TRUE(sound) << language << ": " << sound.error();
    EXPECT_EQ(sound->rate, 22'050);
    EXPECT_GT(sound->samples.size(), 10'000U) << language;
  }
}

TEST(Speech, SaysThatTheProgramIsNotThere) {
  SpeechProgram speech("no-such-program");
  EXPECT_THAT(speech.begin("uz", "042").error(), HasSubstr("expected it to be installed"));
}

TEST(Speech, ReportsAProgramThatFails) {
  SpeechProgram speech("false");
  auto failed = speech.begin("uz", "042");
  ASSERT_TRUE(failed);
  EXPECT_FALSE((*failed)->finish({}).has_value());
}

// Hears everything at once; fails when told to.
class Ear final : public AudioOut {
 public:
  explicit Ear(bool& broken) : broken_(broken) {}
  tl::expected<void, std::string> play(const Sound&, const std::stop_token&,
                                       const Begun&) override {
    if (broken_) {
      return tl::unexpected<std::string>("no sound device: unplugged");
    }
    return {};
  }

 private:
  bool& broken_;
};

class Parrot final : public Speech {
 public:
  class Said final : public Utterance {
   public:
    tl::expected<Sound, std::string> finish(const std::stop_token&) override {
      return Sound{.rate = 22'050, .samples = {1, 2, 3}};
    }
  };
  tl::expected<std::unique_ptr<Utterance>, std::string> begin(std::string_view,
                                                              std::string_view) override {
    return std::make_unique<Said>();
  }
};

// Announces `count` calls and returns what was said of them and what was logged.
struct Said {
  std::vector<std::string> said;
  std::vector<std::string> log;
  std::vector<std::string> health;
};
Said announce(int count, bool broken) {
  Said heard;
  std::promise<void> all;
  Announcer::Hooks hooks{
      .log = [&](const std::string& line) { heard.log.push_back(line); },
      .first_sound = {},
      .done =
          [&](const Heard& one) {
            const bool words = one.form == HeardForm::kWords;
            heard.said.push_back(std::to_string(one.id) + (words ? " words" : " nothing"));
            if (static_cast<int>(heard.said.size()) == count) {
              all.set_value();
            }
          },
      .health = [&](const std::string& fault) { heard.health.push_back(fault); }};
  {
    Announcer announcer(std::make_unique<Ear>(broken), std::make_unique<Parrot>(), {},
                        std::move(hooks), [] { return Moment{0}; });
    for (int i = 1; i <= count; ++i) {
      announcer.say({.chime = Chime::kCall, .language = "uz", .text = "A", .id = i});
    }
    EXPECT_EQ(all.get_future().wait_for(kHang), std::future_status::ready);
  }
  return heard;
}

TEST(Announcer, SpeaksEachInOrder) {
  const Said heard = announce(3, false);
  EXPECT_THAT(heard.said, ElementsAre("1 words", "2 words", "3 words"));
  EXPECT_THAT(heard.health, ElementsAre("")) << "well";
}

TEST(Announcer, SaysAFaultOfTheDeviceOnceAndGoesOn) {
  const Said heard = announce(3, true);
  EXPECT_THAT(heard.said, ElementsAre("1 nothing", "2 nothing", "3 nothing"));
  EXPECT_THAT(heard.log, ElementsAre("no sound device: unplugged"));
  EXPECT_THAT(heard.health, ElementsAre("no sound device: unplugged"));
}

// Plays until it is told to stop, as a long sentence does.
class EndlessEar final : public AudioOut {
 public:
  struct Log {
    std::mutex mutex;
    std::condition_variable_any changed;
    int begun = 0;
    int cut = 0;
    std::vector<std::int16_t> last;
  };
  explicit EndlessEar(Log& heard) : heard_(heard) {}

  tl::expected<void, std::string> play(const Sound& sound, const std::stop_token& stop,
                                       const Begun&) override {
    if (sound.samples.empty()) {
      return {};  // no chime
    }
    std::unique_lock lock(heard_.mutex);
    ++heard_.begun;
    heard_.last = sound.samples;
    heard_.changed.notify_all();
    heard_.changed.wait(lock, stop, [] { return false; });
    ++heard_.cut;
    heard_.changed.notify_all();
    return {};
  }

 private:
  Log& heard_;
};

TEST(Announcer, StopsInTheMiddleOfAWordAndForgetsTheRest) {
  EndlessEar::Log heard;
  std::atomic<int> done = 0;
  Announcer announcer(
      std::make_unique<EndlessEar>(heard), std::make_unique<Parrot>(), {},
      {.log = {},
       .first_sound = {},
       .done = [&](const Heard& one) { done += one.form == HeardForm::kWords ? 1 : 0; }},
      [] { return Moment{0}; });
  const auto wait = [&](const int& count, int wanted) {
    std::unique_lock lock(heard.mutex);
    return heard.changed.wait_for(lock, kHang, [&] { return count >= wanted; });
  };
  for (int i = 0; i < 3; ++i) {
    announcer.say({.chime = Chime::kNone, .language = "uz", .text = "A"});
  }
  ASSERT_TRUE(wait(heard.begun, 1));
  announcer.stop_all();
  ASSERT_TRUE(wait(heard.cut, 1));
  announcer.set_volume(50);
  announcer.say({.chime = Chime::kNone, .language = "uz", .text = "B"});
  ASSERT_TRUE(wait(heard.begun, 2));
  {
    const std::lock_guard lock(heard.mutex);
    EXPECT_EQ(heard.begun, 2) << "what waited was forgotten";
    EXPECT_THAT(heard.last, ElementsAre(1, 1, 2)) << "half as loud";
  }
  EXPECT_EQ(done, 0);
}

TEST(Announcer, ReadsALongPageToItsEndHoweverLongItTakes) {
  std::promise<void> all;
  std::vector<bool> words;
  std::atomic<int> clock = 0;
  {
    bool broken = false;
    Announcer announcer(std::make_unique<Ear>(broken), std::make_unique<Parrot>(),
                        {.most_behind = Moment{100}},
                        {.log = {},
                         .first_sound = {},
                         .done =
                             [&](const Heard& one) {
                               words.push_back(one.form == HeardForm::kWords);
                               if (words.size() == 5) {
                                 all.set_value();
                               }
                             }},
                        [&] { return Moment{1000 * clock++}; });
    for (int i = 1; i <= 5; ++i) {
      announcer.say({.chime = Chime::kNone, .language = "uz", .text = "A", .id = i});
    }
    ASSERT_EQ(all.get_future().wait_for(kHang), std::future_status::ready);
  }
  EXPECT_THAT(words, ElementsAre(true, true, true, true, true));
}

// A real voice into SDL's disk driver, which plays as fast as it is fed.
class SoundFile {
 public:
  SoundFile() {
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIODELAY", "0", 1);
    setenv("SDL_DISKAUDIOFILE", path().c_str(), 1);
  }
  ~SoundFile() {
    unsetenv("SDL_AUDIODRIVER");
    unsetenv("SDL_DISKAUDIODELAY");
    unsetenv("SDL_DISKAUDIOFILE");
  }
  SoundFile(const SoundFile&) = delete;
  SoundFile& operator=(const SoundFile&) = delete;

  int loud_samples() const {
    std::ifstream file(path(), std::ios::binary);
    int loud = 0;
    std::int16_t sample = 0;
    while (file.read(reinterpret_cast<char*>(&sample), sizeof sample)) {
      loud += std::abs(sample) > 500 ? 1 : 0;
    }
    return loud;
  }

 private:
  std::string path() const { return folder_.file("sound.raw"); }
  testing::TempDir folder_;
};

TEST(Announcer, ReadsAScreenAloudWithARealVoiceInEveryLanguage) {
  const SoundFile file;
  const auto catalogues = Catalogues::load(
      std::filesystem::path(std::getenv("NAVBAT_SOURCE")) / "assets" / "lang", {"uz", "ru", "en"});
  ASSERT_TRUE(catalogues) << catalogues.error();
  std::vector<std::string> faults;
  std::promise<void> all;
  {
    Announcer announcer(std::make_unique<SdlAudioOut>(), std::make_unique<SpeechProgram>(), {},
                        {.log = [&](const std::string& line) { faults.push_back(line); },
                         .first_sound = {},
                         .done = [&](const Heard&) { all.set_value(); }},
                        [] { return Moment{0}; });
    ScreenReader reader(announcer, {.volume = 80});
    reader.set_on(true);
    Transcript transcript;
    transcript.begin_frame(true);
    transcript.add_text({}, "Xush kelibsiz, 12 daqiqa", "uz");
    transcript.add_text({}, "Добро пожаловать", "ru");
    transcript.add_text({}, "Welcome", "en");
    transcript.end_frame("home", catalogues->of("en"));
    reader.shown(transcript, "", *catalogues, "en");
    announcer.say({.chime = Chime::kNone, .language = "en", .text = "End", .id = 1});
    ASSERT_EQ(all.get_future().wait_for(kHang), std::future_status::ready);
  }
  EXPECT_THAT(faults, ElementsAre());
  EXPECT_GT(file.loud_samples(), 10'000);
}

}  // namespace
}  // namespace navbat::ui
