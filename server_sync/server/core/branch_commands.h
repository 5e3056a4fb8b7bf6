#pragma once
// The commands of a branch as functions for the writer: each decides by the rules of `domain`,
// records, answers.

#include <optional>
#include <string>
#include <vector>

#include "domain/commands.h"
#include "server_sync/protocol/sync_messages.h"
#include "server_sync/server/core/branch_service.h"

namespace navbat::server {

// 201 with the new ticket, 200 when this id was issued before. The promise is made here.
[[nodiscard]] Command issue_command(domain::IssueTicket command);
// 200 with the called ticket and why it was this one; 204 when nobody waits.
[[nodiscard]] Command call_command(domain::CallNext command);

// Whatever else is done to a ticket or a counter: `decide` is one of domain's decide_* with its
// arguments bound.
using Decide = std::function<domain::Decision(const domain::BranchState&)>;
[[nodiscard]] Command ticket_command(domain::TicketId ticket, Decide decide);
[[nodiscard]] Command counter_command(domain::CounterId counter, Decide decide);

// Of a ticket of any day and this branch.
[[nodiscard]] Command feedback_command(domain::TicketId ticket, std::int32_t score,
                                       std::vector<std::string> reasons);

// Reads: never recorded, but consistent with every command answered before.
[[nodiscard]] Command queue_query();
[[nodiscard]] Command ticket_query(domain::TicketId ticket);  // Of any day and this branch.

// A device's batch. Applies the contiguous part that is new; sets aside what cannot be applied.
[[nodiscard]] Command sync_command(protocol::SyncRequest request);

}  // namespace navbat::server
