#pragma once
// A branch that a test writes: its news, its link, its names; and the clock of the board.

#include <string>
#include <utility>
#include <vector>

#include "display_board/app/branch_feed.h"
#include "domain/event.h"
#include "domain/time.h"

namespace navbat::board {

inline const std::vector<std::string> kLanguages{"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"};

class ScriptedBranch final : public BranchFeed, public domain::Clock {
 public:
  ScriptedBranch();

  // What the board asks for.
  std::vector<client::BranchNews> drain() override { return std::exchange(news_, {}); }
  client::LinkStatus link() override { return link_; }
  std::shared_ptr<const client::KnownBranch> branch() override { return known_; }
  [[nodiscard]] domain::Timestamp now() const override { return now_; }

  // What happens. Times move only here.
  void pass(domain::Milliseconds duration) { now_ += duration; }
  void set_now(domain::Timestamp now) { now_ = now; }
  void heard() { link_ = {.state = client::LinkState::kLive, .last_news = now_, .detail = {}}; }
  void snapshot(client::QueueSnapshot snapshot);  // also heard()
  std::int64_t call(const std::string& label, const std::string& counter,
                    const std::string& language = "uz", bool recall = false,
                    domain::Milliseconds ago = {});
  void event(domain::EventPayload payload, domain::Milliseconds ago = {});
  // The server was set up anew: its events begin again.
  void start_anew() {
    version_ = 3;
    lose_history();
  }
  void lose_history() { news_.push_back(client::HistoryLost{.version = version_}); }

  client::BranchInfo& info() { return info_; }
  void rename() { known_ = known(); }  // after info() was changed

  std::int64_t version() const { return version_; }
  client::QueueSnapshot picture() const;  // of nobody waiting, at the newest version

 private:
  [[nodiscard]] std::shared_ptr<const client::KnownBranch> known() const;

  std::vector<client::BranchNews> news_;
  client::LinkStatus link_;
  client::BranchInfo info_;
  std::shared_ptr<const client::KnownBranch> known_;
  domain::Timestamp now_;
  std::int64_t version_ = 100;
};

// The demo's six services; a ticket's id from its label.
[[nodiscard]] client::BranchInfo demo_branch();
[[nodiscard]] domain::TicketId ticket_of_label(const std::string& label);
[[nodiscard]] domain::ServiceId service_of(const std::string& label);

// So many wait, with ranges for every service.
void fill_queue(client::QueueSnapshot& snapshot, int waiting);

// Calls of before, newest first, as a snapshot brings them.
[[nodiscard]] std::vector<client::Call> past_calls(const ScriptedBranch& branch, int count,
                                                   domain::Milliseconds newest_ago);

}  // namespace navbat::board
