#pragma once
// The device client's view of a branch in the kiosk's own values.

#include <string>
#include <vector>

#include "kiosk/model/branch.h"
#include "kiosk/model/ports.h"
#include "server_sync/client/branch_view.h"
#include "server_sync/client/device_client.h"

namespace navbat::kiosk {

[[nodiscard]] BranchFacts branch_facts(const client::BranchInfo& info);
[[nodiscard]] LiveQueue live_queue(const client::QueueSnapshot& snapshot);
[[nodiscard]] IssuedTicket issued_ticket(const client::IssuedTicket& ticket);
[[nodiscard]] NoTicket no_ticket(const client::IssueError& error);

// What is open at `now`, by the branch's hours and what the last snapshot said of numbers given.
// `snapshot` may be null.
[[nodiscard]] Openings openings(const client::KnownBranch& branch,
                                const client::QueueSnapshot* snapshot, domain::Timestamp now);

[[nodiscard]] std::vector<UsualHour> usual_hours(const domain::UsualService& service);

}  // namespace navbat::kiosk
