#pragma once

#include <optional>

#include "server_sync/client/branch_view.h"

namespace navbat::client {

// What a ticket of a service taken now may be promised.
struct WaitEstimate {
  WaitRange range;
  int people_ahead = 0;
  bool live = true;  // as the server says; otherwise the device's own guess
};

}  // namespace navbat::client
