#pragma once
// How an event that a device recorded joins the branch's log.

#include <optional>
#include <string>

#include "server_sync/protocol/sync_messages.h"
#include "server_sync/server/core/branch_work.h"
#include "server_sync/store/error.h"

namespace navbat::server {

// A reason sets the event aside: it cannot be applied, now or ever, and nothing was recorded.
[[nodiscard]] store::Result<std::optional<std::string>> apply_node_event(
    BranchWork& work, const protocol::NodeEvent& event, const domain::NodeId& node);

}  // namespace navbat::server
