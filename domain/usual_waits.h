#pragma once
// How long people usually wait at an hour of the day, from earlier days of the same weekday: what
// makes "come at three, it is quieter" honest.

#include <cstdint>
#include <vector>

#include "domain/business_day.h"
#include "domain/ids.h"
#include "domain/time.h"
#include "domain/wait_statistics.h"

namespace navbat::domain {

struct UsualHour {
  int hour = 0;  // Local, 0 to 23, of the issue.
  Seconds p50_wait{};
  std::int64_t tickets = 0;  // That the figure rests on: issued in this hour and called.
  friend bool operator==(const UsualHour&, const UsualHour&) = default;
};

struct UsualService {
  ServiceId service;
  std::vector<UsualHour> hours;  // Ascending.
  friend bool operator==(const UsualService&, const UsualService&) = default;
};

// Fewer calls in an hour than this say nothing, and the hour is left out.
inline constexpr std::int64_t kFewestForUsual = 10;

// One element for each of `services`, in their order. The wait and its median (nearest rank) are
// those of wait_statistics; a fraction of a second is dropped.
[[nodiscard]] std::vector<UsualService> usual_waits(const std::vector<Visit>& visits,
                                                    const std::vector<ServiceId>& services,
                                                    const BranchCalendar& calendar);

}  // namespace navbat::domain
