#pragma once
// From what a branch's authority commits to what the streams of boards, kiosks and pages carry:
// each event as a frame, and the whole queue, coalesced, after changes.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "domain/ids.h"
#include "server_sync/server/core/branch_host.h"
#include "server_sync/server/core/branch_observer.h"
#include "server_sync/server/http/event_stream.h"

namespace navbat::server {

// Shortest time between two queue snapshots to the streams. Below it an eye sees no difference, and
// at ten a second the fan-out to thousands of streams still leaves a core free (STACK: about ten
// global events a second cost one).
inline constexpr std::chrono::milliseconds kSnapshotPause{100};
// Longest time without one: waits grow and promises change while nothing else does.
inline constexpr std::chrono::milliseconds kSnapshotAtLeastEvery{5'000};

// Life: construct, give it to BranchHost as observer, start(channel, host), stop() before either
// ends.
class BranchStream final : public BranchObserver {
 public:
  // `warn` gets one line for the log; called on the writer's thread.
  BranchStream(domain::BranchId branch, std::function<void(std::string_view)> warn);
  ~BranchStream() override;

  void on_events(const std::vector<domain::Event>& events) override;
  void on_warning(std::string_view text) override { warn_(text); }

  // Both outlive stop().
  void start(std::shared_ptr<http::EventChannel> channel, BranchHost& host);
  void stop();

 private:
  void snapshots();

  const domain::BranchId branch_;
  const std::function<void(std::string_view)> warn_;
  std::shared_ptr<http::EventChannel> channel_;
  BranchHost* host_ = nullptr;

  std::mutex mutex_;
  std::condition_variable wake_;
  bool changed_ = false;   // guarded by mutex_
  bool stopping_ = false;  // guarded by mutex_
  std::thread thread_;
};

// The frame of one stored or fresh event, without personal data.
[[nodiscard]] http::EventFrame to_frame(const domain::BranchId& branch, const domain::Event& event);

// Reads frames that are older than the channel's memory through the writer, so that they are whole.
[[nodiscard]] http::BacklogReader backlog_reader(BranchHost& host);

}  // namespace navbat::server
