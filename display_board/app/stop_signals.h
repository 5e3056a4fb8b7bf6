#pragma once
// SIGINT and SIGTERM as a call on a thread of its own.

#include <csignal>
#include <functional>
#include <thread>

namespace navbat::board {

// Made before any other thread, so that all inherit the mask and only this one takes the signals.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // Calls `stop` once, on its own thread, when one of the signals comes.
  void listen(std::function<void()> stop);

 private:
  sigset_t signals_{};
  std::thread thread_;
};

}  // namespace navbat::board
