#include "server_sync/server/app/ticker.h"

#include <utility>

namespace navbat::server {

Ticker::Ticker(std::chrono::milliseconds period, std::function<void()> work)
    : period_(period), work_(std::move(work)), thread_([this] { run(); }) {}

Ticker::~Ticker() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
    wake_.notify_one();
  }
  thread_.join();
}

void Ticker::run() {
  std::unique_lock lock{mutex_};
  while (!wake_.wait_for(lock, period_, [this] { return stopping_; })) {
    lock.unlock();
    work_();
    lock.lock();
  }
}

}  // namespace navbat::server
