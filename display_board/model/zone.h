#pragma once
// The part of the branch that one board is for: a hall, a floor, one counter.

#include <algorithm>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "server_sync/client/branch_view.h"

namespace navbat::board {

struct Zone {
  std::vector<domain::CounterId> counters;  // empty: all
  std::vector<domain::ServiceId> services;  // empty: all

  [[nodiscard]] bool has(const domain::CounterId& counter) const {
    return counters.empty() ||
           std::find(counters.begin(), counters.end(), counter) != counters.end();
  }
  [[nodiscard]] bool has(const domain::ServiceId& service) const {
    return services.empty() ||
           std::find(services.begin(), services.end(), service) != services.end();
  }
};

// What the zone names and the branch does not have: a name spelled wrong, or one of another branch.
[[nodiscard]] inline std::vector<std::string> unknown_names(const Zone& zone,
                                                            const client::BranchInfo& branch) {
  std::vector<std::string> unknown;
  for (const domain::CounterId& counter : zone.counters) {
    if (std::find(branch.counters.begin(), branch.counters.end(), counter) ==
        branch.counters.end()) {
      unknown.push_back("counter \"" + counter.value() + "\"");
    }
  }
  for (const domain::ServiceId& service : zone.services) {
    if (branch.find_service(service) == nullptr) {
      unknown.push_back("service \"" + service.value() + "\"");
    }
  }
  return unknown;
}

}  // namespace navbat::board
