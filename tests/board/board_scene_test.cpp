#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/board/board_stage.h"

namespace navbat::board {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

TEST(Board, ShowsACallAndReportsItOnce) {
  BoardStage stage;
  stage.branch.snapshot(stage.branch.picture());
  stage.settle();
  EXPECT_FALSE(stage.sees().shows("A 042"));
  stage.branch.call("A042", "3");
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("A 042"));
  EXPECT_TRUE(stage.sees().shows("Chaqirilmoqda"));
  stage.pass(3s);
  EXPECT_THAT(stage.shown, ElementsAre("A042"));
  EXPECT_THAT(stage.announced, ElementsAre("A042"));
}

TEST(Board, ShowsTwoCallsOfOneMomentAtOnceAndSpeaksThemInTurn) {
  BoardStage stage;
  stage.branch.snapshot(stage.branch.picture());
  stage.branch.call("A042", "3");
  stage.branch.call("B007", "5");
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("A 042"));
  EXPECT_TRUE(stage.sees().shows("B 007"));
  EXPECT_THAT(stage.announced, ElementsAre("A042"));
  stage.pass(5s);
  EXPECT_THAT(stage.announced, ElementsAre("A042", "B007"));
}

TEST(Board, UsesTheWordsOfTheTicketsLanguageForItsCall) {
  BoardStage stage;
  stage.branch.snapshot(stage.branch.picture());
  stage.branch.call("A042", "3", "ru");
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("Приглашаем"));
  EXPECT_TRUE(stage.sees().shows("Navbatda"));
}

TEST(Board, LooksAfterItsNewsWithoutDrawingBetweenCalls) {
  BoardStage stage;
  stage.branch.snapshot(stage.branch.picture());
  stage.settle();
  stage.pass(3s);
  const int drawn = stage.frames;
  stage.pass(40s);
  // Three changes of the footer and one minute.
  EXPECT_LE(stage.frames - drawn, 4);
}

TEST(Board, SaysThatItWasCutOffAndRecovers) {
  BoardStage stage;
  stage.branch.snapshot(stage.branch.picture());
  stage.settle();
  stage.pass(6s, false);
  EXPECT_TRUE(stage.sees().shows("yangilik yoʻq"));
  stage.pass(25s, false);
  EXPECT_TRUE(stage.sees().shows("bank xodimiga murojaat"));
  EXPECT_FALSE(stage.sees().shows("Navbatda"));
  stage.branch.snapshot(stage.branch.picture());
  stage.settle();
  EXPECT_FALSE(stage.sees().shows("yangilik yoʻq"));
  EXPECT_TRUE(stage.sees().shows("Navbatda"));
}

domain::Notice notice(domain::NoticeKind kind, const std::string& text) {
  return {.id = domain::NoticeId(domain::NoticeId::Bytes{1}),
          .kind = kind,
          .texts = {{domain::LanguageTag("uz"), text}},
          .until = {}};
}

TEST(Board, SaysAnEmergencyOverEverythingUntilItIsWithdrawn) {
  BoardStage stage;
  stage.branch.snapshot(stage.branch.picture());
  stage.branch.call("A042", "3");
  stage.settle();
  client::QueueSnapshot alarm = stage.branch.picture();
  alarm.notices = {notice(domain::NoticeKind::kEmergency, "Binodan chiqing")};
  stage.branch.snapshot(alarm);
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("Binodan chiqing"));
  EXPECT_FALSE(stage.sees().shows("A 042"));
  EXPECT_THAT(stage.notices, ElementsAre("emergency"));
  stage.branch.snapshot(stage.branch.picture());
  stage.settle();
  EXPECT_FALSE(stage.sees().shows("Binodan chiqing"));
  EXPECT_TRUE(stage.sees().shows("A 042"));
  EXPECT_EQ(stage.emergencies_over, 1);
}

TEST(Board, GoesOnCallingWhileTheBranchCloses) {
  BoardStage stage;
  client::QueueSnapshot closing = stage.branch.picture();
  closing.notices = {notice(domain::NoticeKind::kClosing, "Soat 17 da yopamiz")};
  stage.branch.snapshot(closing);
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("Filial yopilmoqda"));
  stage.branch.call("A042", "3");
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("A 042"));
  EXPECT_TRUE(stage.sees().shows("Soat 17 da yopamiz"));
}

TEST(Board, ShowsWhoIsNextHowLongAndWhyItTakesLonger) {
  BoardStage stage;
  client::QueueSnapshot snapshot = stage.branch.picture();
  client::ServiceQueue& cash = snapshot.services[0];
  cash.waiting = 7;
  cash.next = {"A043", "A044", "A045"};
  cash.promise = client::WaitRange{20min, 28min, 35min};
  cash.delay = domain::ServiceDelay{
      .reason = domain::DelayReason::kFewerCounters, .tickets = 2, .wait = {15min, 22min, 30min}};
  stage.branch.snapshot(snapshot);
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("A 043"));
  EXPECT_TRUE(stage.sees().shows("A 045"));
  EXPECT_TRUE(stage.sees().shows("20–28 daq"));
  EXPECT_TRUE(stage.sees().shows("kamroq oyna ishlayapti. Navbatdagilarga yana 15–22 daq"));
}

TEST(Board, StandsItsLanguagesSideBySideWhenItIsTold) {
  BoardStage stage({.turns = {.languages = {"uz", "ru"}, .together = true}});
  stage.branch.snapshot(stage.branch.picture());
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("Oyna\u00A0· Окно"));
}

TEST(Board, SaysAboveACounterWhoIsServedThere) {
  BoardStage stage({.spec = {.kind = LayoutKind::kCounter, .width_mm = 531, .distance_m = 3},
                    .zone = {.counters = {domain::CounterId("3")}, .services = {}}});
  client::QueueSnapshot snapshot = stage.branch.picture();
  client::CounterNow counter;
  counter.counter = domain::CounterId("3");
  counter.status = domain::CounterStatus::kIdle;
  snapshot.counters = {counter};
  stage.branch.snapshot(snapshot);
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("Boʻsh"));
  stage.branch.call("A042", "3");
  stage.branch.call("B007", "5");
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("A 042"));
  EXPECT_FALSE(stage.sees().shows("B 007"));
}

TEST(Board, MovesForAFewSecondsAfterACallAndThenStandsStill) {
  BoardStage stage;
  stage.branch.snapshot(stage.branch.picture());
  stage.pass(1s);
  stage.branch.call("A042", "3");
  stage.settle();
  const int before = stage.frames;
  stage.pass(4s);
  const int moving = stage.frames - before;
  EXPECT_GT(moving, 10);
  EXPECT_LT(moving, 4 * 30) << "not every frame that a display could show";
  const int settled = stage.frames;
  stage.pass(4s);
  EXPECT_LE(stage.frames - settled, 1);
}

}  // namespace
}  // namespace navbat::board
