#include "domain/usual_waits.h"

#include <algorithm>
#include <map>
#include <utility>

namespace navbat::domain {

std::vector<UsualService> usual_waits(const std::vector<Visit>& visits,
                                      const std::vector<ServiceId>& services,
                                      const BranchCalendar& calendar) {
  std::map<std::pair<ServiceId, int>, std::vector<Milliseconds>> waits;
  for (const Visit& visit : visits) {
    if (!visit.called_at) continue;
    const int hour = calendar.local(visit.issued_at).hour;
    waits[{visit.service, hour}].push_back(wait_of(visit));
  }
  std::vector<UsualService> usual;
  for (const ServiceId& service : services) {
    UsualService found{service, {}};
    for (auto it = waits.lower_bound({service, 0}); it != waits.end() && it->first.first == service;
         ++it) {
      std::vector<Milliseconds>& sample = it->second;
      const auto tickets = static_cast<std::int64_t>(sample.size());
      if (tickets < kFewestForUsual) continue;
      std::sort(sample.begin(), sample.end());
      found.hours.push_back({.hour = it->first.second,
                             .p50_wait = std::chrono::floor<Seconds>(percentile(sample, 0.5)),
                             .tickets = tickets});
    }
    usual.push_back(std::move(found));
  }
  return usual;
}

}  // namespace navbat::domain
