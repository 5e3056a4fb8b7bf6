#pragma once
// Tells whoever watches over this program that it lives: systemd, or supervise() in supervisor.h.
// Source: sd_notify(3), sd_watchdog_enabled(3); the protocol is a datagram of NAME=VALUE lines.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace navbat::system {

// A word to the watcher. Where nobody watches, every call does nothing; none of them blocks or
// fails. Any thread.
class Watchdog {
 public:
  Watchdog() = default;

  // Reads NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID and removes them, so that programs that
  // this one starts do not speak in its name. Before there are other threads.
  static Watchdog from_environment();

  Watchdog(std::string socket, std::optional<std::chrono::milliseconds> period)
      : socket_(std::move(socket)), period_(period) {}

  [[nodiscard]] bool watched() const { return !socket_.empty(); }
  // How often alive() is expected at least, halved to be on the safe side; none: not at all.
  [[nodiscard]] std::optional<std::chrono::milliseconds> period() const { return period_; }

  void ready() const { say("READY=1"); }
  void alive() const { say("WATCHDOG=1"); }
  void stopping() const { say("STOPPING=1"); }
  // One line for people, as `systemctl status` shows it.
  void status(const std::string& text) const { say("STATUS=" + text); }

 private:
  void say(const std::string& message) const;

  std::string socket_;
  std::optional<std::chrono::milliseconds> period_;
};

// Tells the watcher that one thread's loop goes round: asks the loop, again and again, to say so
// itself. A loop that hangs says nothing. The first answer says that the program is ready.
class WatchdogFeed {
 public:
  // Runs a task on the loop that is watched; any thread.
  using Post = std::function<void(std::function<void()>)>;

  WatchdogFeed(const Watchdog& watchdog, Post post);
  // What is still posted does no harm afterwards.
  ~WatchdogFeed();
  WatchdogFeed(const WatchdogFeed&) = delete;
  WatchdogFeed& operator=(const WatchdogFeed&) = delete;

 private:
  struct Shared;
  void ask();

  std::shared_ptr<Shared> shared_;
  Post post_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::jthread thread_;  // last: it uses all above
};

}  // namespace navbat::system
