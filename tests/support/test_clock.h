#pragma once
// A clock that stands still until a test moves it.

#include <atomic>

#include "domain/time.h"

namespace navbat::testing {

class TestClock final : public domain::Clock {
 public:
  explicit TestClock(domain::Timestamp start) : ms_(domain::to_unix_ms(start)) {}

  [[nodiscard]] domain::Timestamp now() const override { return domain::from_unix_ms(ms_); }
  void pass(domain::Milliseconds time) { ms_ += time.count(); }
  void set(domain::Timestamp time) { ms_ = domain::to_unix_ms(time); }

 private:
  std::atomic<std::int64_t> ms_;
};

}  // namespace navbat::testing
