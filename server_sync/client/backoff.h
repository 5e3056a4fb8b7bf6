#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>

#include "server_sync/client/limits.h"

namespace navbat::client {

struct BackoffLimits {
  std::chrono::milliseconds base = kBackoffBase;
  std::chrono::milliseconds cap = kBackoffCap;
};

// Exponential backoff with full jitter: the n-th delay in a row is drawn evenly from
// [0, min(cap, base * 2^n)] ("Exponential Backoff and Jitter", AWS Architecture Blog, 2015: the
// least work for clients and server together of the variants compared there). The random engine is
// passed in, so that a seed replays every delay. Not thread-safe.
class Backoff {
 public:
  Backoff(BackoffLimits limits, std::mt19937_64 engine) : limits_(limits), engine_(engine) {}

  // The delay before the next attempt.
  [[nodiscard]] std::chrono::milliseconds next() {
    const std::chrono::milliseconds bound = next_bound();
    if (attempts_ < kMaxDoublings) ++attempts_;
    return draw(bound);
  }

  // The delay when the server asked for patience: never less than it asked (up to kMaxRetryAfter),
  // and jitter on top, as all its clients were told the same.
  [[nodiscard]] std::chrono::milliseconds next_at_least(std::chrono::milliseconds asked) {
    const std::chrono::milliseconds ceiling = kMaxRetryAfter;
    return std::clamp(asked, std::chrono::milliseconds::zero(), ceiling) + next();
  }

  // After a success: the next failure starts from the base again.
  void reset() { attempts_ = 0; }

  // The upper end of the next draw.
  [[nodiscard]] std::chrono::milliseconds next_bound() const {
    std::chrono::milliseconds bound = limits_.base;
    for (int i = 0; i < attempts_ && bound < limits_.cap; ++i) bound *= 2;
    return std::min(bound, limits_.cap);
  }

 private:
  static constexpr int kMaxDoublings = 32;

  // Not std::uniform_int_distribution: its result differs between standard libraries, and a seed
  // must replay everywhere. The bias of the remainder is below 1e-12 for delays under hours.
  [[nodiscard]] std::chrono::milliseconds draw(std::chrono::milliseconds bound) {
    const auto range = static_cast<std::uint64_t>(bound.count()) + 1;
    return std::chrono::milliseconds{static_cast<std::int64_t>(engine_() % range)};
  }

  BackoffLimits limits_;
  std::mt19937_64 engine_;
  int attempts_ = 0;
};

}  // namespace navbat::client
