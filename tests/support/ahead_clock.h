#pragma once
// A clock that runs as the real one does, from a time of the test's choice, and that the test may
// move ahead.

#include <array>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <string>

#include "domain/time.h"
#include "system/steady_clock.h"

namespace navbat::testing {

class AheadClock final : public domain::Clock {
 public:
  AheadClock() = default;  // the real time
  explicit AheadClock(domain::Timestamp start) : ahead_ms_((start - real_.now()).count()) {}

  [[nodiscard]] domain::Timestamp now() const override {
    return real_.now() + domain::Milliseconds(ahead_ms_);
  }
  void pass(domain::Milliseconds time) { ahead_ms_ += time.count(); }

  // The same time for a program that starts now (ServerProcess); empty while it is the real one.
  [[nodiscard]] std::string of_a_process() const {
    if (ahead_ms_ == 0) return {};
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%+.3fs", static_cast<double>(ahead_ms_) / 1000.0);
    return text.data();
  }

 private:
  const system::SteadyClock real_;
  std::atomic<std::int64_t> ahead_ms_ = 0;
};

}  // namespace navbat::testing
