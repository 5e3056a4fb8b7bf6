#pragma once
// The real clock: set once from the wall clock, then carried by the monotonic one.
//
// A wall clock that is corrected, jumps, or is set wrong by hand never bends a duration of this
// process and never runs backwards. Whoever needs to follow a correction asks for offset_to_wall()
// and decides at a safe moment.

#include <chrono>

#include "domain/time.h"

namespace navbat::system {

class SteadyClock final : public domain::Clock {
 public:
  SteadyClock();

  [[nodiscard]] domain::Timestamp now() const override;

  // Wall clock minus this clock: what a restart would gain (positive) or lose.
  [[nodiscard]] domain::Milliseconds offset_to_wall() const;

 private:
  const std::chrono::system_clock::time_point wall_at_start_;
  const std::chrono::steady_clock::time_point steady_at_start_;
};

}  // namespace navbat::system
