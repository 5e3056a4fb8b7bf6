#pragma once
// The part of the branch that one board is for: a hall, a floor, one counter.

#include <algorithm>
#include <vector>

#include "domain/ids.h"

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

}  // namespace navbat::board
