#pragma once
// Who is called next. A pure function of the branch's state, the counter and the time:
// deterministic (whole numbers only, ties by arrival, then id), the same on every database and
// replica, able to explain itself.
//
// Accumulating priority (Stanford, Taylor & Ziedins 2014, "Waiting time distributions in the
// accumulating priority queue"): a ticket's priority grows with its wait at a rate of its own. Here
// the rate is the class's weight over the service's target wait, so the ticket that used the
// largest part of what was promised to its service goes first.

#include <optional>

#include "domain/branch_state.h"
#include "domain/calling_reason.h"

namespace navbat::domain {

struct NextCall {
  TicketId ticket;
  CallingReason why;
};

// The ticket that `counter` calls next at `now`; nothing when nobody waits for what it serves.
[[nodiscard]] std::optional<NextCall> next_call(const BranchState& state,
                                                const CounterState& counter, Timestamp now);

// The reason to record when a teller calls this ticket by hand.
[[nodiscard]] CallingReason chosen_reason(const BranchState& state, const Ticket& ticket,
                                          Timestamp now);

// Weighted wait ÷ target in thousandths; negative before an appointment.
[[nodiscard]] std::int64_t share_permille(const BranchConfig& config, const Ticket& ticket,
                                          Timestamp now);

// How many waiting tickets stand before this one: those of services that share a counter with it
// and arrived earlier or accumulate faster. An honest figure for "people ahead", computed from the
// order at `now`.
[[nodiscard]] int people_ahead(const BranchState& state, const Ticket& ticket, Timestamp now);

}  // namespace navbat::domain
