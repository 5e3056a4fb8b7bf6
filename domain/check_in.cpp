#include "domain/check_in.h"

#include <algorithm>
#include <array>

#include "domain/event.h"

namespace navbat::domain {
namespace {

constexpr std::array<std::string_view, 3> kStates{"booked", "checked_in", "cancelled"};

CheckInVerdict judge(const Appointment& appointment, const CheckInLimits& limits,
                     const BranchCalendar& calendar, Timestamp now) {
  if (appointment.state == AppointmentState::kCheckedIn) return CheckInVerdict::kUsed;
  if (appointment.state == AppointmentState::kCancelled) return CheckInVerdict::kCancelled;
  const bool early = now < appointment.at - limits.early;
  const bool late = now > appointment.at + limits.late;
  if (!early && !late) return CheckInVerdict::kOk;  // Also just across midnight.
  if (calendar.day_of(appointment.at) != calendar.day_of(now)) return CheckInVerdict::kWrongDay;
  return early ? CheckInVerdict::kTooEarly : CheckInVerdict::kTooLate;
}

}  // namespace

std::string_view to_string(AppointmentState state) {
  return kStates[static_cast<std::size_t>(state)];
}

std::optional<AppointmentState> parse_appointment_state(std::string_view text) {
  const auto found = std::find(kStates.begin(), kStates.end(), text);
  if (found == kStates.end()) return std::nullopt;
  return static_cast<AppointmentState>(found - kStates.begin());
}

Appointment after(const AppointmentBooked& booked) {
  return {.code = booked.code,
          .service = booked.service,
          .at = booked.at,
          .state = AppointmentState::kBooked,
          .ticket = std::nullopt};
}

Appointment after(Appointment appointment, const AppointmentCancelled&) {
  appointment.state = AppointmentState::kCancelled;
  return appointment;
}

Appointment after(Appointment appointment, const TicketIssued& issued) {
  appointment.state = AppointmentState::kCheckedIn;
  appointment.ticket = issued.ticket;
  return appointment;
}

bool is_valid_booking_code(std::string_view text) {
  return text.size() >= kShortestBookingCode && text.size() <= kLongestBookingCode &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

CheckIn check_in(const Appointment* appointment, const CheckInLimits& limits,
                 const BranchCalendar& calendar, Timestamp now) {
  if (appointment == nullptr) return {};
  return {.verdict = judge(*appointment, limits, calendar, now),
          .from = appointment->at - limits.early,
          .at = appointment->at};
}

}  // namespace navbat::domain
