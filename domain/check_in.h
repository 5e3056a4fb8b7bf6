#pragma once
// Appointments, and the rule of checking in for one.

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "domain/business_day.h"
#include "domain/ids.h"
#include "domain/time.h"

namespace navbat::domain {

enum class AppointmentState { kBooked, kCheckedIn, kCancelled };
[[nodiscard]] std::string_view to_string(AppointmentState state);  // "checked_in"
[[nodiscard]] std::optional<AppointmentState> parse_appointment_state(std::string_view text);

struct Appointment {
  BookingCode code;
  ServiceId service;
  Timestamp at{};
  AppointmentState state = AppointmentState::kBooked;
  std::optional<TicketId> ticket = std::nullopt;  // That it was checked in with.
  friend bool operator==(const Appointment&, const Appointment&) = default;
};

struct AppointmentBooked;
struct AppointmentCancelled;
struct TicketIssued;

// The appointment after the event: what every keeper of appointments makes of the log.
[[nodiscard]] Appointment after(const AppointmentBooked& booked);
[[nodiscard]] Appointment after(Appointment appointment, const AppointmentCancelled& cancelled);
[[nodiscard]] Appointment after(Appointment appointment, const TicketIssued& issued);

// A code that staff or another system may choose: 4 to 20 digits and capital letters A–Z, which a
// keypad or a scanner can type.
inline constexpr std::size_t kShortestBookingCode = 4;
inline constexpr std::size_t kLongestBookingCode = 20;
[[nodiscard]] bool is_valid_booking_code(std::string_view text);

struct CheckInLimits {
  std::chrono::minutes early{30};  // From so long before the appointed time …
  std::chrono::minutes late{15};   // … to so long after it.
  friend bool operator==(const CheckInLimits&, const CheckInLimits&) = default;
};

enum class CheckInVerdict {
  kOk,
  kTooEarly,  // Later today; `from` says when.
  kTooLate,   // Was today.
  kUsed,
  kCancelled,
  kUnknown,
  kWrongDay,  // `at` says which day.
};

struct CheckIn {
  CheckInVerdict verdict = CheckInVerdict::kUnknown;
  std::optional<Timestamp> from;  // The first moment that would do, of any known appointment.
  std::optional<Timestamp> at;    // The appointed time, of any known appointment.
};

// `appointment` is null when nobody knows the code.
[[nodiscard]] CheckIn check_in(const Appointment* appointment, const CheckInLimits& limits,
                               const BranchCalendar& calendar, Timestamp now);

}  // namespace navbat::domain
