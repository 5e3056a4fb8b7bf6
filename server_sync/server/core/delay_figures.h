#pragma once
// How long something took, over a day of times, in bounded memory.

#include <array>
#include <cstddef>
#include <cstdint>

#include "domain/time.h"

namespace navbat::server {

// A histogram: steps of 10 ms below a second, of 100 ms below ten, of a second below a hundred;
// longer ones are told apart only by the worst. Not thread-safe.
class DelayFigures {
 public:
  // A negative one, of a clock that runs behind, counts as none.
  void add(domain::Milliseconds delay);

  [[nodiscard]] std::int64_t count() const { return count_; }
  // Nearest rank, as the upper end of its step and never above the worst; `p` in (0, 1]. Zero
  // without any.
  [[nodiscard]] domain::Milliseconds percentile(double p) const;
  [[nodiscard]] domain::Milliseconds worst() const { return worst_; }

 private:
  static constexpr std::size_t kSteps = 100 + 90 + 90 + 1;

  std::array<std::uint32_t, kSteps> steps_{};
  std::int64_t count_ = 0;
  domain::Milliseconds worst_{};
};

}  // namespace navbat::server
