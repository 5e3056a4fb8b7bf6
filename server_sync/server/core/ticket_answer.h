#pragma once
// How tickets, counters and the queue are answered.

#include <optional>

#include "domain/calling_reason.h"
#include "domain/ids.h"
#include "server_sync/protocol/ticket_view.h"
#include "server_sync/server/core/answer.h"
#include "server_sync/server/core/branch_work.h"

namespace navbat::server {

// The ticket as it is now, with its place and live range while it waits. It must be of the open
// day.
[[nodiscard]] protocol::TicketView view_of(const BranchWork& work, const domain::Ticket& ticket);

[[nodiscard]] Answer ticket_answer(const BranchWork& work, const domain::TicketId& ticket,
                                   int status = 200,
                                   std::optional<domain::CallingReason> why = std::nullopt);
// The same of a ticket of any day: one of a day gone by is as it ended.
[[nodiscard]] Answer any_day_answer(const BranchWork& work, const domain::Ticket& ticket);
[[nodiscard]] Answer counter_answer(const BranchWork& work, const domain::CounterId& counter);
[[nodiscard]] Answer queue_answer(const BranchWork& work);

}  // namespace navbat::server
