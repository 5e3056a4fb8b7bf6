#include "display_board/speech/board_voice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <future>

#include "display_board/limits.h"
#include "display_board/speech/call_phrase.h"
#include "display_board/speech/wanted_clips.h"
#include "tests/support/eventually.h"
#include "tests/support/hall.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wav_file.h"

namespace navbat::board {
namespace {

using domain::Heard;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class HallClock final : public domain::Clock {
 public:
  explicit HallClock(const testing::Hall& hall) : hall_(hall) {}
  [[nodiscard]] domain::Timestamp now() const override {
    return domain::from_unix_ms(1'795'000'000'000) + hall_.now();
  }

 private:
  const testing::Hall& hall_;
};

class Voice : public ::testing::Test {
 protected:
  struct Told {
    std::int64_t version;
    Heard heard;
    std::optional<domain::Timestamp> first;
  };

  void open(VoiceSettings settings = {}) {
    voice_ = std::make_unique<BoardVoice>(
        std::move(settings), std::make_unique<testing::HallEar>(hall_, [this] { return fault(); }),
        std::make_unique<testing::HallSpeech>(said_), catalogues(), clock_,
        BoardVoice::Hooks{.heard =
                              [this](std::int64_t version, Heard heard, auto first) {
                                const std::lock_guard lock(mutex_);
                                told_.push_back({version, heard, first});
                              },
                          .health =
                              [this](bool works, const std::string& detail) {
                                const std::lock_guard lock(mutex_);
                                health_.push_back((works ? "works" : "broken: ") + detail);
                              },
                          .log = {}});
  }
  void TearDown() override { voice_.reset(); }

  static const ui::Catalogues& catalogues() {
    static const ui::Catalogues all =
        ui::Catalogues::load(
            std::filesystem::path(std::getenv("NAVBAT_SOURCE")) / "assets" / "lang",
            {"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"})
            .value();
    return all;
  }

  // Calls A042 to counter 3, and waits until the board knows what was heard.
  Told call(const std::string& language, bool recall = false, const std::string& counter = "3") {
    const std::int64_t version = ++version_;
    client::Call call;
    call.version = version;
    call.label = "A042";
    call.language = domain::LanguageTag(language);
    call.counter = domain::CounterId(counter);
    call.recall = recall;
    const domain::Timestamp shown = clock_.now();
    voice_->call(call, shown);
    EXPECT_TRUE(testing::eventually([&] { return told_of(version).has_value(); }));
    return told_of(version).value();
  }

  std::optional<Told> told_of(std::int64_t version) {
    const std::lock_guard lock(mutex_);
    for (const Told& told : told_) {
      if (told.version == version) return told;
    }
    return std::nullopt;
  }

  static domain::Notice notice(domain::NoticeKind kind, std::map<std::string, std::string> texts) {
    domain::Notice notice;
    notice.kind = kind;
    for (auto& [language, text] : texts) {
      notice.texts.emplace(domain::LanguageTag(language), std::move(text));
    }
    return notice;
  }

  void wait_until_said(std::size_t count) {
    ASSERT_TRUE(testing::eventually([&] { return said_.said().size() >= count; }));
  }

  std::string fault() {
    const std::lock_guard lock(mutex_);
    return fault_;
  }
  void set_fault(const std::string& fault) {
    const std::lock_guard lock(mutex_);
    fault_ = fault;
  }
  std::vector<std::string> health() {
    const std::lock_guard lock(mutex_);
    return health_;
  }

  testing::Hall hall_;
  HallClock clock_{hall_};
  testing::HallSpeech::Log said_;
  std::mutex mutex_;
  std::vector<Told> told_;
  std::vector<std::string> health_;
  std::string fault_;
  std::int64_t version_ = 0;
  std::unique_ptr<BoardVoice> voice_;
};

TEST_F(Voice, SaysACallInTheTicketsLanguageAndTellsWhenItWasHeard) {
  open();
  const domain::Timestamp before = clock_.now();
  const Told told = call("ru");
  EXPECT_EQ(told.heard, Heard::kWords);
  EXPECT_EQ(told.first, before) << "the chime begins at once";
  EXPECT_THAT(said_.said(), ElementsAre("ru: Талон А, ноль 42, пройдите к окну 3."));
  EXPECT_THAT(health(), ElementsAre("works"));
}

TEST_F(Voice, SaysACallInASecondLanguageIfItIsAnother) {
  open({.second_language = "en"});
  call("pl");
  call("en");
  EXPECT_THAT(said_.said(), ElementsAre("pl: Bilet A, zero 42, zapraszamy do stanowiska 3.",
                                        "en: Ticket A, zero four two, counter 3.",
                                        "en: Ticket A, zero four two, counter 3."));
}

TEST_F(Voice, TakesBothAlphabetsOfUzbekForOneLanguage) {
  open({.second_language = "uz"});
  call("uz-Cyrl");
  EXPECT_THAT(said_.said(), SizeIs(1));
}

TEST_F(Voice, SpeaksTheFirstLanguageOfTheCataloguesForATicketInAnUnknownOne) {
  open();
  EXPECT_EQ(call("de").heard, Heard::kWords);
  EXPECT_THAT(said_.said(), ElementsAre(HasSubstr("uz: ")));
}

TEST_F(Voice, HasAnotherChimeForARecall) {
  open();
  call("en");
  call("en", true);
  const auto sounded = hall_.sounded();
  ASSERT_EQ(sounded.size(), 4U) << "a chime and words, twice";
  EXPECT_EQ(sounded[0].samples, ui::make_chime(ui::Chime::kCall).samples.size());
  EXPECT_EQ(sounded[2].samples, ui::make_chime(ui::Chime::kRecall).samples.size());
}

TEST_F(Voice, LeavesOutACallThatCameOnTheStageLongAgo) {
  open();
  client::Call call;
  call.version = 9;
  call.label = "A042";
  voice_->call(call, clock_.now() - kVoiceBehind);
  ASSERT_TRUE(testing::eventually([&] { return told_of(9).has_value(); }));
  EXPECT_EQ(told_of(9)->heard, Heard::kNothing);
  EXPECT_EQ(told_of(9)->first, std::nullopt);
  EXPECT_THAT(hall_.sounded(), IsEmpty());
}

TEST_F(Voice, SaysTheShortFormOfACallForWhichTheWordsAreTooLong) {
  open();
  client::Call call;
  call.version = 9;
  call.label = "A042";
  call.language = domain::LanguageTag("en");
  call.counter = domain::CounterId("3");
  voice_->call(call, clock_.now() - std::chrono::seconds{6});
  ASSERT_TRUE(testing::eventually([&] { return told_of(9).has_value(); }));
  EXPECT_EQ(told_of(9)->heard, Heard::kNumber);
}

TEST_F(Voice, SaysEvenTheLongestCounterInTime) {
  open();
  EXPECT_NE(call("ru", false, std::string(40, 'b')).heard, Heard::kNothing);
}

TEST_F(Voice, SaysAMessageOnceInEachOfItsLanguages) {
  open();
  voice_->notice(notice(domain::NoticeKind::kClosing, {{"en", "We close at six. Thank you."},
                                                       {"uz", "Soat 6 da yopamiz."},
                                                       {"uz-Cyrl", "Соат 6 да ёпамиз."},
                                                       {"de", "Wir schließen."}}));
  wait_until_said(4);
  EXPECT_THAT(said_.said(), ElementsAre("uz: Soat olti da yopamiz.", "en: We close at six.",
                                        "en: Thank you.", "de: Wir schließen."));
  ASSERT_TRUE(testing::eventually([&] { return hall_.sounded().size() == 5; }));
  EXPECT_EQ(hall_.sounded().front().samples, ui::make_chime(ui::Chime::kMessage).samples.size());
}

TEST_F(Voice, SaysNoCallDuringAnEmergencyAndCallsAgainAfterwards) {
  open();
  voice_->notice(notice(domain::NoticeKind::kEmergency, {{"en", "Please leave the building."}}));
  wait_until_said(1);
  EXPECT_EQ(call("en").heard, Heard::kNothing);
  voice_->notice(notice(domain::NoticeKind::kMessage, {{"en", "A message."}}));
  voice_->end_emergency();
  EXPECT_EQ(call("en").heard, Heard::kWords);
  EXPECT_THAT(said_.said(), ElementsAre("en: Please leave the building.",
                                        "en: Ticket A, zero four two, counter 3."));
}

TEST_F(Voice, IsSilentInQuietHoursButForAnEmergency) {
  open({.hours = {{.from_min = 20 * 60, .to_min = 8 * 60, .volume = 0}}});
  voice_->set_local_time({.hour = 21});
  EXPECT_EQ(call("en").heard, Heard::kNothing);
  EXPECT_THAT(hall_.sounded(), IsEmpty());
  voice_->notice(notice(domain::NoticeKind::kEmergency, {{"en", "Please leave."}}));
  wait_until_said(1);
  voice_->end_emergency();
  voice_->set_local_time({.hour = 8});
  EXPECT_EQ(call("en").heard, Heard::kWords);
}

TEST_F(Voice, SaysWhatDoesNotWorkAndWhenItWorksAgain) {
  open();
  set_fault("no sound device: unplugged");
  EXPECT_EQ(call("en").heard, Heard::kNothing);
  EXPECT_EQ(call("en").heard, Heard::kNothing);
  set_fault("");
  said_.fail("espeak-ng cannot be run");
  EXPECT_EQ(call("en").heard, Heard::kChime);
  said_.fail("");
  EXPECT_EQ(call("en").heard, Heard::kWords);
  EXPECT_THAT(health(), ElementsAre("broken: no sound device: unplugged",
                                    "broken: espeak-ng cannot be run", "works"));
}

TEST_F(Voice, IsThatOfTheBanksSpeakerWhereAllWasRecorded) {
  const testing::TempDir folder;
  for (const WantedClip& clip : wanted_clips(catalogues().of("ru"))) {
    ui::Sound sound;
    sound.samples.assign(100, 1'000);
    testing::write_wav(folder.file("ru/" + clip.name + ".wav"), sound);
  }
  open({.second_language = "en", .sounds = folder.path()});
  EXPECT_EQ(call("ru").heard, Heard::kWords);
  EXPECT_THAT(said_.said(), ElementsAre("en: Ticket A, zero four two, counter 3."))
      << "nothing is recorded in English";
  ASSERT_EQ(hall_.sounded().size(), 3U);
  EXPECT_EQ(hall_.sounded()[1].samples, 700U) << "call-1, A, 0, 40, 2, call-2, 3";
}

}  // namespace
}  // namespace navbat::board
