#include "display_board/model/board_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>

#include "tests/board/scripted_branch.h"

namespace navbat::board {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class BoardModelTest : public ::testing::Test {
 protected:
  // What the branch says now reaches the board; returns what it would speak.
  std::vector<std::string> hear() {
    for (const client::BranchNews& news : branch.drain()) {
      model().take(news, branch.now());
    }
    model().set_link(branch.link());
    model().set_branch(branch.branch());
    return spoken();
  }
  std::vector<std::string> spoken() {
    std::vector<std::string> labels;
    begun = model().advance(branch.now());
    model().presented();
    for (const Staged& staged : begun.calls) {
      if (!staged.late) {
        labels.push_back(staged.call.label);
      }
    }
    return labels;
  }
  Picture picture() { return model().picture(branch.now()); }

  // A board of its own kind in place of the usual one.
  void use(ModelSettings settings) {
    if (settings.turns.languages.empty()) {
      settings.turns.languages = {"uz"};
    }
    model_ = std::make_unique<BoardModel>(std::move(settings), branch.now());
  }

  ScriptedBranch branch;
  BoardModel::Begun begun;

 private:
  std::unique_ptr<BoardModel> model_ = std::make_unique<BoardModel>(
      ModelSettings{.turns = {.languages = {"uz", "ru", "en"}}}, branch.now());

 protected:
  BoardModel& model() { return *model_; }
};

TEST_F(BoardModelTest, SaysNothingOfCallsThatWereThereBeforeIt) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.calls = past_calls(branch, 3, 2s);
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_EQ(picture().stage.kind, StageKind::kPast);
  EXPECT_EQ(picture().latest.size(), 2U);
}

TEST_F(BoardModelTest, SpeaksACallAndShowsIt) {
  branch.snapshot(branch.picture());
  EXPECT_THAT(hear(), IsEmpty());
  branch.call("A042", "3", "ru");
  EXPECT_THAT(hear(), ElementsAre("A042"));
  EXPECT_EQ(picture().stage.kind, StageKind::kCall);
  EXPECT_EQ(picture().stage.language, "ru");
  EXPECT_EQ(picture().stage.call.counter, "3");
}

TEST_F(BoardModelTest, ShowsARepeatedCallAsSuch) {
  branch.snapshot(branch.picture());
  branch.call("A042", "3");
  EXPECT_THAT(hear(), ElementsAre("A042"));
  branch.pass(10s);
  branch.call("A042", "3", "uz", true);
  EXPECT_THAT(hear(), ElementsAre("A042"));
  EXPECT_EQ(picture().stage.kind, StageKind::kRecall);
}

TEST_F(BoardModelTest, ShowsWhatItMissedWhileCutOffWithoutSpeakingIt) {
  branch.snapshot(branch.picture());
  branch.call("A042", "3");
  EXPECT_THAT(hear(), ElementsAre("A042"));
  branch.pass(5min);
  branch.call("B001", "1", "uz", false, 4min);
  branch.call("B002", "2", "uz", false, 40s);
  branch.call("B003", "4", "uz", false, 1s);
  branch.snapshot(branch.picture());
  EXPECT_THAT(hear(), IsEmpty()) << "the first on the stage is the one of 40 s ago";
  EXPECT_EQ(picture().stage.call.label, "B002");
  ASSERT_EQ(picture().latest.size(), 3U);
  EXPECT_EQ(picture().latest[0].label, "B003");
  EXPECT_TRUE(picture().latest[0].coming);
  EXPECT_EQ(picture().latest[1].label, "B001");
  branch.pass(1s);
  EXPECT_THAT(spoken(), ElementsAre("B003"));
}

TEST_F(BoardModelTest, TakesMissedCallsFromTheSnapshotWhenHistoryWasLost) {
  branch.snapshot(branch.picture());
  EXPECT_THAT(hear(), IsEmpty());
  branch.lose_history();
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.version += 10;
  snapshot.calls = past_calls(branch, 1, 3s);
  snapshot.calls[0].version = snapshot.version;
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), ElementsAre(snapshot.calls[0].label));
}

TEST_F(BoardModelTest, BeginsAnewWithAServerThatBeganAnew) {
  branch.snapshot(branch.picture());
  branch.call("A042", "3");
  EXPECT_THAT(hear(), ElementsAre("A042"));
  branch.start_anew();
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_EQ(picture().stage.kind, StageKind::kEmpty) << "of a branch that is no more";
  branch.snapshot(branch.picture());
  branch.call("A001", "3");
  EXPECT_THAT(hear(), ElementsAre("A001"));
  EXPECT_EQ(model().began_after(), 0);
}

TEST_F(BoardModelTest, CallsFromAnOrdinarySnapshotAreLeftToTheEvents) {
  branch.snapshot(branch.picture());
  EXPECT_THAT(hear(), IsEmpty());
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.version += 1;
  snapshot.calls = past_calls(branch, 1, 0s);
  snapshot.calls[0].version = snapshot.version;
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_EQ(picture().stage.kind, StageKind::kEmpty);
}

TEST_F(BoardModelTest, ShowsTheAgeOfItsNewsFromFiveSecondsAndAsksForStaffFromThirty) {
  client::QueueSnapshot snapshot = branch.picture();
  fill_queue(snapshot, 14);
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  branch.pass(4'999ms);
  EXPECT_EQ(picture().trust, Trust::kCurrent);
  EXPECT_EQ(model().next_change(branch.now()) - branch.now(), 1ms);
  branch.pass(1ms);
  EXPECT_EQ(picture().trust, Trust::kAged);
  EXPECT_EQ(picture().age, 5s);
  EXPECT_EQ(picture().waiting_total, 14);
  branch.pass(25s);
  EXPECT_EQ(picture().trust, Trust::kAskStaff);
  EXPECT_THAT(picture().services, IsEmpty()) << "never old as current";
  EXPECT_EQ(picture().waiting_total, 0);
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_EQ(picture().trust, Trust::kCurrent) << "recovers by itself";
  EXPECT_EQ(picture().waiting_total, 14);
}

TEST_F(BoardModelTest, AsksForStaffWhenTheBranchWasNeverHeard) {
  EXPECT_EQ(picture().trust, Trust::kStarting);
  branch.pass(30s);
  EXPECT_EQ(picture().trust, Trust::kAskStaff);
}

TEST_F(BoardModelTest, ShowsTheServersTimeInTheBranchesZone) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.at += 1h;  // the board's own clock is an hour late
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  ASSERT_TRUE(picture().time.has_value());
  EXPECT_EQ(picture().time->hour, 15);  // 09:32 + 1 h in UTC, Tashkent is five hours ahead
  EXPECT_EQ(picture().time->minute, 32);
  EXPECT_EQ(picture().time->weekday, 2);
}

TEST_F(BoardModelTest, JudgesTheAgeOfACallByTheServersTime) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.at += 1h;
  branch.snapshot(snapshot);
  branch.call("A042", "3", "uz", false, -1h);  // now, by the server
  EXPECT_THAT(hear(), ElementsAre("A042"));
  branch.call("B001", "3", "uz", false, 0s);  // an hour ago, by the server
  branch.pass(1min);
  EXPECT_THAT(hear(), IsEmpty());
}

TEST_F(BoardModelTest, StartsANewDayWithoutYesterdaysCalls) {
  branch.snapshot(branch.picture());
  branch.call("A042", "3");
  EXPECT_THAT(hear(), ElementsAre("A042"));
  branch.event(domain::DayOpened{*domain::BusinessDay::parse("2026-03-18")});
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_EQ(picture().stage.kind, StageKind::kEmpty);
}

TEST_F(BoardModelTest, TurnsTheLanguages) {
  std::vector<std::vector<std::string>> seen;
  for (int turn = 0; turn < 4; ++turn) {
    seen.push_back(picture().languages);
    branch.set_now(model().next_change(branch.now()));
    while (picture().languages == seen.back()) {
      branch.set_now(model().next_change(branch.now()));
    }
  }
  EXPECT_EQ(seen[0], seen[3]);
  EXPECT_NE(seen[0], seen[1]);
  EXPECT_NE(seen[1], seen[2]);
  EXPECT_NE(seen[2], seen[0]);
}

domain::Notice notice(domain::NoticeKind kind, const std::string& text, char id = '1') {
  return {.id = domain::NoticeId(domain::NoticeId::Bytes{static_cast<std::uint8_t>(id)}),
          .kind = kind,
          .texts = {{domain::LanguageTag("en"), text}},
          .until = {}};
}

TEST_F(BoardModelTest, ShowsOnlyTheCallsAndServicesOfItsZone) {
  use({.turns = {},
       .zone = {.counters = {domain::CounterId("3")}, .services = {domain::ServiceId("cash")}}});
  client::QueueSnapshot snapshot = branch.picture();
  fill_queue(snapshot, 60);
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  branch.call("A001", "4");
  branch.call("B001", "3");
  branch.call("A002", "3");
  EXPECT_THAT(hear(), ElementsAre("A002"));
  ASSERT_EQ(picture().services.size(), 1U);
  EXPECT_EQ(picture().waiting_total, 10);
}

TEST(BoardZone, NamesWhatTheBranchDoesNotHave) {
  client::BranchInfo branch = demo_branch();
  branch.counters = {domain::CounterId("3")};
  EXPECT_THAT(unknown_names({.counters = {domain::CounterId("3"), domain::CounterId("33")},
                             .services = {domain::ServiceId("cash"), domain::ServiceId("cahs")}},
                            branch),
              ElementsAre("counter \"33\"", "service \"cahs\""));
}

TEST_F(BoardModelTest, SpeaksAndShowsAfterARestartWhatTheRunBeforeItHadNotShown) {
  branch.call("A001", "1");
  const std::int64_t shown = branch.version();
  branch.drain();
  branch.call("A002", "2");
  const auto missed = branch.drain();
  use({.turns = {},
       .zone = {},
       .latest_rows = 5,
       .page_rows = 5,
       .above = {},
       .shown_up_to = shown});
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.calls = past_calls(branch, 2, 1s);
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty()) << "what the snapshot holds beyond the cursor, events will bring";
  EXPECT_EQ(picture().stage.call.version, shown);
  for (const client::BranchNews& news : missed) {
    model().take(news, branch.now());
  }
  EXPECT_THAT(spoken(), ElementsAre("A002"));
}

TEST_F(BoardModelTest, ShowsNothingButAnEmergencyAndTheCallsAfterIt) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.notices = {notice(domain::NoticeKind::kEmergency, "Leave the building")};
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  ASSERT_EQ(begun.notices.size(), 1U);
  ASSERT_TRUE(picture().over.has_value());
  EXPECT_EQ(picture().over->texts.at("en"), "Leave the building");
  branch.call("A001", "1");
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_THAT(begun.notices, IsEmpty()) << "it began once";
  branch.pass(5s);
  branch.snapshot(branch.picture());
  EXPECT_THAT(hear(), ElementsAre("A001"));
  EXPECT_TRUE(begun.emergency_over);
  EXPECT_FALSE(picture().over.has_value());
}

TEST_F(BoardModelTest, KeepsAnEmergencyWhileItIsCutOff) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.notices = {notice(domain::NoticeKind::kEmergency, "Leave the building")};
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  branch.pass(10min);
  EXPECT_THAT(spoken(), IsEmpty());
  EXPECT_EQ(picture().trust, Trust::kAskStaff);
  EXPECT_TRUE(picture().over.has_value());
}

TEST_F(BoardModelTest, SaysThatItClosesOverEverythingThenBesideTheCalls) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.notices = {notice(domain::NoticeKind::kClosing, "We close at 18:00")};
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_TRUE(picture().over.has_value());
  branch.call("A001", "1");
  EXPECT_THAT(hear(), ElementsAre("A001"));
  EXPECT_FALSE(picture().over.has_value()) << "nobody misses a call for it";
  ASSERT_TRUE(picture().beside.has_value());
  EXPECT_EQ(picture().beside->texts.at("en"), "We close at 18:00");
}

TEST_F(BoardModelTest, EndsANoticeAtItsTimeByTheServersClock) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.at += 1h;
  snapshot.notices = {notice(domain::NoticeKind::kEmergency, "Stay inside")};
  snapshot.notices[0].until = snapshot.at + 10s;
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  branch.set_now(branch.now() + 9'999ms);
  EXPECT_EQ(model().next_change(branch.now()) - branch.now(), 1ms);
  branch.pass(1ms);
  EXPECT_THAT(spoken(), IsEmpty());
  EXPECT_FALSE(picture().over.has_value());
}

TEST_F(BoardModelTest, SaysWhyAServiceIsLateAndWhatIsAheadNow) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.services[0].delay =
      domain::ServiceDelay{domain::DelayReason::kFewerCounters, 3, {8min, 13min + 1s, 20min}};
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  ASSERT_TRUE(picture().services[0].delay.has_value());
  EXPECT_EQ(picture().services[0].delay->reason, domain::DelayReason::kFewerCounters);
  EXPECT_EQ(picture().services[0].delay->range.low_min, 8);
  EXPECT_EQ(picture().services[0].delay->range.high_min, 14);
}

TEST_F(BoardModelTest, SuggestsOnlyWhatNeedsNoWaiting) {
  const auto way = [](const char* id, domain::AlternativeKind kind) {
    client::AlternativeInfo info;
    info.id = domain::AlternativeId(id);
    info.kind = kind;
    info.services = {domain::ServiceId("cash")};
    return info;
  };
  branch.info().alternatives = {way("atm", domain::AlternativeKind::kAtm),
                                way("later", domain::AlternativeKind::kQuieterHour)};
  branch.rename();
  branch.snapshot(branch.picture());
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_THAT(picture().suggestions, ElementsAre(domain::AlternativeId("atm")));
  EXPECT_EQ(picture().side->kind, SidePage::Kind::kSuggestions);
}

TEST_F(BoardModelTest, TurnsTheBanksPagesAndItsOwnTips) {
  auto panel = std::make_shared<PanelContent>();
  panel->rates = std::make_shared<const ExchangeRates>();
  panel->messages = {{{"uz", "Xush kelibsiz"}}};
  model().set_panel(panel);
  branch.snapshot(branch.picture());
  EXPECT_THAT(hear(), IsEmpty());
  std::set<TickerLine::Kind> lines;
  for (int turn = 0; turn < 20; ++turn) {
    lines.insert(picture().ticker.kind);
    branch.pass(15s);
  }
  EXPECT_THAT(lines, ElementsAre(TickerLine::Kind::kTip, TickerLine::Kind::kMessage));
  EXPECT_EQ(picture().side->kind, SidePage::Kind::kRates);
}

TEST_F(BoardModelTest, ShowsAllLanguagesSideBySideWhenItIsTold) {
  use({.turns = {.languages = {"uz", "ru"}, .together = true}});
  EXPECT_THAT(picture().languages, ElementsAre("uz", "ru"));
}

TEST_F(BoardModelTest, TellsAboveACounterWhoIsCalledThereBeforeTheNextSnapshotComes) {
  use({.turns = {}, .zone = {}, .latest_rows = 0, .page_rows = 1, .above = domain::CounterId("3")});
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.counters = {{.counter = domain::CounterId("3"),
                        .status = domain::CounterStatus::kIdle,
                        .ticket = {},
                        .since = {},
                        .services = {}}};
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_EQ(picture().sign->kind, CounterSign::Kind::kFree);
  branch.call("A001", "3");
  EXPECT_THAT(hear(), ElementsAre("A001"));
  EXPECT_EQ(picture().sign->kind, CounterSign::Kind::kCalling);
  EXPECT_EQ(picture().sign->label, "A001");
}

}  // namespace
}  // namespace navbat::board
