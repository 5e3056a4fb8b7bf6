#include "server_sync/client/branch_directory.h"

#include <utility>

#include "server_sync/client/api_path.h"
#include "server_sync/client/decode_view.h"

namespace navbat::client {

BranchDirectory::BranchDirectory(HttpTransport& transport, SharedStore& store,
                                 domain::BranchId branch)
    : branch_(std::move(branch)),
      answer_(transport, store, "branch_info",
              [this](std::string_view json) { return accept(json); }) {}

tl::expected<void, KeptAnswer::Failure> BranchDirectory::refresh(const std::stop_token& stop) {
  return answer_.refresh(branch_path(branch_), stop);
}

std::shared_ptr<const KnownBranch> BranchDirectory::current() const {
  const std::lock_guard lock(mutex_);
  return known_;
}

tl::expected<void, std::string> BranchDirectory::accept(std::string_view json) {
  auto info = decode_branch(json);
  if (!info) return tl::unexpected(info.error());
  if (info->id != branch_) {
    return tl::unexpected("expected branch " + branch_.value() + ", got " + info->id.value());
  }
  const auto zone = domain::find_time_zone(info->time_zone);
  if (!zone) return tl::unexpected(zone.error());
  const domain::BranchCalendar calendar(*zone, info->day_starts_at);
  auto known = std::make_shared<const KnownBranch>(KnownBranch{std::move(*info), calendar});
  const std::lock_guard lock(mutex_);
  known_ = std::move(known);
  return {};
}

}  // namespace navbat::client
