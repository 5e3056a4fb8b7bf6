#include "system/supervisor.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

namespace navbat::system {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int kBadConfiguration = 2;

class Descriptor {
 public:
  Descriptor(int value, const char* what) : value_(value) {
    if (value < 0) {
      throw std::system_error(errno, std::generic_category(), what);
    }
  }
  ~Descriptor() { ::close(value_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return value_; }

 private:
  int value_;
};

// The signals that are read instead of handled; unblocked again for the child and at the end.
class BlockedSignals {
 public:
  BlockedSignals() {
    ::sigemptyset(&set_);
    for (const int signal : {SIGTERM, SIGINT, SIGCHLD}) {
      ::sigaddset(&set_, signal);
    }
    ::sigprocmask(SIG_BLOCK, &set_, &before_);
  }
  ~BlockedSignals() { restore(); }
  BlockedSignals(const BlockedSignals&) = delete;
  BlockedSignals& operator=(const BlockedSignals&) = delete;
  void restore() const { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }
  [[nodiscard]] const sigset_t& set() const { return set_; }

 private:
  sigset_t set_{};
  sigset_t before_{};
};

// A name of the abstract namespace: no file that could be left behind. The kernel chooses it.
std::string bind_anywhere(int descriptor) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  socklen_t size = sizeof(sa_family_t);
  auto* general = reinterpret_cast<sockaddr*>(&address);
  if (::bind(descriptor, general, size) != 0) {
    throw std::system_error(errno, std::generic_category(), "no socket to listen on");
  }
  size = sizeof address;
  ::getsockname(descriptor, general, &size);
  const std::size_t length = size - offsetof(sockaddr_un, sun_path);
  return "@" + std::string(address.sun_path + 1, length - 1);
}

bool has_line(std::string_view message, std::string_view line) {
  for (std::size_t at = 0; at <= message.size();) {
    const std::size_t end = std::min(message.find('\n', at), message.size());
    if (message.substr(at, end - at) == line) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

int status_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string how_it_ended(int status) {
  return WIFEXITED(status) ? "ended with status " + std::to_string(WEXITSTATUS(status))
                           : "was ended by signal " + std::to_string(WTERMSIG(status));
}

class Supervisor {
 public:
  explicit Supervisor(const SupervisorSpec& spec)
      : spec_(spec),
        signals_(::signalfd(-1, &blocked_.set(), SFD_CLOEXEC | SFD_NONBLOCK), "no signals"),
        notices_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), "no socket"),
        address_(bind_anywhere(notices_.get())),
        delay_(spec.restart_after) {}

  int run() {
    start();
    while (!result_) {
      wait();
      take_notices();
      take_signals();
      if (!result_ && Steady::now() >= deadline_) {
        deadline_passed();
      }
    }
    return *result_;
  }

 private:
  void start();
  [[noreturn]] void become_program() const;
  void wait() const;
  void take_notices();
  void take_signals();
  void stop(int signal);
  void ended(int status);
  void deadline_passed();

  void allow(milliseconds limit) { deadline_ = Steady::now() + limit; }

  const SupervisorSpec& spec_;
  BlockedSignals blocked_;
  Descriptor signals_;
  Descriptor notices_;
  std::string address_;
  milliseconds delay_;
  pid_t child_ = -1;
  bool stopping_ = false;
  bool ever_lived_ = false;
  Steady::time_point started_;
  Steady::time_point deadline_;  // of the child's next sign of life, or of its next start
  std::optional<int> result_;
};

void Supervisor::start() {
  const pid_t parent = ::getpid();
  child_ = ::fork();
  if (child_ < 0) {
    throw std::system_error(errno, std::generic_category(), "no process");
  }
  if (child_ == 0) {
    // It must not outlive whoever would restart it: two kiosks would share one screen.
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) {
      ::_exit(1);
    }
    become_program();
  }
  started_ = Steady::now();
  allow(spec_.start_within);
}

void Supervisor::become_program() const {
  ::setpgid(0, 0);  // its own children end with it
  blocked_.restore();
  ::setenv("NOTIFY_SOCKET", address_.c_str(), 1);
  const auto limit = std::chrono::microseconds(spec_.hung_after).count();
  ::setenv("WATCHDOG_USEC", std::to_string(limit).c_str(), 1);
  std::vector<char*> arguments;
  for (const std::string& argument : spec_.command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

void Supervisor::wait() const {
  const auto left = std::chrono::ceil<milliseconds>(deadline_ - Steady::now());
  std::array<pollfd, 2> looks{pollfd{.fd = signals_.get(), .events = POLLIN, .revents = 0},
                              pollfd{.fd = notices_.get(), .events = POLLIN, .revents = 0}};
  ::poll(looks.data(), looks.size(), static_cast<int>(std::max(left, milliseconds{0}).count()));
}

void Supervisor::take_notices() {
  std::array<char, 4096> room{};
  while (true) {
    const ssize_t got = ::recv(notices_.get(), room.data(), room.size(), 0);
    if (got < 0) {
      return;
    }
    const std::string_view message(room.data(), static_cast<std::size_t>(got));
    const bool lives = has_line(message, "READY=1") || has_line(message, "WATCHDOG=1");
    if (child_ > 0 && !stopping_ && lives) {
      ever_lived_ = true;
      allow(spec_.hung_after);
    } else if (child_ > 0 && has_line(message, "STOPPING=1")) {
      allow(spec_.stop_within);
    }
  }
}

void Supervisor::take_signals() {
  signalfd_siginfo info{};
  while (::read(signals_.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
    const auto signal = static_cast<int>(info.ssi_signo);
    if (signal != SIGCHLD) {
      stop(signal);
      continue;
    }
    int status = 0;
    while (child_ > 0 && ::waitpid(child_, &status, WNOHANG) == child_) {
      ended(status);
    }
  }
}

void Supervisor::stop(int signal) {
  if (child_ < 0) {
    result_ = 0;
    return;
  }
  if (!stopping_) {
    spec_.log("told to stop; the program gets the same signal");
    stopping_ = true;
    allow(spec_.stop_within);
  }
  ::kill(child_, signal);
}

void Supervisor::ended(int status) {
  ::kill(-child_, SIGKILL);  // what it started
  child_ = -1;
  const bool refused = status_of(status) == kBadConfiguration && !ever_lived_;
  if (stopping_ || status_of(status) == 0 || refused) {
    result_ = status_of(status);
    return;
  }
  const bool lived = Steady::now() - started_ >= spec_.lived_long_enough;
  delay_ = lived ? spec_.restart_after : delay_;
  spec_.log("the program " + how_it_ended(status) + "; it starts again in " +
            std::to_string(delay_.count()) + " ms");
  allow(delay_);
  delay_ = std::min(delay_ * 2, spec_.restart_after_at_most);
}

void Supervisor::deadline_passed() {
  if (child_ < 0) {
    start();
    return;
  }
  spec_.log(stopping_ ? "the program does not stop: ended"
                      : "the program gives no sign of life: ended");
  // Nothing gentler reaches a program that was stopped or hangs in the kernel's hands.
  ::kill(-child_, SIGKILL);
  ::kill(child_, SIGKILL);
  allow(spec_.stop_within);
}

}  // namespace

int supervise(const SupervisorSpec& spec) { return Supervisor(spec).run(); }

int supervise_this_program(int argc, const char* const* argv, std::string_view option,
                           std::function<void(const std::string&)> log) {
  SupervisorSpec spec;
  spec.command.push_back(std::filesystem::read_symlink("/proc/self/exe"));
  for (int at = 1; at < argc; ++at) {
    if (std::string_view(argv[at]) != option) {
      spec.command.emplace_back(argv[at]);
    }
  }
  spec.log = std::move(log);
  return supervise(spec);
}

}  // namespace navbat::system
