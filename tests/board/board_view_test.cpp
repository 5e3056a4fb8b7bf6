#include <gtest/gtest.h>

#include <set>

#include "tests/board/picture_stage.h"
#include "ui/draw/color.h"

namespace navbat::board {
namespace {

// Judges all texts of what a stage shows.
void expect_readable(const PictureStage& stage, const std::string& where, double contrast) {
  const Layout& layout = stage.layout();
  const ui::Rect screen{0, 0, layout.design.w, layout.design.h};
  const double least_mm = static_cast<double>(layout.least * layout.mm_per_unit) * 0.99;
  const auto& texts = stage.sees().texts();
  EXPECT_FALSE(texts.empty()) << where;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const ui::SeenText& text = texts[i];
    EXPECT_FALSE(text.cut) << where << ": " << text.text;
    EXPECT_TRUE(screen.encloses(text.ink)) << where << ": " << text.text;
    EXPECT_GE(text.cap_mm, least_mm) << where << ": " << text.text;
    EXPECT_GE(ui::contrast(text.color, text.on), contrast) << where << ": " << text.text;
    EXPECT_EQ(text.text.find("board."), std::string::npos) << "a missing key: " << text.text;
    EXPECT_EQ(text.text.find('{'), std::string::npos) << "an unfilled slot: " << text.text;
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_FALSE(text.ink.inset(0.5F).overlaps(texts[j].ink.inset(0.5F)))
          << where << ": " << text.text << " over " << texts[j].text;
    }
  }
}

void expect_every_state_readable(PictureStage& stage, LayoutKind kind,
                                 const std::vector<std::string>& languages,
                                 const std::string& where, double contrast) {
  for (const SampleState& state : states_of(kind)) {
    for (int turn = 0; turn < 3; ++turn) {
      Sample sample = usual_day(languages);
      state.set(sample);
      sample.picture.turn = turn;
      sample.picture.ticker.tip = turn;
      stage.show(std::move(sample));
      expect_readable(stage, where + "/" + state.name, contrast);
    }
  }
}

class EveryLayout : public ::testing::TestWithParam<NamedLayout> {};

TEST_P(EveryLayout, ReadsWellInEveryLanguageAndState) {
  PictureStage stage({.spec = GetParam().spec});
  for (const std::string& language : kLanguages) {
    expect_every_state_readable(stage, GetParam().spec.kind, {language},
                                GetParam().name + "/" + language, 4.5);
  }
}

TEST_P(EveryLayout, ReadsWellWithLanguagesSideBySide) {
  PictureStage stage({.spec = GetParam().spec});
  const std::vector<std::vector<std::string>> together{
      {"uz", "ru"}, {"uz", "ru", "en"}, {"pl", "ru", "tr"}, {"az", "uz-Cyrl", "en"}};
  for (const auto& languages : together) {
    expect_every_state_readable(stage, GetParam().spec.kind, languages,
                                GetParam().name + "/" + languages.front() + "+", 4.5);
  }
}

TEST_P(EveryLayout, ReadsWellInHighContrast) {
  PictureStage stage({.spec = GetParam().spec, .contrast = Contrast::kHigh});
  for (const char* language : {"uz", "pl", "ru"}) {
    expect_every_state_readable(stage, GetParam().spec.kind, {language},
                                GetParam().name + "/high/" + language, 7);
  }
}

INSTANTIATE_TEST_SUITE_P(Board, EveryLayout, ::testing::ValuesIn(layouts()), [](const auto& name) {
  std::string result = name.param.name;
  std::erase(result, '-');
  return result;
});

// Heights of capitals in millimetres of every text that reads so.
std::vector<double> caps_of(const PictureStage& stage, const std::string& text) {
  std::vector<double> caps;
  for (const ui::SeenText& seen : stage.sees().texts()) {
    if (seen.text == text) {
      caps.push_back(static_cast<double>(seen.cap_mm));
    }
  }
  return caps;
}

Sample with_widest_letters(const std::string& label, const std::string& counter) {
  Sample sample = usual_day({"uz"});
  put_on_stage(sample, "W000", "00");
  for (CallLine& call : sample.picture.latest) {
    call.label = label;
    call.counter = counter;
  }
  return sample;
}

TEST(BoardView, DrawsTheNewestCallAtSevenTenthsOfADegreeWhateverItsLetters) {
  for (const NamedLayout& named : layouts()) {
    PictureStage stage({.spec = named.spec});
    Sample sample = with_widest_letters("C118", "7");
    sample.picture.sign = CounterSign{
        .kind = CounterSign::Kind::kCalling, .counter = "00", .label = "W000", .service = {}};
    stage.show(std::move(sample));
    const double least = static_cast<double>(cap_height_mm(0.7F, named.spec.distance_m));
    for (const char* text : {"W 000", "00"}) {
      const auto caps = caps_of(stage, text);
      ASSERT_EQ(caps.size(), 1U) << named.name << ": " << text;
      EXPECT_GE(caps.front(), least * 0.995) << named.name << ": " << text;
    }
  }
}

TEST(BoardView, DrawsTheLatestCallsAtSixteenMinutesOfArcWhateverTheirLetters) {
  for (const NamedLayout& named : layouts()) {
    if (named.spec.kind != LayoutKind::kHall) {
      continue;
    }
    for (const bool side : {false, true}) {
      PictureStage stage({.spec = named.spec});
      Sample sample = with_widest_letters("W111", "88");
      if (side) {
        sample.picture.side = rates_of(4);
      }
      stage.show(std::move(sample));
      const double least = static_cast<double>(cap_height_mm(0.27F, named.spec.distance_m));
      const int rows = side ? stage.layout().latest_rows_side : stage.layout().latest_rows;
      for (const char* text : {"W 111", "88"}) {
        const auto caps = caps_of(stage, text);
        ASSERT_EQ(static_cast<int>(caps.size()), rows) << named.name << ": " << text;
        for (const double cap : caps) {
          EXPECT_GE(cap, least * 0.995) << named.name << ": " << text;
        }
      }
    }
  }
}

TEST(BoardView, NeverDrawsACountersLongNameOnTheStageSmallerThanTheList) {
  for (const NamedLayout& named : layouts()) {
    if (named.spec.kind != LayoutKind::kHall) {
      continue;
    }
    PictureStage stage({.spec = named.spec});
    Sample sample = usual_day({"uz"});
    put_on_stage(sample, "WX1024", "Consultation-Room-of-the-Branch-Manager1");
    stage.show(std::move(sample));
    const double least = static_cast<double>(cap_height_mm(0.27F, named.spec.distance_m));
    for (const char* text : {"WX 1024", "Consultation Room of the Branch Manager1"}) {
      const auto caps = caps_of(stage, text);
      ASSERT_EQ(caps.size(), 1U) << named.name;
      EXPECT_GE(caps.front(), least * 0.995) << named.name << ": " << text;
    }
  }
}

// All texts that are seen while the turns go on.
std::set<std::string> seen_in_turns(PictureStage& stage, const Sample& sample, int turns) {
  std::set<std::string> seen;
  for (int turn = 0; turn < turns; ++turn) {
    Sample now = sample;
    now.picture.turn = turn;
    stage.show(std::move(now));
    for (const ui::SeenText& text : stage.sees().texts()) {
      seen.insert(text.text);
    }
  }
  return seen;
}

TEST(BoardView, LetsEveryServiceHaveItsTurn) {
  PictureStage stage;
  Sample sample = usual_day({"en"});
  for (int i = 6; i < 20; ++i) {
    ServiceWait wait = sample.picture.services.front();
    wait.service = domain::ServiceId("service-" + std::to_string(i));
    sample.picture.services.push_back(wait);
  }
  const auto seen = seen_in_turns(stage, sample, 4);
  for (int i = 6; i < 20; ++i) {
    EXPECT_TRUE(seen.contains("service-" + std::to_string(i))) << i;
  }
}

TEST(BoardView, LetsEveryCurrencyHaveItsTurnAlsoWhenItIsShownEverySecondTimeOnly) {
  PictureStage stage;
  Sample sample = usual_day({"en"});
  sample.picture.side = rates_of(12);
  std::set<std::string> seen;
  for (int turn = 0; turn < 24; turn += 2) {
    Sample now = sample;
    now.picture.turn = turn;
    stage.show(std::move(now));
    for (const ui::SeenText& text : stage.sees().texts()) {
      seen.insert(text.text);
    }
  }
  for (const ExchangeRate& rate : sample.picture.side->rates->rates) {
    EXPECT_TRUE(seen.contains(rate.currency)) << rate.currency;
  }
}

TEST(BoardView, SaysForWhichDayRatesHold) {
  PictureStage stage;
  Sample sample = usual_day({"pl"});
  sample.picture.side = rates_of(4);
  stage.show(std::move(sample));
  EXPECT_TRUE(stage.sees().shows("17.03.2026"));
  EXPECT_TRUE(stage.sees().shows("12 690"));
  EXPECT_TRUE(stage.sees().shows("€"));
}

TEST(BoardView, SaysAnEmergencyInEveryLanguageThatItHas) {
  PictureStage stage;
  Sample sample = usual_day({"uz"});
  sample.picture.over = NoticeBoard{.kind = domain::NoticeKind::kEmergency,
                                    .id = {},
                                    .texts = {{"uz", "Binodan chiqing"},
                                              {"ru", "Покиньте здание"},
                                              {"en", "Leave the building"},
                                              {"pl", "Opuśćcie budynek"},
                                              {"tr", "Binayı terk edin"}},
                                    .since = {}};
  const auto seen = seen_in_turns(stage, sample, 3);
  for (const auto& [language, text] : sample.picture.over->texts) {
    EXPECT_TRUE(seen.contains(text)) << language;
  }
  EXPECT_FALSE(seen.contains("A 042")) << "a call under an emergency";
}

TEST(BoardView, TellsARecallFromAFirstCallByWordsAndColour) {
  PictureStage stage;
  const auto ground_of = [&](StageKind kind) {
    Sample sample = usual_day({"en"});
    put_on_stage(sample, "A042", "3", kind);
    stage.show(std::move(sample));
    for (const ui::SeenText& text : stage.sees().texts()) {
      if (text.text == "A 042") {
        return text.on;
      }
    }
    return ui::Color{};
  };
  const ui::Color first = ground_of(StageKind::kCall);
  EXPECT_TRUE(stage.sees().shows("Now calling"));
  const ui::Color again = ground_of(StageKind::kRecall);
  EXPECT_TRUE(stage.sees().shows("Second call"));
  EXPECT_NE(first, again);
}

TEST(BoardView, SaysWhatIsClosedAndWhatIsLate) {
  PictureStage stage;
  Sample sample = usual_day({"en"});
  sample.picture.services[1].open = false;
  sample.picture.services[0].delay = Delay{domain::DelayReason::kManyPeople, {15, 22, 30}};
  stage.show(std::move(sample));
  EXPECT_TRUE(stage.sees().shows("Closed now"));
  EXPECT_TRUE(stage.sees().shows("more people than expected"));
  EXPECT_TRUE(stage.sees().shows("15–22 min"));
}

TEST(BoardView, NeverShowsAWaitThatNobodyKnows) {
  PictureStage stage;
  Sample sample = usual_day({"en"});
  sample.picture.trust = Trust::kAskStaff;
  sample.picture.heard_at = sample.picture.time;
  stage.show(std::move(sample));
  EXPECT_TRUE(stage.sees().shows("Please ask a member of staff"));
  EXPECT_TRUE(stage.sees().shows("No connection since 14:32"));
  EXPECT_FALSE(stage.sees().shows("3–7 min"));
}

}  // namespace
}  // namespace navbat::board
