#pragma once
// Wakes whoever waits for "something happened" or for a time, whichever comes first. Thread-safe.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace navbat::sim {

class Bell {
 public:
  using Steady = std::chrono::steady_clock;

  [[nodiscard]] std::uint64_t rung() const {
    const std::lock_guard lock(mutex_);
    return rung_;
  }
  void ring() {
    {
      const std::lock_guard lock(mutex_);
      ++rung_;
    }
    changed_.notify_all();
  }
  // True as soon as it has rung more often than `seen`, false at `deadline`.
  [[nodiscard]] bool wait(std::uint64_t seen, Steady::time_point deadline) {
    std::unique_lock lock(mutex_);
    return changed_.wait_until(lock, deadline, [&] { return rung_ > seen; });
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t rung_ = 0;
};

}  // namespace navbat::sim
