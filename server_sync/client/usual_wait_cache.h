#pragma once

#include <memory>
#include <mutex>
#include <stop_token>
#include <string_view>

#include "domain/business_day.h"
#include "domain/ids.h"
#include "server_sync/client/kept_answer.h"
#include "server_sync/client/usual_waits.h"

namespace navbat::client {

// The branch's usual waits, kept on the device's disk. Thread-safe; transport and store outlive it.
class UsualWaitCache {
 public:
  UsualWaitCache(HttpTransport& transport, SharedStore& store, domain::BranchId branch);

  [[nodiscard]] bool load() { return answer_.load(); }
  [[nodiscard]] tl::expected<void, KeptAnswer::Failure> refresh(const std::stop_token& stop);

  // What was last heard, whatever its day; null before anything was.
  [[nodiscard]] std::shared_ptr<const UsualWaits> latest() const;
  // The same when it is for this weekday and not older than kUsualWaitsLife; null otherwise.
  [[nodiscard]] std::shared_ptr<const UsualWaits> for_day(const domain::BusinessDay& day) const;

 private:
  [[nodiscard]] tl::expected<void, std::string> accept(std::string_view json);

  const domain::BranchId branch_;
  KeptAnswer answer_;
  mutable std::mutex mutex_;
  std::shared_ptr<const UsualWaits> latest_;
};

}  // namespace navbat::client
