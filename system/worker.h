#pragma once
// One background thread with a queue: what may block happens here, never where frames are drawn.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace navbat::system {

class Worker {
 public:
  // More than `capacity` waiting jobs are a bug of the caller and assert.
  explicit Worker(std::size_t capacity);
  // Finishes the running job and drops the waiting ones.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Any thread. Jobs run one by one, in order.
  void run(std::function<void()> job);

 private:
  void loop(const std::stop_token& stop);

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::function<void()>> jobs_;
  std::jthread thread_;  // last: it uses the others
};

}  // namespace navbat::system
