#include "server_sync/server/core/delay_figures.h"

#include <algorithm>
#include <cmath>

namespace navbat::server {
namespace {

// Steps of `size` ms from `from` ms on; the first of them is number `first`.
struct Scale {
  std::int64_t from = 0;
  std::int64_t size = 1;
  std::size_t first = 0;
};
constexpr std::array<Scale, 3> kScales{{{0, 10, 0}, {1'000, 100, 100}, {10'000, 1'000, 190}}};
constexpr std::int64_t kEnd = 100'000;  // ms

}  // namespace

void DelayFigures::add(domain::Milliseconds delay) {
  const std::int64_t ms = std::max<std::int64_t>(0, delay.count());
  std::size_t step = kSteps - 1;
  for (const Scale& scale : kScales) {
    if (ms >= kEnd || ms < scale.from) break;
    step = scale.first + static_cast<std::size_t>((ms - scale.from) / scale.size);
  }
  ++steps_[step];
  ++count_;
  worst_ = std::max(worst_, domain::Milliseconds{ms});
}

domain::Milliseconds DelayFigures::percentile(double p) const {
  auto left = static_cast<std::int64_t>(std::ceil(p * static_cast<double>(count_)));
  for (std::size_t step = 0; step + 1 < kSteps; ++step) {
    left -= steps_[step];
    if (left > 0) continue;
    Scale scale = kScales[0];
    for (const Scale& next : kScales) {
      if (step >= next.first) scale = next;
    }
    const auto number = static_cast<std::int64_t>(step - scale.first) + 1;
    return std::min(worst_, domain::Milliseconds{scale.from + number * scale.size});
  }
  return worst_;
}

}  // namespace navbat::server
