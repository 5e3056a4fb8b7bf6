#include "server_sync/client/server_clock.h"

#include "domain/business_day.h"

namespace navbat::client {

using domain::Milliseconds;
using domain::Timestamp;

ServerClock::ServerClock(const domain::Clock& device, const ClockMemory& memory)
    : device_(device), offset_(memory.offset), latest_true_(memory.latest_true) {
  if (!latest_true_) return;
  const Timestamp by_device = device.now() + offset_;
  const bool believable =
      by_device >= *latest_true_ && by_device - *latest_true_ <= domain::kLongestClosure;
  if (!believable) offset_ = *latest_true_ - device.now();
}

void ServerClock::observe(Timestamp server_time, Timestamp sent, Timestamp received) {
  if (received < sent) return;
  const Milliseconds round_trip = received - sent;
  const Milliseconds offset = server_time - (sent + round_trip / 2);
  const std::lock_guard lock(mutex_);
  const bool better =
      !best_ || round_trip <= best_->round_trip || received - best_->received > kSampleLife;
  if (!better) return;
  best_ = Sample{offset, round_trip, received};
  offset_ = offset;
}

Timestamp ServerClock::now() const { return to_true(device_.now()); }

Timestamp ServerClock::to_true(Timestamp at) const {
  const std::lock_guard lock(mutex_);
  return at + offset_;
}

bool ServerClock::is_synchronised() const {
  const std::lock_guard lock(mutex_);
  return best_.has_value();
}

ClockMemory ServerClock::memory() const {
  const Timestamp device_now = device_.now();
  const std::lock_guard lock(mutex_);
  return {.offset = offset_, .latest_true = device_now + offset_};
}

}  // namespace navbat::client
