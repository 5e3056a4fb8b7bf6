#include "domain/business_day.h"

#include <gtest/gtest.h>

namespace navbat::domain {
namespace {

BranchCalendar calendar(const std::string& zone, int day_starts_at_min = 0) {
  return {*find_time_zone(zone), std::chrono::minutes{day_starts_at_min}};
}

BusinessDay day(const char* text) { return *BusinessDay::parse(text); }
Timestamp at(const char* text) { return *parse_rfc3339(text); }

TEST(BusinessDay, BelongsToTheBranchsTimeZone) {
  EXPECT_EQ(calendar("Asia/Tashkent").day_of(at("2026-03-17T18:59:59Z")), day("2026-03-17"));
  EXPECT_EQ(calendar("Asia/Tashkent").day_of(at("2026-03-17T19:00:00Z")), day("2026-03-18"));
  EXPECT_EQ(calendar("America/New_York").day_of(at("2026-03-17T03:00:00Z")), day("2026-03-16"));
}

TEST(BusinessDay, MayBeginAfterMidnight) {
  const BranchCalendar late = calendar("Asia/Tashkent", 4 * 60);
  EXPECT_EQ(late.day_of(at("2026-03-17T22:59:59Z")), day("2026-03-17"));
  EXPECT_EQ(late.day_of(at("2026-03-17T23:00:00Z")), day("2026-03-18"));
}

TEST(BusinessDay, StartsWhereItsFirstInstantFalls) {
  EXPECT_EQ(calendar("Asia/Tashkent").start_of(day("2026-03-18")), at("2026-03-17T19:00:00Z"));
}

TEST(BusinessDay, SurvivesAMidnightThatSummerTimeSkips) {
  // In Beirut clocks went from 00:00 to 01:00 on 31 March 2024.
  const BranchCalendar beirut = calendar("Asia/Beirut");
  const Timestamp start = beirut.start_of(day("2024-03-31"));
  EXPECT_EQ(beirut.day_of(start), day("2024-03-31"));
  EXPECT_EQ(beirut.day_of(start - Milliseconds{1}), day("2024-03-30"));
}

TEST(BusinessDay, DoesNotOpenTwiceWhenAnHourRepeats) {
  // In Warsaw 02:00 to 03:00 happened twice on 26 October 2025.
  const BranchCalendar warsaw = calendar("Europe/Warsaw", 150);
  EXPECT_EQ(warsaw.day_of(at("2025-10-26T00:30:00Z")), day("2025-10-26"));  // 02:30, the first.
  // 02:00 for the second time: by its local time alone it would be yesterday again.
  const BusinessDay repeated = warsaw.day_of(at("2025-10-26T01:00:00Z"));
  EXPECT_EQ(judge_day(day("2025-10-26"), repeated), DayVerdict::kClockBehind);
}

TEST(BusinessDay, IsNotOpenedByAnAbsurdClock) {
  EXPECT_EQ(judge_day(std::nullopt, day("2026-03-17")), DayVerdict::kNewDay);
  EXPECT_EQ(judge_day(day("2026-03-17"), day("2026-03-17")), DayVerdict::kSameDay);
  EXPECT_EQ(judge_day(day("2026-03-17"), day("2026-03-18")), DayVerdict::kNewDay);
  EXPECT_EQ(judge_day(day("2026-03-17"), day("2000-01-01")), DayVerdict::kClockBehind);
  EXPECT_EQ(judge_day(day("2026-03-17"), day("2106-02-07")), DayVerdict::kClockAbsurd);
}

TEST(BusinessDay, ReadsOnlyRealDates) {
  EXPECT_TRUE(BusinessDay::parse("2024-02-29"));
  for (const char* text : {"2026-02-29", "2026-13-01", "2026-3-1", "26-03-17", "", "2026-03-17T"}) {
    EXPECT_FALSE(BusinessDay::parse(text)) << text;
  }
}

TEST(TimeZone, SaysWhatItExpectedWhenItDoesNotExist) {
  const auto zone = find_time_zone("Asia/Nowhere");
  ASSERT_FALSE(zone.has_value());
  EXPECT_NE(zone.error().find("Asia/Tashkent"), std::string::npos);
}

}  // namespace
}  // namespace navbat::domain
