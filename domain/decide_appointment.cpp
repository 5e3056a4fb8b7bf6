// Appointments: made, given up, used.

#include "domain/commands.h"

namespace navbat::domain {
namespace {

// A visit is planned at most so far ahead; farther away is a typing error.
constexpr std::chrono::days kFarthest{400};
// One that is entered after the fact still belongs into the day's list.
constexpr std::chrono::days kLatest{1};

Rejection rejection(RejectionCode code, std::string detail, std::string expected) {
  return {code, std::move(detail), std::move(expected), {}, {}};
}

Rejection unknown_booking() {
  return rejection(RejectionCode::kUnknownBooking, "Nobody has an appointment with this code.",
                   "the code of an appointment of this branch");
}

Rejection used(const Appointment& appointment) {
  Rejection result =
      rejection(RejectionCode::kBookingUsed,
                "The appointment " + appointment.code.value() + " has been checked in already.",
                "an appointment that was not used");
  result.ticket = appointment.ticket;
  result.at = appointment.at;
  return result;
}

Rejection cancelled(const Appointment& appointment) {
  Rejection result = rejection(RejectionCode::kBookingCancelled,
                               "The appointment " + appointment.code.value() + " was cancelled.",
                               "an appointment that holds");
  result.at = appointment.at;
  return result;
}

Rejection out_of_time(RejectionCode code, const CheckIn& asked) {
  Rejection result =
      rejection(code,
                "The appointment is at " + to_rfc3339(*asked.at) +
                    (code == RejectionCode::kTooEarly ? "; it is too early." : "; it is over."),
                "checking in around the appointed time");
  result.from = asked.from;
  result.at = asked.at;
  return result;
}

}  // namespace

Decision decide_book(const BranchState& state, const BookAppointment& command,
                     const Appointment* known, Timestamp now) {
  if (state.config().find_service(command.service) == nullptr) {
    return tl::unexpected(
        rejection(RejectionCode::kUnknownService,
                  "The branch has no service \"" + command.service.value() + "\".",
                  "a service of the branch"));
  }
  if (!is_valid_booking_code(command.code.value())) {
    return tl::unexpected(rejection(RejectionCode::kInvalidValue, "The code cannot be typed.",
                                    "4 to 20 digits and capital letters A to Z"));
  }
  if (known != nullptr) {
    const bool same = known->service == command.service && known->at == command.at;
    if (same && known->state != AppointmentState::kCancelled) return std::vector<EventPayload>{};
    return tl::unexpected(rejection(
        RejectionCode::kBookingTaken,
        "The code " + command.code.value() + " belongs to another appointment.", "a new code"));
  }
  if (command.at < now - kLatest || command.at > now + kFarthest) {
    return tl::unexpected(rejection(RejectionCode::kInvalidValue,
                                    "The appointed time is out of reach.",
                                    "a time from yesterday to 400 days ahead"));
  }
  return std::vector<EventPayload>{AppointmentBooked{command.code, command.service, command.at}};
}

Decision decide_cancel_booking(const BookingCode& code, const Appointment* known) {
  if (known == nullptr) return tl::unexpected(unknown_booking());
  if (known->state == AppointmentState::kCheckedIn) return tl::unexpected(used(*known));
  std::vector<EventPayload> events;
  if (known->state == AppointmentState::kBooked) events.push_back(AppointmentCancelled{code});
  return events;
}

Outcome<void> decide_check_in(const BranchState& state, const ServiceId& service,
                              const Appointment* known, const BranchCalendar& calendar,
                              Timestamp now) {
  const CheckIn asked = check_in(known, state.config().check_in, calendar, now);
  switch (asked.verdict) {
    case CheckInVerdict::kOk:
      break;
    case CheckInVerdict::kUnknown:
      return tl::unexpected(unknown_booking());
    case CheckInVerdict::kUsed:
      return tl::unexpected(used(*known));
    case CheckInVerdict::kCancelled:
      return tl::unexpected(cancelled(*known));
    case CheckInVerdict::kTooEarly:
      return tl::unexpected(out_of_time(RejectionCode::kTooEarly, asked));
    case CheckInVerdict::kTooLate:
      return tl::unexpected(out_of_time(RejectionCode::kTooLate, asked));
    case CheckInVerdict::kWrongDay:
      return tl::unexpected(
          out_of_time(now < known->at ? RejectionCode::kTooEarly : RejectionCode::kTooLate, asked));
  }
  if (known->service == service) return {};
  return tl::unexpected(
      rejection(RejectionCode::kInvalidValue,
                "The appointment " + known->code.value() + " is for another service.",
                "service \"" + known->service.value() + "\""));
}

}  // namespace navbat::domain
