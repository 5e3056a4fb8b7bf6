#include "system/steady_clock.h"

namespace navbat::system {

SteadyClock::SteadyClock()
    : wall_at_start_(std::chrono::system_clock::now()),
      steady_at_start_(std::chrono::steady_clock::now()) {}

domain::Timestamp SteadyClock::now() const {
  return std::chrono::floor<domain::Milliseconds>(
      wall_at_start_ + (std::chrono::steady_clock::now() - steady_at_start_));
}

domain::Milliseconds SteadyClock::offset_to_wall() const {
  const auto wall = std::chrono::floor<domain::Milliseconds>(std::chrono::system_clock::now());
  return wall - now();
}

}  // namespace navbat::system
