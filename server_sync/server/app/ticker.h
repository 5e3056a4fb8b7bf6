#pragma once
// Does something now and then on a thread of its own, until it is stopped.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace navbat::server {

class Ticker {
 public:
  Ticker(std::chrono::milliseconds period, std::function<void()> work);
  ~Ticker();  // Waits for work under way.
  Ticker(const Ticker&) = delete;
  Ticker& operator=(const Ticker&) = delete;

 private:
  void run();

  const std::chrono::milliseconds period_;
  const std::function<void()> work_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;  // guarded by mutex_
  std::thread thread_;
};

}  // namespace navbat::server
