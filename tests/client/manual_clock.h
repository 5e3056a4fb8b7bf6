#pragma once

#include <atomic>

#include "domain/time.h"

namespace navbat::client {

// Time stands still unless the test moves it.
class ManualClock : public domain::Clock {
 public:
  explicit ManualClock(domain::Timestamp start = domain::from_unix_ms(1'795'334'400'000))
      : now_ms_(domain::to_unix_ms(start)) {}

  [[nodiscard]] domain::Timestamp now() const override { return domain::from_unix_ms(now_ms_); }
  void advance(domain::Milliseconds by) { now_ms_ += by.count(); }

 private:
  std::atomic<std::int64_t> now_ms_;
};

}  // namespace navbat::client
