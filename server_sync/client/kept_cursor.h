#pragma once
// Where a device is in the branch's history, across its runs.

#include <cstdint>
#include <optional>

#include <tl/expected.hpp>

#include "domain/ids.h"
#include "server_sync/client/issued_ticket.h"
#include "server_sync/client/shared_store.h"

namespace navbat::client {

// The version that the device has done with, on its disk. Versions mean something in one branch
// only: that of another is not loaded.
[[nodiscard]] std::optional<std::int64_t> load_cursor(SharedStore& store,
                                                      const domain::BranchId& branch);
[[nodiscard]] tl::expected<void, IssueError> save_cursor(SharedStore& store,
                                                         const domain::BranchId& branch,
                                                         std::int64_t version);

}  // namespace navbat::client
