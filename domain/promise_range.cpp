#include "domain/promise_range.h"

#include <algorithm>

namespace navbat::domain {
namespace {

constexpr std::int64_t kFineUpToMin = 30;
constexpr std::int64_t kCoarseStepMin = 5;

int rounded_down(Seconds wait) {
  const std::int64_t minutes = std::max<std::int64_t>(0, wait.count()) / 60;
  return static_cast<int>(minutes <= kFineUpToMin ? minutes
                                                  : minutes / kCoarseStepMin * kCoarseStepMin);
}

int rounded_up(Seconds wait) {
  const std::int64_t minutes = (std::max<std::int64_t>(0, wait.count()) + 59) / 60;
  if (minutes <= kFineUpToMin) return static_cast<int>(minutes);
  return static_cast<int>((minutes + kCoarseStepMin - 1) / kCoarseStepMin * kCoarseStepMin);
}

}  // namespace

PromiseRange shown_range(Seconds low, Seconds high, Seconds limit) {
  PromiseRange range;
  range.low_min = rounded_down(low);
  range.high_min = std::max({1, range.low_min, rounded_up(high)});
  range.limit_min = std::max(range.high_min, rounded_up(limit));
  return range;
}

}  // namespace navbat::domain
