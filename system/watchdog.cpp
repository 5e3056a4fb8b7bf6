#include "system/watchdog.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace navbat::system {
namespace {

std::string take_variable(const char* name) {
  const char* value = std::getenv(name);
  std::string text = value == nullptr ? "" : value;
  ::unsetenv(name);
  return text;
}

long long number(const std::string& text) {
  long long value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

Watchdog Watchdog::from_environment() {
  std::string socket = take_variable("NOTIFY_SOCKET");
  const long long microseconds = number(take_variable("WATCHDOG_USEC"));
  const std::string pid = take_variable("WATCHDOG_PID");
  std::optional<std::chrono::milliseconds> period;
  if (microseconds > 0 && (pid.empty() || number(pid) == ::getpid())) {
    period =
        std::max(std::chrono::milliseconds{microseconds / 2'000}, std::chrono::milliseconds{1});
  }
  return {std::move(socket), period};
}

void Watchdog::say(const std::string& message) const {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (socket_.empty() || socket_.size() >= sizeof address.sun_path) {
    return;
  }
  std::memcpy(address.sun_path, socket_.data(), socket_.size());
  if (socket_[0] == '@') {
    address.sun_path[0] = '\0';  // the abstract namespace
  }
  const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) {
    return;
  }
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
  // A watcher that does not listen will miss the words and act on it; nothing else can be done.
  static_cast<void>(::sendto(descriptor, message.data(), message.size(),
                             MSG_DONTWAIT | MSG_NOSIGNAL,
                             reinterpret_cast<const sockaddr*>(&address), size));
  ::close(descriptor);
}

struct WatchdogFeed::Shared {
  Watchdog watchdog;
  std::atomic<bool> asked = false;
  std::atomic<bool> ready = false;
};

WatchdogFeed::WatchdogFeed(const Watchdog& watchdog, Post post)
    : shared_(std::make_shared<Shared>()), post_(std::move(post)) {
  if (!watchdog.watched()) {
    return;
  }
  shared_->watchdog = watchdog;
  ask();
  if (const auto period = watchdog.period()) {
    thread_ = std::jthread([this, every = *period](const std::stop_token& stop) {
      std::unique_lock lock(mutex_);
      while (!stop.stop_requested()) {
        changed_.wait_for(lock, stop, every, [] { return false; });
        if (!stop.stop_requested()) {
          ask();
        }
      }
    });
  }
}

WatchdogFeed::~WatchdogFeed() = default;

void WatchdogFeed::ask() {
  if (shared_->asked.exchange(true)) {
    return;  // the loop has not answered yet: more questions would only pile up
  }
  post_([shared = shared_] {
    shared->asked = false;
    if (!shared->ready.exchange(true)) {
      shared->watchdog.ready();
    }
    shared->watchdog.alive();
  });
}

}  // namespace navbat::system
