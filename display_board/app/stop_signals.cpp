#include "display_board/app/stop_signals.h"

#include <signal.h>

namespace navbat::board {

StopSignals::StopSignals() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  sigaddset(&signals_, SIGUSR1);  // from the destructor: end of listening
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
}

void StopSignals::listen(std::function<void()> stop) {
  thread_ = std::thread([this, stop = std::move(stop)] {
    int signal = 0;
    if (sigwait(&signals_, &signal) == 0 && signal != SIGUSR1) {
      stop();
    }
  });
}

StopSignals::~StopSignals() {
  if (thread_.joinable()) {
    pthread_kill(thread_.native_handle(), SIGUSR1);
    thread_.join();
  }
}

}  // namespace navbat::board
