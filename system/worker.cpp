#include "system/worker.h"

#include <cassert>

namespace navbat::system {

Worker::Worker(std::size_t capacity)
    : capacity_(capacity), thread_([this](const std::stop_token& stop) { loop(stop); }) {}

Worker::~Worker() {
  thread_.request_stop();
  thread_.join();
}

void Worker::run(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    assert(jobs_.size() < capacity_);
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
}

void Worker::loop(const std::stop_token& stop) {
  while (true) {
    std::function<void()> job;
    {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, stop, [this] { return !jobs_.empty(); })) {
        return;
      }
      if (stop.stop_requested()) {
        return;
      }
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    job();
  }
}

}  // namespace navbat::system
