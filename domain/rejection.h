#pragma once
// Why a command was not carried out. A rejected command changes nothing.

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "domain/ids.h"
#include "domain/ticket_state.h"
#include "domain/time.h"

namespace navbat::domain {

enum class RejectionCode {
  kUnknownService,
  kUnknownCounter,
  kUnknownTicket,
  kTicketIdTaken,  // The id exists with other content.
  kWrongState,     // The ticket's state does not allow it; `state` says which it is in.
  kCounterBusy,    // The counter still has a ticket; `ticket` says which.
  kCounterNotOpen,
  kNotYourTicket,  // The ticket is at another counter.
  kInvalidValue,
  kServiceClosed,  // By its hours; `opens_at` says until when, if that is known.
  kQuotaReached,   // All of today's tickets are given; `opens_at` likewise.
  kUnknownBooking,
  kTooEarly,  // To check in; `from` says when, `at` the appointed time.
  kTooLate,   // `at` says the appointed time.
  kBookingUsed,
  kBookingCancelled,
  kBookingTaken,  // The code belongs to another appointment.
  kUnknownNotice,
  kNoticeIdTaken,   // The id exists with other content.
  kTooManyNotices,  // As many as can be are in force.
};

struct Rejection {
  RejectionCode code;
  std::string detail;                // One English sentence.
  std::string expected;              // What would have been accepted; may be empty.
  std::optional<TicketState> state;  // With kWrongState.
  std::optional<TicketId> ticket;    // With kCounterBusy and kBookingUsed.
  std::optional<Timestamp> opens_at = std::nullopt;
  std::optional<Timestamp> from = std::nullopt;
  std::optional<Timestamp> at = std::nullopt;
};

template <typename T>
using Outcome = tl::expected<T, Rejection>;

}  // namespace navbat::domain
