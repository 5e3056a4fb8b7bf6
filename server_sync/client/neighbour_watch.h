#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "domain/ids.h"
#include "domain/time.h"
#include "server_sync/client/branch_view.h"
#include "server_sync/client/fill_random.h"
#include "server_sync/client/http_transport.h"
#include "server_sync/client/limits.h"

namespace navbat::client {

// A branch nearby as its hub last described it.
struct Neighbour {
  QueueSnapshot queue;
  domain::Timestamp heard_at{};  // device clock

  [[nodiscard]] domain::Milliseconds age(domain::Timestamp now) const { return now - heard_at; }
};

// The queues of other branches, asked of a hub about once a minute on a thread of its own. It never
// gets in the way of the branch's own server: it has its own transport (the hub's address and
// token), and a hub that does not answer only lets the ages grow.
//
// All functions are thread-safe.
class NeighbourWatch {
 public:
  struct Hooks {
    // Called on the watch's thread, must be quick and must not call the watch. May be null.
    std::function<void()> changed;                // latest() may answer otherwise
    std::function<void(const std::string&)> log;  // one English line
  };

  // `clock` outlives the watch.
  NeighbourWatch(std::unique_ptr<HttpTransport> hub, std::vector<domain::BranchId> branches,
                 const domain::Clock& clock, const FillRandom& random, Hooks hooks,
                 milliseconds every = kNeighbourEvery, milliseconds jitter = kNeighbourJitter);
  ~NeighbourWatch();  // stop()
  NeighbourWatch(const NeighbourWatch&) = delete;
  NeighbourWatch& operator=(const NeighbourWatch&) = delete;

  void start();  // once
  void stop();   // within milliseconds

  // Null before that branch was heard of. The caller decides by its age whether to show it.
  [[nodiscard]] std::shared_ptr<const Neighbour> latest(const domain::BranchId& branch) const;

 private:
  void run(const std::stop_token& stop);
  // The hub's wish to be left alone for longer, if it has one.
  [[nodiscard]] milliseconds ask_all(const std::stop_token& stop);
  void keep(const domain::BranchId& branch, QueueSnapshot queue);
  void log_once(const domain::BranchId& branch, const std::string& problem);

  const std::unique_ptr<HttpTransport> hub_;
  const std::vector<domain::BranchId> branches_;
  const domain::Clock& clock_;
  const Hooks hooks_;
  const milliseconds every_;
  const milliseconds jitter_;
  std::mt19937_64 engine_;                                // watch's thread only
  std::map<domain::BranchId, std::string> last_problem_;  // watch's thread only
  mutable std::mutex mutex_;
  std::map<domain::BranchId, std::shared_ptr<const Neighbour>> latest_;
  std::mutex pause_mutex_;
  std::condition_variable_any pause_;
  std::jthread thread_;
};

}  // namespace navbat::client
