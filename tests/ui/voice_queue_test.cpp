// Under load, on a clock that moves only while something is heard.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <map>

#include "tests/support/hall.h"
#include "ui/voice/announcer.h"
#include "ui/voice/backlog.h"
#include "ui/voice/speaking_rate.h"

namespace navbat::ui {
namespace {

using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::Field;

constexpr seconds kHang{60};

Expected call_shown_at(Moment shown) {
  return {.must_end = shown + seconds{10},
          .duration = {seconds{7}, seconds{4}, seconds{2}, seconds{1}}};
}

TEST(Backlog, SaysACallInAllItsLanguagesWhenNothingElseWaits) {
  const std::vector<Expected> queue{call_shown_at(Moment{0})};
  EXPECT_EQ(choose_length(Moment{0}, queue), Length::kAllLanguages);
}

TEST(Backlog, ShortensEarlySoThatTheOthersHaveTime) {
  const std::vector<Expected> two(2, call_shown_at(Moment{0}));
  const std::vector<Expected> four(4, call_shown_at(Moment{0}));
  const std::vector<Expected> eight(8, call_shown_at(Moment{0}));
  EXPECT_EQ(choose_length(Moment{0}, two), Length::kOneLanguage);
  EXPECT_EQ(choose_length(Moment{0}, four), Length::kNumber);
  EXPECT_EQ(choose_length(Moment{0}, eight), Length::kChime);
}

TEST(Backlog, GivesALateCallWhatItStillHasTimeFor) {
  const std::vector<Expected> queue{call_shown_at(Moment{0})};
  EXPECT_EQ(choose_length(seconds{5}, queue), Length::kOneLanguage);
  EXPECT_EQ(choose_length(seconds{8}, queue), Length::kNumber);
  EXPECT_EQ(choose_length(seconds{9}, queue), Length::kChime);
  EXPECT_EQ(choose_length(Moment{9'001}, queue), std::nullopt);
}

TEST(Backlog, DoesNotShortenForTheSakeOfCallsThatAreLostAnyway) {
  const std::vector<Expected> queue{call_shown_at(seconds{20}), call_shown_at(Moment{0})};
  EXPECT_EQ(choose_length(seconds{20}, queue), Length::kAllLanguages);
}

TEST(Backlog, NeverShortensWhatIsReadToSomebody) {
  std::vector<Expected> queue{call_shown_at(Moment{0})};
  queue.front().must_end.reset();
  EXPECT_EQ(choose_length(seconds{99}, queue), Length::kAllLanguages);
}

TEST(SpeakingRate, LearnsHowSlowAVoiceIs) {
  const Phrase phrase{
      .language = "ru", .text = "Талон А, ноль 42, пройдите к окну 3.", .clips = {}};
  SpeakingRate rate;
  EXPECT_GE(rate.expected(phrase), Moment{3'000});
  rate.learn(phrase, seconds{6});
  EXPECT_GE(rate.expected(phrase), seconds{6});
  EXPECT_LE(rate.expected(phrase), seconds{7});
}

// A hall with an announcer in it.
class Queue : public ::testing::Test {
 protected:
  void TearDown() override { announcer_.reset(); }

  void open(AnnouncerSettings settings = {}) {
    announcer_ = std::make_unique<Announcer>(
        std::make_unique<testing::HallEar>(hall_), std::make_unique<testing::HallSpeech>(said_),
        settings,
        Announcer::Hooks{
            .log = {}, .first_sound = {}, .done = [this](const Heard& heard) { done(heard); }},
        [this] { return hall_.now(); });
  }

  void call(std::int64_t id) {
    Broadcast call;
    call.id = id;
    call.words = {{.language = "en", .text = "Ticket A, zero four two, counter 3.", .clips = {}}};
    call.number = {{.language = "en", .text = "A, zero four two, 3.", .clips = {}}};
    call.shown_at = hall_.now();
    shown_[id] = hall_.now();
    ++expected_;
    announcer_->announce(std::move(call));
  }

  void call_at(Moment when, std::int64_t id) {
    hall_.at(when, [this, id] { call(id); });
  }

  // Until all of the script happened and all was reported.
  void run() {
    hall_.skip_to_next();
    ASSERT_EQ(all_.get_future().wait_for(kHang), std::future_status::ready);
  }

  void done(const Heard& heard) {
    ends_.push_back(hall_.now());
    heard_.push_back(heard);
    if (heard_.size() == expected_ && !hall_.skip_to_next()) {
      all_.set_value();
    }
  }

  [[nodiscard]] long count(HeardForm form) const {
    return std::count_if(heard_.begin(), heard_.end(),
                         [form](const Heard& heard) { return heard.form == form; });
  }

  testing::Hall hall_;
  testing::HallSpeech::Log said_;
  std::map<std::int64_t, Moment> shown_;
  std::vector<Heard> heard_;
  std::vector<Moment> ends_;
  std::size_t expected_ = 0;
  std::promise<void> all_;
  std::unique_ptr<Announcer> announcer_;
};

TEST_F(Queue, IsNeverMoreThanTenSecondsBehindThePictureHoweverManyAreCalled) {
  open();
  for (int i = 1; i <= 40; ++i) {
    call_at(Moment{250} * i, i);
  }
  run();
  ASSERT_EQ(heard_.size(), 40U);
  for (std::size_t i = 0; i < heard_.size(); ++i) {
    EXPECT_EQ(heard_[i].id, static_cast<std::int64_t>(i) + 1) << "in order, each once";
    if (heard_[i].form != HeardForm::kNothing) {
      const Moment shown = shown_.at(heard_[i].id);
      EXPECT_LE(*heard_[i].first_sample - shown, seconds{10}) << heard_[i].id;
      EXPECT_LE(ends_[i] - shown, seconds{10}) << heard_[i].id;
    }
  }
  EXPECT_GT(count(HeardForm::kWords), 0) << "the first one";
  EXPECT_GT(count(HeardForm::kChime), 5);
  EXPECT_GT(count(HeardForm::kNothing), 0) << "there is no time for all";
}

TEST_F(Queue, SaysNumbersWhenItGetsBusyAndWordsAgainAfterwards) {
  open();
  for (int i = 1; i <= 24; ++i) {
    call_at(Moment{2'700} * i, i);
  }
  call_at(seconds{120}, 25);
  run();
  EXPECT_EQ(count(HeardForm::kNothing), 0);
  EXPECT_EQ(count(HeardForm::kChime), 0);
  EXPECT_GT(count(HeardForm::kNumber), 2);
  EXPECT_EQ(heard_.front().form, HeardForm::kWords);
  EXPECT_EQ(heard_.back().form, HeardForm::kWords);
}

TEST_F(Queue, LeavesOutASecondLanguageFirst) {
  open();
  hall_.at(Moment{0}, [this] {
    Broadcast call;
    call.id = 1;
    call.words = {{.language = "uz", .text = std::string(50, 'a'), .clips = {}},
                  {.language = "ru", .text = std::string(90, 'b'), .clips = {}}};
    call.shown_at = hall_.now();
    ++expected_;
    announcer_->announce(std::move(call));
  });
  run();
  EXPECT_THAT(said_.said(), ElementsAre("uz: " + std::string(50, 'a')));
  EXPECT_THAT(heard_, ElementsAre(Field(&Heard::form, HeardForm::kWords)));
}

TEST_F(Queue, LetsCallsGoBeforeMessagesAndBetweenTheirSentences) {
  open();
  hall_.at(Moment{0}, [this] {
    Broadcast message;
    message.chime = Chime::kMessage;
    message.patient = true;
    message.words = {{.language = "en", .text = "We close at six.", .clips = {}},
                     {.language = "en", .text = "Thank you.", .clips = {}}};
    announcer_->announce(std::move(message));
    message.id = 2;
    message.words = {{.language = "en", .text = "Good bye.", .clips = {}}};
    ++expected_;
    announcer_->announce(std::move(message));
  });
  call_at(seconds{1}, 1);
  run();
  EXPECT_THAT(said_.said(),
              ElementsAre("en: We close at six.", "en: Ticket A, zero four two, counter 3.",
                          "en: Thank you.", "en: Good bye."));
}

TEST_F(Queue, AnEmergencyEndsWhatIsSaidAndForgetsWhatWaits) {
  open();
  call_at(Moment{0}, 1);
  call_at(Moment{100}, 2);
  hall_.at(Moment{200}, [this] {
    Broadcast alarm;
    alarm.id = 3;
    alarm.chime = Chime::kEmergency;
    alarm.urgent = true;
    alarm.words = {{.language = "en", .text = "Please leave.", .clips = {}}};
    ++expected_;
    announcer_->announce(std::move(alarm));
  });
  run();
  std::map<std::int64_t, HeardForm> forms;
  for (const Heard& heard : heard_) {
    forms[heard.id] = heard.form;
  }
  EXPECT_EQ(forms[1], HeardForm::kNothing) << "not even its chime was heard to the end";
  EXPECT_EQ(forms[2], HeardForm::kNothing);
  EXPECT_EQ(forms[3], HeardForm::kWords);
}

TEST_F(Queue, SaysAnEmergencyAgainAndAgainUntilItIsOver) {
  open();
  Broadcast alarm;
  alarm.chime = Chime::kEmergency;
  alarm.urgent = true;
  alarm.again_after = Moment{1};
  alarm.words = {{.language = "en", .text = "Please leave.", .clips = {}}};
  announcer_->announce(alarm);
  while (said_.said().size() < 4) {
    std::this_thread::yield();
  }
  announcer_->stop_all();
  call_at(hall_.now(), 7);
  run();
  EXPECT_THAT(said_.said().back(), "en: Ticket A, zero four two, counter 3.");
}

TEST_F(Queue, IsSilentAtVolumeZeroButForAnEmergency) {
  open({.volume = 0});
  call_at(Moment{0}, 1);
  hall_.at(seconds{5}, [this] {
    Broadcast alarm;
    alarm.id = 2;
    alarm.chime = Chime::kEmergency;
    alarm.urgent = true;
    alarm.least_volume = 80;
    ++expected_;
    announcer_->announce(std::move(alarm));
  });
  run();
  EXPECT_THAT(heard_, ElementsAre(Field(&Heard::form, HeardForm::kNothing),
                                  Field(&Heard::form, HeardForm::kChime)));
  EXPECT_THAT(said_.said(), ElementsAre()) << "no program runs for nothing";
}

TEST_F(Queue, FallsBackToTheChimeWhenSpeechFails) {
  open();
  said_.fail("espeak-ng cannot be run");
  call_at(Moment{0}, 1);
  hall_.at(seconds{30}, [this] {
    said_.fail("");
    call(2);
  });
  run();
  EXPECT_THAT(heard_, ElementsAre(Field(&Heard::form, HeardForm::kChime),
                                  Field(&Heard::form, HeardForm::kWords)));
}

}  // namespace
}  // namespace navbat::ui
