#pragma once
// Kinds of problems that a device tells apart: the end of a problem's "type",
// "urn:navbat:problem:service-closed".

#include <string_view>

namespace navbat::protocol {

inline constexpr std::string_view kProblemTypePrefix = "urn:navbat:problem:";

// 409 to a new ticket; the problem's "opens_at" says when it opens, if that is known.
inline constexpr std::string_view kServiceClosed = "service-closed";
inline constexpr std::string_view kQuotaReached = "quota-reached";
// 409 to a new ticket with a booking; "at" is the appointed time, "from" the first moment that
// does.
inline constexpr std::string_view kTooEarly = "too-early";
inline constexpr std::string_view kTooLate = "too-late";
inline constexpr std::string_view kBookingUsed = "booking-used";  // "ticket" says by which.
inline constexpr std::string_view kBookingCancelled = "booking-cancelled";
// 404 to a new ticket with a booking.
inline constexpr std::string_view kUnknownBooking = "unknown-booking";
// 409 to a new appointment.
inline constexpr std::string_view kBookingTaken = "booking-taken";

}  // namespace navbat::protocol
