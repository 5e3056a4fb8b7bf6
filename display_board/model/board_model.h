#pragma once
// What the board knows and when its picture changes: news of the branch come in, pictures go out.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "display_board/model/call_show.h"
#include "display_board/model/notice_show.h"
#include "display_board/model/picture.h"
#include "display_board/model/turns.h"
#include "display_board/model/zone.h"
#include "domain/business_day.h"
#include "domain/time.h"
#include "server_sync/client/branch_news.h"
#include "server_sync/client/branch_view.h"
#include "server_sync/client/known_branch.h"
#include "server_sync/client/link_status.h"

namespace navbat::board {

struct ModelSettings {
  TurnSettings turns;
  Zone zone{};
  std::size_t latest_rows = 5;               // calls in the list; 0: this board has none
  std::size_t page_rows = 5;                 // of them beside a side page; at least 1
  std::optional<domain::CounterId> above{};  // the one counter that this board hangs above
  // The last version that an earlier run of this board has shown: what came after it is news.
  std::optional<std::int64_t> shown_up_to{};
};

// Plain data and rules, UI thread only. Every `now` is the device's clock, which never runs
// backwards; the time that is shown is the server's, so that ticket and wall agree.
class BoardModel {
 public:
  BoardModel(ModelSettings settings, domain::Timestamp started);

  // What the branch offers and its calendar; may be null while it is not known.
  void set_branch(std::shared_ptr<const client::KnownBranch> branch) {
    branch_ = std::move(branch);
  }
  [[nodiscard]] const client::BranchInfo* branch() const {
    return branch_ ? &branch_->info : nullptr;
  }

  void take(const client::BranchNews& news, domain::Timestamp now);
  void set_link(client::LinkStatus link) { link_ = std::move(link); }
  void set_panel(std::shared_ptr<const PanelContent> panel) { panel_ = std::move(panel); }

  // What began since the last time.
  struct Begun {
    std::vector<Staged> calls;  // that came on the stage, in order; speak those that are not late
    std::vector<domain::Notice> notices;
    bool emergency_over = false;
  };
  Begun advance(domain::Timestamp now);

  // Where in the branch's history this board began to listen; nothing before it was heard.
  [[nodiscard]] std::optional<std::int64_t> began_after() const { return began_after_; }

  // What picture() says is on the screen.
  void presented() { show_.presented(); }

  [[nodiscard]] Picture picture(domain::Timestamp now) const;

  // The next moment at which the picture may differ although nothing came in.
  [[nodiscard]] domain::Timestamp next_change(domain::Timestamp now) const;

 private:
  void take_event(const domain::Event& event, domain::Timestamp now);
  void take_call(client::Call call, domain::Timestamp now);
  void take_snapshot(const client::QueueSnapshot& snapshot, domain::Timestamp now);
  void lose_history(std::int64_t version);
  void add_missed(const std::vector<client::Call>& newest_first, domain::Timestamp now);
  void open_day(const domain::BusinessDay& day);
  [[nodiscard]] domain::Milliseconds age_of(domain::Timestamp at, domain::Timestamp now) const;
  [[nodiscard]] Trust trust(domain::Timestamp now) const;
  [[nodiscard]] Stage stage(domain::Timestamp now) const;
  [[nodiscard]] std::optional<ui::WallTime> wall_time(domain::Timestamp at) const;
  [[nodiscard]] domain::Timestamp true_time(domain::Timestamp at) const { return at + to_true_; }
  [[nodiscard]] bool is_ours(const client::Call& call) const;
  [[nodiscard]] std::vector<client::Call> ours(const std::vector<client::Call>& calls) const;
  [[nodiscard]] std::vector<domain::AlternativeId> suggestions() const;
  [[nodiscard]] CounterSign sign() const;
  void fill_queue(Picture& picture) const;
  void fill_turns(Picture& picture, domain::Timestamp now) const;

  const ModelSettings settings_;
  const Turns turns_;
  const domain::Timestamp started_;
  std::optional<std::int64_t> shown_up_to_;  // by the run before this one
  std::int64_t newest_heard_ = 0;            // version of whatever was heard last
  std::shared_ptr<const PanelContent> panel_;
  std::shared_ptr<const client::KnownBranch> branch_;
  std::optional<client::QueueSnapshot> snapshot_;
  std::optional<std::int64_t> began_after_;
  client::LinkStatus link_;
  CallShow show_;
  NoticeShow notices_;
  std::optional<domain::NoticeId> emergency_;  // that is over everything
  std::optional<client::Call> newest_call_;    // of events, for the sign above a counter
  std::optional<domain::BusinessDay> day_;
  domain::Milliseconds to_true_{0};  // the server's time minus the device's
  bool history_lost_ = false;        // the next snapshot holds calls that no event will bring
};

}  // namespace navbat::board
