// Which calls a board shows and speaks, and how far it trusts what it knows.

#include "tests/board/board_model_fixture.h"

namespace navbat::board {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class BoardModelTest : public ModelOfBoard {};

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

}  // namespace
}  // namespace navbat::board
