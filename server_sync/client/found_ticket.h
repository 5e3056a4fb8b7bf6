#pragma once

#include <optional>
#include <string>

#include "domain/ticket_state.h"
#include "server_sync/client/issued_ticket.h"

namespace navbat::client {

// A ticket that somebody brought: typed its number or had its code scanned.
struct FoundTicket {
  IssuedTicket ticket;
  bool own = false;  // of this device: print state and copies are known, a reprint can be counted
  // As the server last said; nothing when only this device was asked.
  std::optional<domain::TicketState> state;
};

enum class FindFailure {
  kUnreadable,  // no ticket number, ticket code or booking code looks like that
  kUnknown,     // the branch has nothing of that name today
  kNoAnswer,    // not of this device, and the server did not answer
};

struct FindError {
  FindFailure failure = FindFailure::kUnknown;
  std::string detail;  // for staff and log, English, one line
};

}  // namespace navbat::client
