#include "server_sync/client/kept_answer.h"

#include <algorithm>
#include <utility>

namespace navbat::client {
namespace {

enum HttpStatus { kOk = 200, kForbidden = 403, kNotFound = 404 };

}  // namespace

bool KeptAnswer::load() {
  const auto kept = store_.with([&](store::DeviceStore& store) { return store.fact(name_); });
  if (!kept || !*kept || !accept_(**kept)) return false;
  const std::lock_guard lock(mutex_);
  kept_ = **kept;
  return true;
}

tl::expected<void, KeptAnswer::Failure> KeptAnswer::refresh(const std::string& target,
                                                            const std::stop_token& stop,
                                                            milliseconds deadline) {
  const HttpRequest request{.method = HttpMethod::kGet,
                            .target = target,
                            .headers = {{"Accept", "application/json"}},
                            .body = {}};
  const auto reply = transport_.send(request, deadline, stop);
  if (!reply) return failed(reply.error().detail);
  if (reply->status != kOk) {
    return failed("the server answered " + std::to_string(reply->status),
                  reply->status == kForbidden || reply->status == kNotFound);
  }
  // One at a time, so that memory and disk end with the same answer.
  const std::lock_guard lock(mutex_);
  if (const auto accepted = accept_(reply->body); !accepted) return failed(accepted.error());
  if (kept_ == reply->body) return {};
  const auto saved =
      store_.with([&](store::DeviceStore& store) { return store.save_fact(name_, reply->body); });
  if (!saved) return failed(saved.error().message);
  kept_ = reply->body;
  return {};
}

tl::unexpected<KeptAnswer::Failure> KeptAnswer::failed(std::string why, bool not_there) const {
  std::string name = name_;
  std::replace(name.begin(), name.end(), '_', ' ');
  return tl::unexpected(Failure{name + ": " + std::move(why), not_there});
}

}  // namespace navbat::client
