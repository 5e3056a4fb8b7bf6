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
#include <vector>

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

// The services whose customers the same open counters serve, `service` first: those compete for the
// next call.
[[nodiscard]] std::vector<ServiceId> competing_services(const BranchState& state,
                                                        const ServiceId& service);

// The first `most` of those who wait for `service`, in the order in which a counter that served
// nothing else would call them if nobody else came.
[[nodiscard]] std::vector<TicketId> next_in_line(const BranchState& state, const ServiceId& service,
                                                 std::size_t most, Timestamp now);

// How many waiting tickets stand before this one as the order is at `now`: in one service, and in
// all that compete with its own. `ticket` itself does not count, and need not be in the line (yet).
[[nodiscard]] int people_ahead_in(const BranchState& state, const ServiceId& service,
                                  const Ticket& ticket, Timestamp now);
[[nodiscard]] int people_ahead(const BranchState& state, const Ticket& ticket, Timestamp now);

}  // namespace navbat::domain
