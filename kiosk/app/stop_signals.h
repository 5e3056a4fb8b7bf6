#pragma once
// SIGINT and SIGTERM as a call: a kiosk ends in good order when it is told to.

#include <csignal>
#include <functional>
#include <mutex>
#include <thread>

namespace navbat::kiosk {

class StopSignals {
 public:
  // Make it before any other thread, so that all inherit the blocked signals.
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // `stop` runs on a thread of this object; once.
  void on_stop(std::function<void()> stop);

 private:
  sigset_t signals_{};
  std::mutex mutex_;
  bool stopped_ = false;
  std::function<void()> stop_;
  std::thread thread_;
};

}  // namespace navbat::kiosk
