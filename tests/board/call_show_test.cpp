#include "display_board/model/call_show.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "display_board/limits.h"
#include "tests/board/scripted_branch.h"

namespace navbat::board {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr domain::Timestamp kStart{1'000'000s};

client::Call call(std::int64_t version, const std::string& label, bool recall = false) {
  return {.version = version,
          .ticket = ticket_of_label(label),
          .label = label,
          .service = service_of(label),
          .language = domain::LanguageTag("uz"),
          .counter = domain::CounterId("3"),
          .at = kStart,
          .recall = recall};
}

std::vector<std::string> labels(const std::vector<Staged>& staged) {
  std::vector<std::string> result;
  for (const Staged& one : staged) {
    result.push_back(one.call.label);
  }
  return result;
}

std::vector<std::string> labels(const std::vector<Listed>& listed) {
  std::vector<std::string> result;
  for (const Listed& one : listed) {
    result.push_back(one.call.label);
  }
  return result;
}

TEST(CallShow, GivesTheStageToTwoCallsOfTheSameMillisecondInOrderEachForItsTurn) {
  CallShow show;
  ASSERT_TRUE(show.take(call(1, "A001"), 0ms));
  ASSERT_TRUE(show.take(call(2, "B001"), 0ms));
  EXPECT_THAT(labels(show.advance(kStart)), ElementsAre("A001"));
  EXPECT_THAT(labels(show.latest(8)), ElementsAre("B001")) << "seen at once, in the list";
  EXPECT_EQ(show.next_turn(), kStart + kTurn);
  EXPECT_THAT(labels(show.advance(kStart + kTurn - 1ms)), IsEmpty());
  EXPECT_THAT(labels(show.advance(kStart + kTurn)), ElementsAre("B001"));
  EXPECT_THAT(labels(show.latest(8)), ElementsAre("A001"));
  EXPECT_EQ(show.next_turn(), std::nullopt);
}

TEST(CallShow, KeepsACallOnTheStageForTheShortestTurnHoweverManyWait) {
  CallShow show;
  for (int i = 1; i <= 20; ++i) {
    ASSERT_TRUE(show.take(call(i, domain::Label{"A", i}.to_string()), 0ms));
  }
  domain::Timestamp now = kStart;
  EXPECT_EQ(show.advance(now).size(), 1U);
  std::size_t seen = 1;
  while (const auto turn = show.next_turn()) {
    EXPECT_GE(*turn - now, kShortestTurn);
    now = *turn;
    const auto came = show.advance(now);
    ASSERT_EQ(came.size(), 1U) << "one at a time";
    EXPECT_EQ(came[0].call.version, static_cast<std::int64_t>(++seen));
  }
  EXPECT_EQ(seen, 20U);
}

TEST(CallShow, TakesACallOnce) {
  CallShow show;
  EXPECT_TRUE(show.take(call(1, "A001"), 0ms));
  EXPECT_FALSE(show.take(call(1, "A001"), 0ms));
  EXPECT_EQ(show.advance(kStart).size(), 1U);
  EXPECT_EQ(show.advance(kStart + 1h).size(), 0U);
}

TEST(CallShow, StaysSilentAboutACallThatItHeardOfLate) {
  CallShow show;
  ASSERT_TRUE(show.take(call(1, "A001"), kSpeakWithin + 1ms));
  const auto came = show.advance(kStart);
  ASSERT_EQ(came.size(), 1U);
  EXPECT_TRUE(came[0].late);
  EXPECT_FALSE(show.is_new(kStart));
}

TEST(CallShow, ListsAnOldCallWithoutGivingItTheStage) {
  CallShow show;
  ASSERT_TRUE(show.take(call(1, "A001"), 0ms));
  static_cast<void>(show.advance(kStart));
  ASSERT_TRUE(show.take(call(2, "B001"), kStageWithin + 1ms));
  EXPECT_THAT(labels(show.advance(kStart + 1h)), IsEmpty());
  EXPECT_THAT(labels(show.latest(8)), ElementsAre("B001"));
}

TEST(CallShow, AnnouncesNothingOfTheHistoryAndStagesItsNewestAsPast) {
  CallShow show;
  show.add_history({call(9, "C009"), call(8, "B008"), call(7, "A007")});
  EXPECT_THAT(labels(show.advance(kStart)), IsEmpty());
  ASSERT_TRUE(show.stage().has_value());
  EXPECT_EQ(show.stage()->call.label, "C009");
  EXPECT_FALSE(show.is_new(kStart));
  EXPECT_THAT(labels(show.latest(8)), ElementsAre("B008", "A007"));
}

TEST(CallShow, ListsATicketThatWasCalledAgainOnce) {
  CallShow show;
  show.add_history({call(2, "B001"), call(1, "A001")});
  ASSERT_TRUE(show.take(call(3, "A001", true), 0ms));
  static_cast<void>(show.advance(kStart));
  EXPECT_TRUE(show.stage()->call.recall);
  EXPECT_THAT(labels(show.latest(8)), ElementsAre("B001"));
}

TEST(CallShow, IsNoLongerNewsAfterAWhile) {
  CallShow show;
  ASSERT_TRUE(show.take(call(1, "A001"), 0ms));
  static_cast<void>(show.advance(kStart));
  EXPECT_TRUE(show.is_new(kStart + kNewFor - 1ms));
  EXPECT_FALSE(show.is_new(kStart + kNewFor));
}

TEST(CallShow, ShowsThePaperLabelEverywhere) {
  CallShow show;
  ASSERT_TRUE(show.take(call(1, "A001"), 0ms));
  static_cast<void>(show.advance(kStart));
  show.relabel(ticket_of_label("A001"), "AX01");
  EXPECT_EQ(show.stage()->call.label, "AX01");
}

TEST(CallShow, ForgetsYesterdayAndNeverTakesItBack) {
  CallShow show;
  show.add_history({call(9, "C009")});
  show.forget();
  EXPECT_FALSE(show.stage().has_value());
  EXPECT_FALSE(show.take(call(9, "C009"), 0ms));
  EXPECT_TRUE(show.take(call(10, "A001"), 0ms));
}

}  // namespace
}  // namespace navbat::board
