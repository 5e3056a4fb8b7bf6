#pragma once
// Looking for tickets: by their number of today, or by the device that issued them.

#include "server_sync/server/core/branch_service.h"

namespace navbat::server {

// Whose number it is on the open day, if anybody's.
[[nodiscard]] Command tickets_by_label_query(domain::Label label);
// What a device issued at `since` or later, by issue, as it is now; at most kMostTicketsListed.
[[nodiscard]] Command tickets_by_origin_query(domain::NodeId origin, domain::Timestamp since);

}  // namespace navbat::server
