#pragma once
// SIGINT and SIGTERM as a call: a program ends in good order when it is told to.

#include <csignal>
#include <functional>
#include <mutex>
#include <thread>

namespace navbat::system {

class StopSignals {
 public:
  // Make it before any other thread, so that all inherit the blocked signals.
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // `stop` runs on a thread of this object, once; at once when a signal came before. Null takes it
  // back: after that it is not running and never will.
  void on_stop(std::function<void()> stop);

 private:
  sigset_t signals_{};
  std::mutex mutex_;
  bool stopped_ = false;
  std::function<void()> stop_;
  std::thread thread_;
};

}  // namespace navbat::system
