#include "server_sync/server/identity/attempt_limit.h"

#include <algorithm>
#include <cmath>

namespace navbat::server {

AttemptLimit::AttemptLimit(unsigned tries, std::chrono::seconds refill, std::size_t remembered,
                           const domain::Clock& clock)
    : most_(tries), refill_(refill), remembered_(remembered), clock_(clock) {}

double AttemptLimit::filled(const Bucket& bucket, domain::Timestamp now) const {
  const std::chrono::duration<double> passed = now - bucket.at;
  return std::min(most_, bucket.tries + std::max(0.0, passed / refill_));
}

std::optional<std::chrono::seconds> AttemptLimit::take(const std::string& name) {
  const domain::Timestamp now = clock_.now();
  const std::lock_guard lock{mutex_};
  if (!buckets_.contains(name)) make_room(now);
  Bucket& bucket = buckets_.try_emplace(name, Bucket{most_, now}).first->second;
  bucket = {filled(bucket, now), now};
  if (bucket.tries < 1.0) {
    const auto wait = (1.0 - bucket.tries) * refill_;
    // Whole seconds, up; what floating point adds below a microsecond does not count.
    constexpr double kDust = 1e-6;
    return std::chrono::seconds{static_cast<std::int64_t>(std::ceil(wait.count() - kDust))};
  }
  bucket.tries -= 1.0;
  return std::nullopt;
}

void AttemptLimit::give_back(const std::string& name) {
  const std::lock_guard lock{mutex_};
  if (const auto found = buckets_.find(name); found != buckets_.end()) {
    found->second.tries = std::min(most_, found->second.tries + 1.0);
  }
}

void AttemptLimit::make_room(domain::Timestamp now) {
  if (buckets_.size() < remembered_) return;
  std::erase_if(buckets_, [&](const auto& entry) { return filled(entry.second, now) >= most_; });
  if (buckets_.size() >= remembered_) buckets_.clear();
}

}  // namespace navbat::server
