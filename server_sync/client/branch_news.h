#pragma once
// What a device hears from its branch, in order.

#include <cstdint>
#include <variant>

#include "domain/event.h"
#include "server_sync/client/branch_view.h"

namespace navbat::client {

// The server no longer keeps the events since this device last listened: whatever happened up to
// `version` is known only through the snapshot that follows.
struct HistoryLost {
  std::int64_t version = 0;
};

// Events come each once and in order of their versions. Snapshots are states, not happenings: only
// the newest undelivered one is kept, and one never describes an older version than the one before
// it, unless HistoryLost stands between them.
using BranchNews = std::variant<domain::Event, QueueSnapshot, HistoryLost>;

}  // namespace navbat::client
