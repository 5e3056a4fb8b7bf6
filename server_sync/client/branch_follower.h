#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <random>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "domain/ids.h"
#include "domain/time.h"
#include "server_sync/client/backoff.h"
#include "server_sync/client/branch_news.h"
#include "server_sync/client/http_transport.h"
#include "server_sync/client/limits.h"
#include "server_sync/client/link_status.h"
#include "server_sync/client/mailbox.h"
#include "server_sync/client/stream_session.h"

namespace navbat::client {

struct FollowerOptions {
  domain::BranchId branch;
  // The last version that an earlier run has shown; nothing: begin with what happens next.
  std::optional<std::int64_t> resume_after;
  BackoffLimits backoff;
  milliseconds silence = kStreamSilence;
  milliseconds settled_after = kStreamSettled;
  std::size_t mailbox_capacity = kMailboxCapacity;
};

struct FollowerHooks {
  // Called on the follower's thread; quick, and never calling the follower. Each may be null.
  std::function<void()> wake;                         // there is news to drain
  std::function<void()> status_changed;               // status().state changed
  std::function<void()> live;                         // the server is there (again)
  std::function<void(const domain::Event&)> event{};  // each one, before it can be drained
  std::function<void(const std::string&)> log;        // one English line
};

// Follows a branch's event stream on a thread of its own: from the last version on, in order and
// without loss, again and again with full-jitter backoff when the connection ends. The consumer
// never waits: it drains a mailbox when woken. If it does not drain, the follower stops reading
// rather than drop anything.
//
// All public functions are thread-safe. Transport and clock outlive it.
class BranchFollower {
 public:
  BranchFollower(HttpTransport& transport, const domain::Clock& clock, FollowerOptions options,
                 FollowerHooks hooks, std::mt19937_64 engine);
  ~BranchFollower();  // stop()
  BranchFollower(const BranchFollower&) = delete;
  BranchFollower& operator=(const BranchFollower&) = delete;

  void start();  // once
  // Ends the thread; returns within milliseconds. Undrained news can still be drained.
  void stop();

  [[nodiscard]] std::vector<BranchNews> drain() { return mailbox_.drain(); }

  [[nodiscard]] LinkStatus status() const;

  // The newest snapshot, delivered or not; nothing before the first.
  [[nodiscard]] std::optional<QueueSnapshot> latest_snapshot() const;

 private:
  class Receiver;
  struct Ending {  // of one connection
    LinkState state = LinkState::kDown;
    std::string detail;
    std::optional<milliseconds> retry_after;  // the server asked for it
  };

  void run(const std::stop_token& stop);
  [[nodiscard]] Ending connect_once(const std::stop_token& stop);
  [[nodiscard]] HttpRequest stream_request() const;
  [[nodiscard]] bool deliver(BranchNews news, const std::stop_token& stop);
  [[nodiscard]] bool fetch_snapshot(StreamSession& session, const std::stop_token& stop);
  void heard();
  void set_state(LinkState state, std::string detail);
  void pause(milliseconds delay, const std::stop_token& stop);
  void log(const std::string& line) const;

  HttpTransport& transport_;
  const domain::Clock& clock_;
  const FollowerOptions options_;
  const FollowerHooks hooks_;
  Backoff backoff_;  // follower's thread only, as is the cursor
  StreamCursor cursor_;
  Mailbox<BranchNews> mailbox_;

  mutable std::mutex mutex_;
  LinkStatus status_;
  std::optional<QueueSnapshot> latest_;
  std::mutex pause_mutex_;
  std::condition_variable_any pause_;
  std::jthread thread_;
};

}  // namespace navbat::client
