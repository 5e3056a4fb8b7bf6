#pragma once
// Why a command was not carried out. A rejected command changes nothing.

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "domain/ids.h"
#include "domain/ticket_state.h"

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
};

struct Rejection {
  RejectionCode code;
  std::string detail;                // One English sentence.
  std::string expected;              // What would have been accepted; may be empty.
  std::optional<TicketState> state;  // With kWrongState.
  std::optional<TicketId> ticket;    // With kCounterBusy.
};

template <typename T>
using Outcome = tl::expected<T, Rejection>;

}  // namespace navbat::domain
