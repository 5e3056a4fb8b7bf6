#include "server_sync/client/usual_wait_cache.h"

#include <chrono>
#include <utility>

#include "server_sync/client/api_path.h"
#include "server_sync/protocol/usual_waits.h"

namespace navbat::client {

UsualWaitCache::UsualWaitCache(HttpTransport& transport, SharedStore& store,
                               domain::BranchId branch)
    : branch_(std::move(branch)),
      answer_(transport, store, "usual_waits",
              [this](std::string_view json) { return accept(json); }) {}

tl::expected<void, KeptAnswer::Failure> UsualWaitCache::refresh(const std::stop_token& stop) {
  return answer_.refresh(branch_path(branch_) + "/usual-waits", stop);
}

std::shared_ptr<const UsualWaits> UsualWaitCache::latest() const {
  const std::lock_guard lock(mutex_);
  return latest_;
}

std::shared_ptr<const UsualWaits> UsualWaitCache::for_day(const domain::BusinessDay& day) const {
  auto waits = latest();
  if (!waits) return nullptr;
  const auto age = std::chrono::sys_days(day.date) - std::chrono::sys_days(waits->day.date);
  const bool fits = age % std::chrono::weeks{1} == std::chrono::days::zero() &&
                    age >= std::chrono::days::zero() && age <= kUsualWaitsLife;
  return fits ? waits : nullptr;
}

tl::expected<void, std::string> UsualWaitCache::accept(std::string_view json) {
  auto waits = protocol::decode_usual_waits(json);
  if (!waits) return tl::unexpected(waits.error().to_string());
  auto latest =
      std::make_shared<const UsualWaits>(UsualWaits{waits->day, std::move(waits->services)});
  const std::lock_guard lock(mutex_);
  latest_ = std::move(latest);
  return {};
}

}  // namespace navbat::client
