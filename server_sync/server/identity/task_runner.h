#pragma once
// A thread for what is too slow for the threads that serve: passwords, reports. Bounded, so that a
// flood of it is refused instead of piling up.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace navbat::server {

class TaskRunner {
 public:
  explicit TaskRunner(std::size_t most_waiting);
  ~TaskRunner();  // stop()
  TaskRunner(const TaskRunner&) = delete;
  TaskRunner& operator=(const TaskRunner&) = delete;

  // False when too many wait already, or after stop(); the task is dropped then. Thread-safe.
  [[nodiscard]] bool post(std::function<void()> task);
  // Runs what was accepted, then ends the thread.
  void stop();

 private:
  void run();

  const std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> tasks_;  // guarded by mutex_
  bool stopping_ = false;                    // guarded by mutex_
  std::thread thread_;
};

}  // namespace navbat::server
