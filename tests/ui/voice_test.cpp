#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <future>

#include "ui/voice/announcer.h"
#include "ui/voice/sound.h"
#include "ui/voice/speech.h"

namespace navbat::ui {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::chrono::seconds kHang{60};

TEST(Chime, SoundsWithoutClippingAndARepeatedCallSoundsOtherwise) {
  const Sound call = make_chime(Chime::kCall);
  const Sound recall = make_chime(Chime::kRecall);
  EXPECT_NE(call.samples, recall.samples);
  for (const Sound& sound : {call, recall}) {
    const auto [low, high] = std::minmax_element(sound.samples.begin(), sound.samples.end());
    EXPECT_GT(*high, 4'000);
    EXPECT_LT(*high, 32'767);
    EXPECT_GT(*low, -32'768);
    EXPECT_LT(std::abs(sound.samples.back()), 100) << "ends without a click";
  }
}

TEST(Wav, RefusesWhatIsNoneWithWhatWasExpected) {
  EXPECT_THAT(parse_wav("hello").error(), HasSubstr("expected RIFF WAVE"));
  EXPECT_THAT(parse_wav(std::string("RIFF\0\0\0\0WAVE", 12)).error(), HasSubstr("expected a fmt"));
}

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
  tl::expected<void, std::string> play(const Sound&, const std::stop_token&) override {
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
struct Heard {
  std::vector<std::string> said;
  std::vector<std::string> log;
};
Heard announce(int count, bool broken) {
  Heard heard;
  std::promise<void> all;
  Announcer::Hooks hooks{
      .log = [&](const std::string& line) { heard.log.push_back(line); },
      .first_sound = {},
      .done =
          [&](std::int64_t id, bool words) {
            heard.said.push_back(std::to_string(id) + (words ? " words" : " chime"));
            if (static_cast<int>(heard.said.size()) == count) {
              all.set_value();
            }
          }};
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
  EXPECT_THAT(announce(3, false).said, ElementsAre("1 words", "2 words", "3 words"));
}

TEST(Announcer, SaysAFaultOfTheDeviceOnceAndGoesOn) {
  const Heard heard = announce(3, true);
  EXPECT_THAT(heard.said, ElementsAre("1 chime", "2 chime", "3 chime"));
  EXPECT_THAT(heard.log, ElementsAre("no sound device: unplugged"));
}

}  // namespace
}  // namespace navbat::ui
