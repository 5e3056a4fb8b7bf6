#pragma once
// Waiting for what another process does: on a condition, with a deadline far beyond any honest
// need.

#include <chrono>
#include <thread>

namespace navbat::testing {

// True as soon as `holds()` does; false when it has not within `limit`.
template <typename Condition>
[[nodiscard]] bool eventually(const Condition& holds,
                              std::chrono::milliseconds limit = std::chrono::seconds{30}) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (!holds()) {
    if (std::chrono::steady_clock::now() >= end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
  return true;
}

}  // namespace navbat::testing
