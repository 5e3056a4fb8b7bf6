#pragma once
// How long a wait may last: to a moment, or until somebody asks to stop.

#include <algorithm>
#include <chrono>
#include <stop_token>

#include "kiosk/printing/limits.h"

namespace navbat::kiosk {

struct Until {
  using Steady = std::chrono::steady_clock;

  static Until within(std::chrono::milliseconds limit, const std::stop_token& stop) {
    return {Steady::now() + limit, stop};
  }

  [[nodiscard]] bool over() const { return stop.stop_requested() || Steady::now() >= end; }

  // The earlier of this and `limit` from now.
  [[nodiscard]] Until at_most(std::chrono::milliseconds limit) const {
    return {std::min(end, Steady::now() + limit), stop};
  }

  // For poll(): milliseconds, at least 0, at most one look at the stop token.
  [[nodiscard]] int slice_ms() const {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Steady::now());
    return static_cast<int>(
        std::clamp(left, std::chrono::milliseconds{0}, printing::kStopLookEvery).count());
  }

  Steady::time_point end;
  std::stop_token stop;
};

}  // namespace navbat::kiosk
