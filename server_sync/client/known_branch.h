#pragma once

#include "domain/business_day.h"
#include "server_sync/client/branch_view.h"

namespace navbat::client {

// The branch as the server last described it, and its calendar.
struct KnownBranch {
  BranchInfo info;
  domain::BranchCalendar calendar;
};

}  // namespace navbat::client
