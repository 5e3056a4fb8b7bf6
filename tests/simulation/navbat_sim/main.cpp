// navbat-sim: virtual customers and tellers on the real API. Exit status: 0 nothing was broken, 1
// an invariant was broken, 2 bad usage or configuration, or no server.

#include <unistd.h>

#include <csignal>
#include <iostream>
#include <stop_token>
#include <thread>

#include "tests/simulation/navbat_sim/run.h"

namespace {

// SIGINT and SIGTERM end the run early but in good order, with the summary.
class StopOnSignal {
 public:
  StopOnSignal() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    waiter_ = std::jthread([this] {
      int signal = 0;
      sigwait(&signals_, &signal);
      source_.request_stop();
    });
  }
  ~StopOnSignal() { pthread_kill(waiter_.native_handle(), SIGTERM); }
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

 private:
  sigset_t signals_{};
  std::stop_source source_;
  std::jthread waiter_;
};

}  // namespace

int main(int argc, char** argv) {
  const auto options = navbat::sim::parse_options(argc, argv);
  if (!options) {
    (options.error().status == 0 ? std::cout : std::cerr) << options.error().text;
    return options.error().status;
  }
  const StopOnSignal signals;
  const bool terminal = isatty(STDERR_FILENO) == 1;
  const navbat::sim::Output output{[](const std::string& line) { std::cout << line << std::endl; },
                                   [&](const std::string& line) {
                                     if (options->quiet) return;
                                     std::cerr << (terminal ? "\r\033[K" : "") << line
                                               << (terminal ? "" : "\n") << std::flush;
                                   }};
  const auto result = navbat::sim::run(*options, output, signals.token());
  if (terminal && !options->quiet) std::cerr << "\r\033[K";
  if (!result) {
    std::cerr << "navbat-sim: " << result.error() << "\n";
    return 2;
  }
  std::cout << result->summary;
  return result->broken == 0 ? 0 : 1;
}
