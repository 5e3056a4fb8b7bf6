#include "server_sync/client/sync_uploader.h"

#include <utility>

namespace navbat::client {

SyncUploader::SyncUploader(SyncLine& line, BackoffLimits limits, std::mt19937_64 engine,
                           Chores chores, milliseconds hello_every)
    : line_(line),
      backoff_(limits, engine),
      chores_(std::move(chores)),
      hello_every_(hello_every) {}

SyncUploader::~SyncUploader() { stop(); }

void SyncUploader::start() {
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void SyncUploader::stop() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  thread_.join();
}

void SyncUploader::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  changed_.notify_all();
}

void SyncUploader::server_is_back() {
  {
    const std::lock_guard lock(mutex_);
    server_is_back_ = true;
  }
  changed_.notify_all();
}

void SyncUploader::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const Pause pause = round(stop);
    if (chores_ && !stop.stop_requested()) chores_(pause.until_woken, stop);
    if (!stop.stop_requested()) wait(pause, stop);
  }
}

SyncUploader::Pause SyncUploader::round(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const SyncLine::Step step = line_.step(stop);
    switch (step.next) {
      case SyncLine::Next::kAgain:
        backoff_.reset();
        continue;
      case SyncLine::Next::kIdle:
        backoff_.reset();
        return {milliseconds::zero(), hello_every_, true};
      case SyncLine::Next::kRetry:
        if (step.retry_after) {
          const milliseconds delay = backoff_.next_at_least(*step.retry_after);
          return {delay, delay, false};
        }
        return {milliseconds::zero(), backoff_.next(), false};
    }
  }
  return {};
}

void SyncUploader::wait(Pause pause, const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, stop, pause.least, [] { return false; });
  const bool was_called = changed_.wait_for(lock, stop, pause.most - pause.least, [&] {
    return server_is_back_ || (pause.until_woken && woken_);
  });
  // Time to stay in touch, or somebody saw the server: greet it even with nothing to send.
  if (std::exchange(server_is_back_, false) || (!was_called && pause.until_woken)) {
    line_.say_hello();
  }
  woken_ = false;
}

}  // namespace navbat::client
