#pragma once
// What the board knows and when its picture changes: news of the branch come in, pictures go out.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "display_board/model/call_show.h"
#include "display_board/model/picture.h"
#include "domain/business_day.h"
#include "domain/time.h"
#include "server_sync/client/branch_news.h"
#include "server_sync/client/branch_view.h"
#include "server_sync/client/known_branch.h"
#include "server_sync/client/link_status.h"

namespace navbat::board {

struct ModelSettings {
  std::vector<std::string> languages;  // they take turns; never empty
  domain::Milliseconds language_turn{15'000};
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

  // Gives the stage on; the calls that came on it, in order. Speak those that are not late.
  std::vector<Staged> advance(domain::Timestamp now) { return show_.advance(now); }

  [[nodiscard]] Picture picture(domain::Timestamp now) const;

  // The next moment at which the picture may differ although nothing came in.
  [[nodiscard]] domain::Timestamp next_change(domain::Timestamp now) const;

 private:
  void take_event(const domain::Event& event, domain::Timestamp now);
  void take_snapshot(const client::QueueSnapshot& snapshot, domain::Timestamp now);
  void add_missed(const std::vector<client::Call>& newest_first, domain::Timestamp now);
  void open_day(const domain::BusinessDay& day);
  [[nodiscard]] domain::Milliseconds age_of(domain::Timestamp at, domain::Timestamp now) const;
  [[nodiscard]] Trust trust(domain::Timestamp now) const;
  [[nodiscard]] Stage stage(domain::Timestamp now) const;
  [[nodiscard]] std::optional<ui::WallTime> wall_time(domain::Timestamp at) const;
  void fill_queue(Picture& picture) const;

  const ModelSettings settings_;
  const domain::Timestamp started_;
  std::shared_ptr<const client::KnownBranch> branch_;
  std::optional<client::QueueSnapshot> snapshot_;
  client::LinkStatus link_;
  CallShow show_;
  std::optional<domain::BusinessDay> day_;
  domain::Milliseconds to_true_{0};  // the server's time minus the device's
  bool history_lost_ = false;        // the next snapshot holds calls that no event will bring
};

}  // namespace navbat::board
