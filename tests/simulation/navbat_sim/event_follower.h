#pragma once
// Follows the branch's event stream from version 1 on a thread of its own and hands every event to
// the auditor, through restarts of the server.

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "server_sync/client/http_transport.h"
#include "tests/simulation/navbat_sim/bell.h"
#include "tests/simulation/navbat_sim/event_auditor.h"

namespace navbat::sim {

class EventFollower {
 public:
  // `auditor`, `findings` and `bell` outlive the follower. `bell` rings after every event.
  EventFollower(std::string branch, std::unique_ptr<client::HttpTransport> transport,
                EventAuditor& auditor, Findings& findings, Bell& bell);

  // Runs `look` while no event is being applied.
  void with_auditor(const std::function<void(const EventAuditor&)>& look) const;
  [[nodiscard]] std::int64_t version() const;
  // True when `version` was reached before the deadline.
  [[nodiscard]] bool wait_for(std::int64_t version, Bell::Steady::time_point deadline);

 private:
  void run(const std::stop_token& stop);
  [[nodiscard]] bool take(std::string_view type, const std::string& data);

  std::string target_;
  std::unique_ptr<client::HttpTransport> transport_;
  EventAuditor& auditor_;
  Findings& findings_;
  Bell& bell_;
  mutable std::mutex mutex_;
  std::jthread thread_;  // Last: stops and joins before the rest goes.
};

}  // namespace navbat::sim
