#include "domain/check_in.h"

#include <gtest/gtest.h>

#include "domain/commands.h"
#include "tests/support/test_branch.h"

namespace navbat::domain {
namespace {

using namespace std::chrono_literals;
using testing::test_calendar;

// 14:00 in Tashkent.
const Timestamp kAt = *parse_rfc3339("2026-03-17T09:00:00Z");

CheckInVerdict verdict_at(Timestamp now, AppointmentState state = AppointmentState::kBooked,
                          Timestamp at = kAt) {
  const Appointment appointment{BookingCode{"482910"}, ServiceId{"cash"}, at, state};
  return check_in(&appointment, {30min, 15min}, test_calendar(), now).verdict;
}

TEST(CheckIn, IsOpenFromTheEarlyLimitToTheLateOne) {
  EXPECT_EQ(verdict_at(kAt - 30min - 1ms), CheckInVerdict::kTooEarly);
  EXPECT_EQ(verdict_at(kAt - 30min), CheckInVerdict::kOk);
  EXPECT_EQ(verdict_at(kAt), CheckInVerdict::kOk);
  EXPECT_EQ(verdict_at(kAt + 15min), CheckInVerdict::kOk);
  EXPECT_EQ(verdict_at(kAt + 15min + 1ms), CheckInVerdict::kTooLate);
}

TEST(CheckIn, OfAnotherDayNamesTheDayInsteadOfTheHour) {
  EXPECT_EQ(verdict_at(kAt - 24h), CheckInVerdict::kWrongDay);
  EXPECT_EQ(verdict_at(kAt + 24h), CheckInVerdict::kWrongDay);
}

TEST(CheckIn, JustAcrossMidnightIsStillInTime) {
  const Timestamp midnight = *parse_rfc3339("2026-03-17T19:00:00Z");
  EXPECT_EQ(verdict_at(midnight - 10min, AppointmentState::kBooked, midnight + 10min),
            CheckInVerdict::kOk);
}

TEST(CheckIn, OfAUsedACancelledAndAnUnknownOneIsRefusedWhateverTheTime) {
  EXPECT_EQ(verdict_at(kAt, AppointmentState::kCheckedIn), CheckInVerdict::kUsed);
  EXPECT_EQ(verdict_at(kAt - 24h, AppointmentState::kCancelled), CheckInVerdict::kCancelled);
  EXPECT_EQ(check_in(nullptr, {}, test_calendar(), kAt).verdict, CheckInVerdict::kUnknown);
}

TEST(CheckIn, SaysFromWhenAndForWhenItWouldBe) {
  const Appointment appointment{BookingCode{"482910"}, ServiceId{"cash"}, kAt};
  const CheckIn early = check_in(&appointment, {30min, 15min}, test_calendar(), kAt - 2h);
  EXPECT_EQ(early.from, kAt - 30min);
  EXPECT_EQ(early.at, kAt);
}

TEST(BookingCode, CanBeTypedOnAKeypadOrByAScanner) {
  for (const char* code : {"4829", "482910", "A1B2C3", "12345678901234567890"}) {
    EXPECT_TRUE(is_valid_booking_code(code)) << code;
  }
  for (const char* code : {"", "123", "48 29", "48-29", "abcd", "123456789012345678901"}) {
    EXPECT_FALSE(is_valid_booking_code(code)) << code;
  }
}

TEST(Appointment, IsWhatItsEventsMadeOfIt) {
  const Appointment booked =
      after(AppointmentBooked{BookingCode{"482910"}, ServiceId{"cash"}, kAt});
  EXPECT_EQ(booked.state, AppointmentState::kBooked);
  TicketIssued issued;
  issued.ticket = testing::test_id(1);
  EXPECT_EQ(after(booked, issued).state, AppointmentState::kCheckedIn);
  EXPECT_EQ(after(booked, issued).ticket, testing::test_id(1));
  EXPECT_EQ(after(booked, AppointmentCancelled{booked.code}).state, AppointmentState::kCancelled);
}

}  // namespace
}  // namespace navbat::domain
