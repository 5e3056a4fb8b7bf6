#include "server_sync/client/neighbour_watch.h"

#include <algorithm>
#include <utility>

#include "server_sync/client/api_path.h"
#include "server_sync/client/decode_view.h"
#include "server_sync/client/retry_after.h"
#include "server_sync/client/seeded_engine.h"

namespace navbat::client {
namespace {

constexpr int kOk = 200;

}  // namespace

NeighbourWatch::NeighbourWatch(std::unique_ptr<HttpTransport> hub,
                               std::vector<domain::BranchId> branches, const domain::Clock& clock,
                               const FillRandom& random, Hooks hooks, milliseconds every,
                               milliseconds jitter)
    : hub_(std::move(hub)),
      branches_(std::move(branches)),
      clock_(clock),
      hooks_(std::move(hooks)),
      every_(every),
      jitter_(jitter),
      engine_(seeded_engine(random)) {}

NeighbourWatch::~NeighbourWatch() { stop(); }

void NeighbourWatch::start() {
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void NeighbourWatch::stop() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  thread_.join();
}

std::shared_ptr<const Neighbour> NeighbourWatch::latest(const domain::BranchId& branch) const {
  const std::lock_guard lock(mutex_);
  const auto found = latest_.find(branch);
  return found == latest_.end() ? nullptr : found->second;
}

void NeighbourWatch::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const milliseconds asked_for = ask_all(stop);
    const auto spread = static_cast<std::uint64_t>(jitter_.count()) + 1;
    const milliseconds jitter{static_cast<std::int64_t>(engine_() % spread)};
    std::unique_lock lock(pause_mutex_);
    pause_.wait_for(lock, stop, std::max(every_, asked_for) + jitter, [] { return false; });
  }
}

milliseconds NeighbourWatch::ask_all(const std::stop_token& stop) {
  milliseconds patience{0};
  for (const domain::BranchId& branch : branches_) {
    const auto reply = hub_->send({.method = HttpMethod::kGet,
                                   .target = branch_path(branch) + "/queue",
                                   .headers = {{"Accept", "application/json"}},
                                   .body = {}},
                                  kNeighbourTimeout, stop);
    if (stop.stop_requested()) return patience;
    if (!reply) {
      log_once(branch, reply.error().detail);
      continue;
    }
    if (reply->status != kOk) {
      const milliseconds most = kMaxRetryAfter;
      patience = std::max(patience, std::min(most, retry_after(*reply).value_or(milliseconds{0})));
      log_once(branch, "the hub answered " + std::to_string(reply->status));
      continue;
    }
    auto queue = decode_queue(reply->body);
    if (!queue || queue->branch != branch) {
      log_once(branch, queue ? "the hub answered with another branch" : queue.error());
      continue;
    }
    keep(branch, std::move(*queue));
  }
  return patience;
}

void NeighbourWatch::keep(const domain::BranchId& branch, QueueSnapshot queue) {
  last_problem_.erase(branch);
  auto heard = std::make_shared<const Neighbour>(Neighbour{std::move(queue), clock_.now()});
  {
    const std::lock_guard lock(mutex_);
    latest_[branch] = std::move(heard);
  }
  if (hooks_.changed) hooks_.changed();
}

// A hub that is away for a day is one line, not a thousand.
void NeighbourWatch::log_once(const domain::BranchId& branch, const std::string& problem) {
  if (std::exchange(last_problem_[branch], problem) == problem || !hooks_.log) return;
  hooks_.log("branch " + branch.value() + " nearby: " + problem);
}

}  // namespace navbat::client
