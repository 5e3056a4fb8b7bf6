#include "domain/opening_hours.h"

#include <gtest/gtest.h>

#include "domain/availability.h"

namespace navbat::domain {
namespace {

using std::chrono::year;

const auto kTuesday = year{2026} / 3 / 17;
const auto kWednesday = year{2026} / 3 / 18;
const auto kSunday = year{2026} / 3 / 22;

DaySpans spans(const char* text) { return parse_spans(text).value(); }

// Monday to Friday.
WeekHours working_week(const char* text) {
  WeekHours week;
  for (std::size_t i = 0; i < 5; ++i) week.days[i] = spans(text);
  return week;
}

LocalTime at(std::chrono::year_month_day date, int hour, int minute = 0) {
  return {date, hour, minute, 0};
}

TEST(OpeningHours, AreReadAsTheyAreWritten) {
  for (const char* text :
       {"09:00-18:00", "09:00-13:00 14:00-18:00", "00:00-24:00", "09:00-13:00 13:00-18:00", ""}) {
    EXPECT_EQ(to_string(spans(text)), text);
  }
}

TEST(OpeningHours, ThatCannotBeAreRefused) {
  for (const char* text :
       {"9:00-18:00", "09:00", "09:00-09:00", "18:00-09:00", "09:00-24:01", "09:60-10:00",
        "09:00-13:00, 14:00-18:00", "14:00-18:00 09:00-13:00", "09:00-13:00 12:00-18:00",
        "09:00-13:00 ", " 09:00-13:00", "always", "09:00-1x:00"}) {
    EXPECT_FALSE(parse_spans(text).has_value()) << text;
  }
}

TEST(OpeningHours, WithoutAWeekAreAlways) { EXPECT_EQ(OpeningHours{}.on(kSunday), all_day()); }

TEST(OpeningHours, AreThoseOfTheWeekdayUnlessTheDayIsSpecial) {
  OpeningHours hours{working_week("09:00-18:00"),
                     {{kTuesday, {}}, {kSunday, spans("10:00-12:00")}}};
  EXPECT_EQ(to_string(hours.on(kWednesday)), "09:00-18:00");
  EXPECT_TRUE(hours.on(kTuesday).empty());
  EXPECT_EQ(to_string(hours.on(kSunday)), "10:00-12:00");
}

TEST(OpeningHours, OfAServiceLieWithinTheBranchs) {
  const ServiceHours service{{working_week("09:00-13:00 14:00-18:00"), {}},
                             working_week("12:00-17:00")};
  EXPECT_EQ(to_string(service.on(kTuesday)), "12:00-13:00 14:00-17:00");
  EXPECT_TRUE(service.on(kSunday).empty());
}

TEST(Availability, EndsWithTheMinuteOfClosing) {
  const ServiceHours hours{{working_week("09:00-18:00"), {}}, {}};
  EXPECT_FALSE(availability(hours, {}, 0, at(kTuesday, 8, 59)).is_open());
  EXPECT_TRUE(availability(hours, {}, 0, at(kTuesday, 9)).is_open());
  EXPECT_TRUE(availability(hours, {}, 0, at(kTuesday, 17, 59)).is_open());
  EXPECT_FALSE(availability(hours, {}, 0, at(kTuesday, 18)).is_open());
}

TEST(Availability, SaysWhenTheServiceOpensNext) {
  const ServiceHours hours{{working_week("09:00-13:00 14:00-18:00"), {{year{2026} / 3 / 23, {}}}},
                           {}};
  const auto opens = [&](const LocalTime& now) { return availability(hours, {}, 0, now).opens_at; };
  EXPECT_EQ(opens(at(kTuesday, 7)), (LocalMinute{kTuesday, 9 * 60}));
  EXPECT_EQ(opens(at(kTuesday, 13, 30)), (LocalMinute{kTuesday, 14 * 60}));
  EXPECT_EQ(opens(at(kTuesday, 20)), (LocalMinute{kWednesday, 9 * 60}));
  // Over the weekend and a Monday that is closed.
  EXPECT_EQ(opens(at(year{2026} / 3 / 20, 20)), (LocalMinute{year{2026} / 3 / 24, 9 * 60}));
}

TEST(Availability, OfAServiceThatNeverOpensKnowsNoTime) {
  const Availability found = availability({{WeekHours{}, {}}, {}}, {}, 0, at(kTuesday, 9));
  EXPECT_EQ(found.closed_because, ClosedBecause::kHours);
  EXPECT_EQ(found.opens_at, std::nullopt);
}

TEST(Availability, AQuotaClosesTheRestOfTheDay) {
  const ServiceHours hours{{working_week("09:00-13:00 14:00-18:00"), {}}, {}};
  EXPECT_TRUE(availability(hours, 2, 1, at(kTuesday, 10)).is_open());
  const Availability used_up = availability(hours, 2, 2, at(kTuesday, 10));
  EXPECT_EQ(used_up.closed_because, ClosedBecause::kQuota);
  EXPECT_EQ(used_up.opens_at, (LocalMinute{kWednesday, 9 * 60}));
  // Closed by its hours as well: the afternoon brings no ticket either.
  const Availability at_noon = availability(hours, 2, 2, at(kTuesday, 13, 30));
  EXPECT_EQ(at_noon.closed_because, ClosedBecause::kHours);
  EXPECT_EQ(at_noon.opens_at, (LocalMinute{kWednesday, 9 * 60}));
}

TEST(Availability, AQuotaOfABranchWithoutHoursEndsWithItsDayWhenever) {
  const Availability used_up = availability({}, 2, 3, at(kTuesday, 10));
  EXPECT_EQ(used_up.closed_because, ClosedBecause::kQuota);
  EXPECT_EQ(used_up.opens_at, std::nullopt);
}

}  // namespace
}  // namespace navbat::domain
