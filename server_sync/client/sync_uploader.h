#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <random>
#include <stop_token>
#include <thread>

#include "server_sync/client/backoff.h"
#include "server_sync/client/limits.h"
#include "server_sync/client/sync_line.h"

namespace navbat::client {

// Carries the outbox to the server on a thread of its own: at once when something is there, again
// with full-jitter backoff (or after the server's Retry-After) when it failed, and now and then
// with nothing, to stay in touch. All public functions are thread-safe.
class SyncUploader {
 public:
  // `chores` runs on the uploader's thread after each round, with whether the server answered in
  // it; it may block on the network and must heed the token. `line` outlives the uploader and is
  // used by nobody else.
  using Chores = std::function<void(bool answered, const std::stop_token&)>;

  SyncUploader(SyncLine& line, BackoffLimits limits, std::mt19937_64 engine, Chores chores = {},
               milliseconds hello_every = kHelloEvery);
  ~SyncUploader();  // stop()
  SyncUploader(const SyncUploader&) = delete;
  SyncUploader& operator=(const SyncUploader&) = delete;

  void start();  // once
  void stop();   // returns within milliseconds; what is unsent stays in the outbox

  // An event was added.
  void wake();
  // The server was heard elsewhere: greet it now, whatever the backoff says (but not before a
  // Retry-After that it asked for).
  void server_is_back();

 private:
  struct Pause {
    milliseconds least{0};  // nothing shortens it below this
    milliseconds most{0};
    bool until_woken = false;  // a new event ends it
  };

  void run(const std::stop_token& stop);
  // Steps until there is nothing left to do now; returns how long to wait.
  [[nodiscard]] Pause round(const std::stop_token& stop);
  void wait(Pause pause, const std::stop_token& stop);

  SyncLine& line_;
  Backoff backoff_;  // uploader's thread only
  const Chores chores_;
  const milliseconds hello_every_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  bool woken_ = false;
  bool server_is_back_ = false;
  std::jthread thread_;
};

}  // namespace navbat::client
