#pragma once
// One run of navbat-sim against one branch: what all its actors share, and the reckoning at the
// end.

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

#include <tl/expected.hpp>

#include "server_sync/protocol/branch_info.h"
#include "tests/simulation/navbat_sim/actor.h"
#include "tests/simulation/navbat_sim/bell.h"
#include "tests/simulation/navbat_sim/event_auditor.h"
#include "tests/simulation/navbat_sim/event_follower.h"
#include "tests/simulation/navbat_sim/findings.h"
#include "tests/simulation/navbat_sim/journal.h"

namespace navbat::sim {

struct SessionOptions {
  std::string server = "http://127.0.0.1:8080";
  std::string branch = "demo";
  std::string kiosk_token = "demo-kiosk";
  std::string teller_token = "demo-teller-{counter}";  // {counter}: the counter's id.
  std::string board_token = "demo-board";
  std::filesystem::path log;
  domain::OrderPolicy order;
  bool alone = false;  // Nobody else uses the branch: every ticket in it has to be ours.
};

class Session {
 public:
  // Reads what the branch is and starts to follow it. The error is one line.
  [[nodiscard]] static tl::expected<std::unique_ptr<Session>, std::string> open(
      SessionOptions options, std::stop_token stop);

  [[nodiscard]] std::unique_ptr<Actor> kiosk(int number);
  [[nodiscard]] std::unique_ptr<Actor> teller(const domain::CounterId& counter);

  [[nodiscard]] const protocol::BranchInfo& branch() const { return branch_; }
  [[nodiscard]] EventFollower& follower() { return *follower_; }
  [[nodiscard]] Journal& journal() { return journal_; }
  [[nodiscard]] Findings& findings() { return findings_; }
  [[nodiscard]] Bell& bell() { return bell_; }

  // Waits until the stream brought the branch's last event and compares everything that was
  // acknowledged with what the events say. `complete`: everybody who took a ticket must have been
  // called or have left. Call once, when all actors are done.
  void reckon(bool complete);

 private:
  Session(SessionOptions options, protocol::BranchInfo branch, std::stop_token stop);
  [[nodiscard]] std::unique_ptr<client::HttpTransport> transport(const std::string& token) const;
  void start_following();
  void catch_up();

  SessionOptions options_;
  protocol::BranchInfo branch_;
  std::stop_token stop_;
  Findings findings_;
  Journal journal_;
  Bell bell_;
  EventAuditor auditor_;
  std::unique_ptr<EventFollower> follower_;  // Last: stops before what it uses goes.
};

}  // namespace navbat::sim
