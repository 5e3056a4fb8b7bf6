#pragma once

#include <chrono>
#include <mutex>
#include <optional>

#include "domain/time.h"
#include "server_sync/client/limits.h"

namespace navbat::client {

// Remembers that the server did not answer, so that the next customer does not wait for it in vain.
// Closed (ask the server) until a failure opens it; closed again by a success of anybody who asked
// the server to write something, as the uploader does. After kCircuitRetryAfter without such news
// one caller is let through to try. Thread-safe.
class Circuit {
 public:
  explicit Circuit(domain::Milliseconds retry_after = kCircuitRetryAfter)
      : retry_after_(retry_after) {}

  // Whether to ask the server now. True at most once per `retry_after` while it is open.
  [[nodiscard]] bool allows(domain::Timestamp now) {
    const std::lock_guard lock(mutex_);
    if (!retry_at_) return true;
    if (now < *retry_at_) return false;
    retry_at_ = now + retry_after_;
    return true;
  }

  void failed(domain::Timestamp now) {
    const std::lock_guard lock(mutex_);
    retry_at_ = now + retry_after_;
  }

  void succeeded() {
    const std::lock_guard lock(mutex_);
    retry_at_.reset();
  }

  [[nodiscard]] bool is_open() const {
    const std::lock_guard lock(mutex_);
    return retry_at_.has_value();
  }

 private:
  const domain::Milliseconds retry_after_;
  mutable std::mutex mutex_;
  std::optional<domain::Timestamp> retry_at_;  // set while open
};

}  // namespace navbat::client
