#pragma once
// What navbat-sim says at the end.

#include <chrono>
#include <optional>
#include <string>

#include "tests/simulation/navbat_sim/branch_day.h"
#include "tests/simulation/navbat_sim/session.h"

namespace navbat::sim {

struct SummaryInput {
  std::chrono::duration<double> took{};
  std::optional<double> speed;    // Simulated seconds a real one; nothing: as fast as it goes.
  bool same_clock = false;        // The server's clock runs at `speed`, too.
  const DayTally* day = nullptr;  // Null in load mode.
};

// Several lines. Waits are told twice: in simulated minutes by the simulation's clock, in seconds
// by the server's, which usually runs in real time.
[[nodiscard]] std::string summarise(Session& session, const SummaryInput& input);

}  // namespace navbat::sim
