#include "system/stop_signals.h"

namespace navbat::system {

StopSignals::StopSignals() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  thread_ = std::thread([this] {
    int signal = 0;
    sigwait(&signals_, &signal);
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    if (stop_) {
      stop_();
    }
  });
}

StopSignals::~StopSignals() {
  on_stop(nullptr);
  pthread_kill(thread_.native_handle(), SIGTERM);  // blocked everywhere: only sigwait sees it
  thread_.join();
}

void StopSignals::on_stop(std::function<void()> stop) {
  const std::lock_guard lock(mutex_);
  stop_ = std::move(stop);
  if (stopped_ && stop_) {
    stop_();
  }
}

}  // namespace navbat::system
