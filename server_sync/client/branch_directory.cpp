#include "server_sync/client/branch_directory.h"

#include <utility>

#include "server_sync/client/api_path.h"
#include "server_sync/client/decode_view.h"
#include "server_sync/client/limits.h"

namespace navbat::client {
namespace {

constexpr std::string_view kFact = "branch_info";
constexpr int kOk = 200;

}  // namespace

bool BranchDirectory::load() {
  const auto kept = store_.with([](store::DeviceStore& store) { return store.fact(kFact); });
  if (!kept || !*kept || !accept(**kept)) return false;
  const std::lock_guard lock(mutex_);
  known_json_ = **kept;
  return true;
}

tl::expected<void, std::string> BranchDirectory::refresh(const std::stop_token& stop) {
  const HttpRequest request{.method = HttpMethod::kGet,
                            .target = branch_path(branch_),
                            .headers = {{"Accept", "application/json"}},
                            .body = {}};
  const auto reply = transport_.send(request, kRequestTimeout, stop);
  if (!reply) return tl::unexpected("branch directory: " + reply.error().detail);
  if (reply->status != kOk) {
    return tl::unexpected("branch directory: the server answered " + std::to_string(reply->status));
  }
  if (auto accepted = accept(reply->body); !accepted) return accepted;
  {
    const std::lock_guard lock(mutex_);
    if (known_json_ == reply->body) return {};
    known_json_ = reply->body;
  }
  const auto saved =
      store_.with([&](store::DeviceStore& store) { return store.save_fact(kFact, reply->body); });
  if (!saved) return tl::unexpected("branch directory: " + saved.error().message);
  return {};
}

std::shared_ptr<const KnownBranch> BranchDirectory::current() const {
  const std::lock_guard lock(mutex_);
  return known_;
}

tl::expected<void, std::string> BranchDirectory::accept(std::string_view json) {
  auto info = decode_branch(json);
  if (!info) return tl::unexpected("branch directory: " + info.error());
  if (info->id != branch_) {
    return tl::unexpected("branch directory: expected branch " + branch_.value() + ", got " +
                          info->id.value());
  }
  const auto zone = domain::find_time_zone(info->time_zone);
  if (!zone) return tl::unexpected("branch directory: " + zone.error());
  const domain::BranchCalendar calendar(*zone, info->day_starts_at);
  auto known = std::make_shared<const KnownBranch>(KnownBranch{std::move(*info), calendar});
  const std::lock_guard lock(mutex_);
  known_ = std::move(known);
  return {};
}

}  // namespace navbat::client
