#include "display_board/model/call_show.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "display_board/limits.h"
#include "tests/board/scripted_branch.h"

namespace navbat::board {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr domain::Timestamp kStart{1'000'000s};
constexpr std::size_t kRows = 8;

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

TEST(CallShow, KeepsTheStageCloseToTheListWhenTheHallIsCalledFasterThanAnyoneCanRead) {
  CallShow show(kRows, kRows);
  domain::Timestamp now = kStart;
  for (std::int64_t version = 1; version <= 600; ++version) {
    ASSERT_TRUE(show.take(call(version, "A" + std::to_string(version)), 0ms, now));
    for (const Staged& staged : show.advance(now)) {
      EXPECT_LE(version - staged.call.version, kStageBehind / 500ms + 1);
    }
    show.presented();
    now += 500ms;
  }
  for (const auto quiet = now + kStageBehind + kTurn; now < quiet; now += 500ms) {
    static_cast<void>(show.advance(now));
  }
  EXPECT_EQ(show.stage()->call.label, "A600");
  EXPECT_EQ(show.next_turn(), std::nullopt);
}

TEST(CallShow, GivesTheStageToTwoCallsOfTheSameMillisecondInOrderEachForItsTurn) {
  CallShow show(kRows, kRows);
  ASSERT_TRUE(show.take(call(1, "A001"), 0ms, kStart));
  ASSERT_TRUE(show.take(call(2, "B001"), 0ms, kStart));
  EXPECT_THAT(labels(show.advance(kStart)), ElementsAre("A001"));
  EXPECT_THAT(labels(show.latest()), ElementsAre("B001")) << "seen at once, in the list";
  EXPECT_EQ(show.next_turn(), kStart + kTurn);
  EXPECT_THAT(labels(show.advance(kStart + kTurn - 1ms)), IsEmpty());
  EXPECT_THAT(labels(show.advance(kStart + kTurn)), ElementsAre("B001"));
  EXPECT_THAT(labels(show.latest()), ElementsAre("A001"));
  EXPECT_EQ(show.next_turn(), std::nullopt);
}

TEST(CallShow, GivesTheStageToACallFromEachOfEightCountersForTheShortestTurnAtLeast) {
  CallShow show(kRows, kRows);
  for (int i = 1; i <= 8; ++i) {
    ASSERT_TRUE(show.take(call(i, domain::Label{"A", i}.to_string()), 0ms, kStart));
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
  EXPECT_EQ(seen, 8U);
}

TEST(CallShow, TakesACallOnce) {
  CallShow show(kRows, kRows);
  EXPECT_TRUE(show.take(call(1, "A001"), 0ms, kStart));
  EXPECT_FALSE(show.take(call(1, "A001"), 0ms, kStart));
  EXPECT_EQ(show.advance(kStart).size(), 1U);
  EXPECT_EQ(show.advance(kStart + 1h).size(), 0U);
}

TEST(CallShow, StaysSilentAboutACallThatItHeardOfLate) {
  CallShow show(kRows, kRows);
  ASSERT_TRUE(show.take(call(1, "A001"), kSpeakWithin + 1ms, kStart));
  const auto came = show.advance(kStart);
  ASSERT_EQ(came.size(), 1U);
  EXPECT_TRUE(came[0].late);
  EXPECT_FALSE(show.is_new(kStart));
}

TEST(CallShow, ListsAnOldCallWithoutGivingItTheStage) {
  CallShow show(kRows, kRows);
  ASSERT_TRUE(show.take(call(1, "A001"), 0ms, kStart));
  static_cast<void>(show.advance(kStart));
  ASSERT_TRUE(show.take(call(2, "B001"), kStageWithin + 1ms, kStart));
  EXPECT_THAT(labels(show.advance(kStart + 1h)), IsEmpty());
  EXPECT_THAT(labels(show.latest()), ElementsAre("B001"));
}

TEST(CallShow, AnnouncesNothingOfTheHistoryAndStagesItsNewestAsPast) {
  CallShow show(kRows, kRows);
  show.add_history({call(9, "C009"), call(8, "B008"), call(7, "A007")});
  EXPECT_THAT(labels(show.advance(kStart)), IsEmpty());
  ASSERT_TRUE(show.stage().has_value());
  EXPECT_EQ(show.stage()->call.label, "C009");
  EXPECT_FALSE(show.is_new(kStart));
  EXPECT_THAT(labels(show.latest()), ElementsAre("B008", "A007"));
}

TEST(CallShow, ListsATicketThatWasCalledAgainOnce) {
  CallShow show(kRows, kRows);
  show.add_history({call(2, "B001"), call(1, "A001")});
  ASSERT_TRUE(show.take(call(3, "A001", true), 0ms, kStart));
  static_cast<void>(show.advance(kStart));
  EXPECT_TRUE(show.stage()->call.recall);
  EXPECT_THAT(labels(show.latest()), ElementsAre("B001"));
}

TEST(CallShow, IsNoLongerNewsAfterAWhile) {
  CallShow show(kRows, kRows);
  ASSERT_TRUE(show.take(call(1, "A001"), 0ms, kStart));
  static_cast<void>(show.advance(kStart));
  EXPECT_TRUE(show.is_new(kStart + kNewFor - 1ms));
  EXPECT_FALSE(show.is_new(kStart + kNewFor));
}

TEST(CallShow, ShowsThePaperLabelEverywhere) {
  CallShow show(kRows, kRows);
  ASSERT_TRUE(show.take(call(1, "A001"), 0ms, kStart));
  static_cast<void>(show.advance(kStart));
  show.relabel(ticket_of_label("A001"), "AX01");
  EXPECT_EQ(show.stage()->call.label, "AX01");
}

// Lets time pass until nothing waits, as a screen that shows each frame; the versions in the order
// in which they were to be seen, and how many at a time.
struct Seen {
  std::vector<std::int64_t> versions;
  std::size_t most_at_once = 0;
};
Seen watch(CallShow& show, domain::Timestamp now) {
  Seen seen;
  std::set<std::int64_t> known;
  for (int frame = 0; frame < 10'000; ++frame) {
    static_cast<void>(show.advance(now));
    std::vector<std::int64_t> fresh;
    for (const Listed& listed : show.latest()) {
      fresh.push_back(listed.call.version);
    }
    if (show.stage()) {
      fresh.push_back(show.stage()->call.version);
    }
    std::erase_if(fresh, [&](std::int64_t version) { return !known.insert(version).second; });
    std::sort(fresh.begin(), fresh.end());
    seen.versions.insert(seen.versions.end(), fresh.begin(), fresh.end());
    seen.most_at_once = std::max(seen.most_at_once, fresh.size());
    show.presented();
    const auto next = show.next_turn();
    if (!next) {
      break;
    }
    now = std::max(now + 1ms, *next);
  }
  return seen;
}

TEST(CallShow, SkipsNoneOfAHundredCallsThatComeAtOnceAfterABreak) {
  CallShow show(5, 5);
  std::vector<std::int64_t> all;
  for (int i = 1; i <= 100; ++i) {
    ASSERT_TRUE(show.take(call(i, domain::Label{"A", i}.to_string()), 30s, kStart));
    all.push_back(i);
  }
  const Seen seen = watch(show, kStart);
  EXPECT_EQ(seen.versions, all);
  EXPECT_LE(seen.most_at_once, 5U);
}

TEST(CallShow, ShowsACallAndItsRepetitionOneAfterTheOtherWhenBothWereMissed) {
  CallShow show(5, 5);
  ASSERT_TRUE(show.take(call(1, "A001"), 10s, kStart));
  ASSERT_TRUE(show.take(call(2, "A001", true), 9s, kStart));
  EXPECT_THAT(watch(show, kStart).versions, ElementsAre(1, 2));
}

TEST(CallShow, LetsNoPageGoBeforeItWasOnTheScreen) {
  CallShow show(2, 2);
  for (int i = 1; i <= 4; ++i) {
    ASSERT_TRUE(show.take(call(i, domain::Label{"A", i}.to_string()), 30s, kStart));
  }
  static_cast<void>(show.advance(kStart));
  static_cast<void>(show.advance(kStart + 1h));
  EXPECT_THAT(labels(show.latest()), ElementsAre("A001")) << "A002 has the stage";
  show.presented();
  static_cast<void>(show.advance(kStart + 1h));
  EXPECT_THAT(labels(show.latest()), ElementsAre("A004", "A003"));
}

TEST(CallShow, ShowsAMissedRepetitionOfTheTicketThatStandsOnTheStage) {
  CallShow show(5, 5);
  ASSERT_TRUE(show.take(call(1, "A001"), 0ms, kStart));
  static_cast<void>(show.advance(kStart));
  show.presented();
  ASSERT_TRUE(show.take(call(2, "A001", true), kStageWithin + 1min, kStart + 1h));
  static_cast<void>(show.advance(kStart + 1h));
  EXPECT_EQ(show.stage()->call.version, 2);
}

TEST(CallShow, ForgetsYesterdayAndNeverTakesItBack) {
  CallShow show(kRows, kRows);
  show.add_history({call(9, "C009")});
  show.forget();
  EXPECT_FALSE(show.stage().has_value());
  EXPECT_FALSE(show.take(call(9, "C009"), 0ms, kStart));
  EXPECT_TRUE(show.take(call(10, "A001"), 0ms, kStart));
}

}  // namespace
}  // namespace navbat::board
