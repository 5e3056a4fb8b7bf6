#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>

#include "domain/time.h"
#include "server_sync/server/http/beast.h"

namespace navbat::server::http {

using SteadyTime = std::chrono::steady_clock::time_point;

/// What lives on a loop and is watched by its clock: a connection or an event stream.
class LoopMember {
 public:
  virtual ~LoopMember() = default;
  /// Checks its own deadline.
  virtual void on_tick(SteadyTime now) = 0;
  /// Finish what runs, then leave the loop; at once when nothing runs.
  virtual void on_drain() = 0;
  /// Leave the loop now.
  virtual void cut() = 0;
};

/// The way into a loop from other threads. Outlives the loop; posts to a loop that ended vanish.
class LoopGate {
 public:
  explicit LoopGate(net::io_context& context) : context_(&context) {}

  template <typename Function>
  void post(Function&& function) {
    const std::lock_guard lock(mutex_);
    if (context_ != nullptr) net::post(*context_, std::forward<Function>(function));
  }
  [[nodiscard]] bool is_loop_thread() const { return thread_ == std::this_thread::get_id(); }

 private:
  friend class IoLoop;
  void close() {
    const std::lock_guard lock(mutex_);
    context_ = nullptr;
    thread_ = std::thread::id{};
  }

  std::mutex mutex_;
  net::io_context* context_;
  std::atomic<std::thread::id> thread_{};
};

/// One thread with its event loop, its members, and one timer for all their deadlines. Functions
/// are for the loop's own thread unless they say otherwise.
class IoLoop {
 public:
  IoLoop(std::size_t index, std::chrono::milliseconds tick, const domain::Clock& clock);
  /// run() must have been followed by join(), or never called.
  ~IoLoop();
  IoLoop(const IoLoop&) = delete;
  IoLoop& operator=(const IoLoop&) = delete;

  /// Any thread, once.
  void run();
  /// Any thread: drains the members, cuts those that are left at the deadline, ends the thread.
  void drain(std::chrono::milliseconds deadline);
  void join();

  [[nodiscard]] net::io_context& context() { return context_; }
  [[nodiscard]] const std::shared_ptr<LoopGate>& gate() const { return gate_; }
  [[nodiscard]] std::size_t index() const { return index_; }
  [[nodiscard]] bool draining() const { return draining_; }

  void add(std::shared_ptr<LoopMember> member);
  /// The member may be destroyed when this returns.
  void remove(LoopMember* member);

  /// The Date header's value, made once a second.
  [[nodiscard]] std::string_view http_date();
  /// A number never given before on this loop.
  [[nodiscard]] std::uint64_t next_number() { return ++last_number_; }

 private:
  void schedule_tick();
  void tick();
  void begin_drain(std::chrono::milliseconds deadline);
  void finish_when_empty();

  const std::size_t index_;
  const std::chrono::milliseconds tick_;
  const domain::Clock& clock_;
  net::io_context context_{1};
  std::shared_ptr<LoopGate> gate_;
  net::executor_work_guard<net::io_context::executor_type> work_;
  net::steady_timer timer_;
  net::steady_timer deadline_;
  std::unordered_map<LoopMember*, std::shared_ptr<LoopMember>> members_;
  bool draining_ = false;
  std::time_t date_second_ = 0;
  std::string date_;
  std::uint64_t last_number_ = 0;
  std::thread thread_;
};

}  // namespace navbat::server::http
