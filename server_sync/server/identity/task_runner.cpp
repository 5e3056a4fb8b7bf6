#include "server_sync/server/identity/task_runner.h"

#include <utility>

namespace navbat::server {

TaskRunner::TaskRunner(std::size_t most_waiting)
    : most_waiting_(most_waiting), thread_([this] { run(); }) {}

TaskRunner::~TaskRunner() { stop(); }

bool TaskRunner::post(std::function<void()> task) {
  const std::lock_guard lock{mutex_};
  if (stopping_ || tasks_.size() >= most_waiting_) return false;
  tasks_.push_back(std::move(task));
  wake_.notify_one();
  return true;
}

void TaskRunner::stop() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
    wake_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
}

void TaskRunner::run() {
  std::unique_lock lock{mutex_};
  while (true) {
    wake_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
    if (tasks_.empty()) return;
    auto task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    task();
    task = nullptr;
    lock.lock();
  }
}

}  // namespace navbat::server
