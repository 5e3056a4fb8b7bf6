#pragma once
// Simulated time against real time: `speed` simulated seconds a real one, or as fast as the server
// answers, where simulated time jumps from one thing to the next.

#include <algorithm>
#include <optional>
#include <stop_token>

#include "tests/simulation/navbat_sim/bell.h"
#include "tests/simulation/navbat_sim/day_plan.h"

namespace navbat::sim {

class Pacer {
 public:
  using Steady = Bell::Steady;

  // `speed` nothing: jump. `from` is the simulated time now.
  Pacer(std::optional<double> speed, SimTime from)
      : speed_(speed), from_(from), began_(Steady::now()), now_(from) {}

  [[nodiscard]] bool jumps() const { return !speed_; }

  [[nodiscard]] SimTime now() const {
    if (jumps()) return now_;
    const double real_ms =
        std::chrono::duration<double, std::milli>(Steady::now() - began_).count();
    return from_ + SimTime{static_cast<std::int64_t>(real_ms * *speed_)};
  }

  // The real moment of a simulated one.
  [[nodiscard]] Steady::time_point real(SimTime at) const {
    const double real_ms = static_cast<double>((at - from_).count()) / speed_.value_or(1);
    return began_ + std::chrono::milliseconds{static_cast<std::int64_t>(real_ms)};
  }

  // Says that simulated time has reached `at` (when jumping).
  void reach(SimTime at) { now_ = std::max(now_, at); }

 private:
  std::optional<double> speed_;
  SimTime from_;
  Steady::time_point began_;
  SimTime now_;
};

}  // namespace navbat::sim
