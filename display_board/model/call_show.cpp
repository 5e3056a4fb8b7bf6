#include "display_board/model/call_show.h"

#include <algorithm>

#include "display_board/limits.h"

namespace navbat::board {

bool CallShow::knows(std::int64_t version) const {
  return version <= newest_forgotten_ ||
         std::any_of(known_.begin(), known_.end(),
                     [version](const client::Call& call) { return call.version == version; }) ||
         std::any_of(arriving_.begin(), arriving_.end(),
                     [version](const Waiting& waiting) { return waiting.call.version == version; });
}

void CallShow::remember(const client::Call& call) {
  const auto place = std::find_if(known_.begin(), known_.end(), [&call](const client::Call& other) {
    return other.version < call.version;
  });
  known_.insert(place, call);
  if (known_.size() > kCallsKept) {
    newest_forgotten_ = std::max(newest_forgotten_, known_.back().version);
    known_.pop_back();
  }
}

void CallShow::add_history(const std::vector<client::Call>& calls) {
  for (const client::Call& call : calls) {
    if (!knows(call.version)) {
      remember(call);
    }
  }
  const bool stage_is_past = waiting_.empty() && (!stage_ || !stage_->recent);
  if (!known_.empty() && stage_is_past) {
    stage_ = Staged{.call = known_.front()};
  }
}

bool CallShow::take(const client::Call& call, domain::Milliseconds age, domain::Timestamp now) {
  if (knows(call.version)) {
    return false;
  }
  arriving_.push_back({.call = call, .called_at = now - age, .entered = now});
  return true;
}

// A page shows each ticket once: its second call has to wait for the next one.
bool CallShow::fits_on_page(const client::Call& call) const {
  return page_.size() < page_rows_ &&
         std::find(page_.begin(), page_.end(), call.ticket) == page_.end();
}

void CallShow::let_in(domain::Timestamp now) {
  while (!arriving_.empty()) {
    if (page_seen_ && now >= page_since_ + kCatchUpPage) {
      page_.clear();
    }
    if (!fits_on_page(arriving_.front().call)) {
      return;
    }
    const Waiting next = arriving_.front();
    arriving_.pop_front();
    page_.push_back(next.call.ticket);
    page_since_ = now;
    page_seen_ = false;
    admit(next, now);
  }
}

void CallShow::admit(Waiting call, domain::Timestamp now) {
  remember(call.call);
  const domain::Milliseconds age = now - call.called_at;
  if (age <= kStageWithin) {
    call.entered = now;
    call.late = age > kSpeakWithin;
    waiting_.push_back(std::move(call));
  } else if (!stage_ || stage_->call.ticket == call.call.ticket) {
    stage_ = Staged{.call = std::move(call.call)};
  }
}

void CallShow::relabel(const domain::TicketId& ticket, const std::string& label) {
  const auto rename = [&](client::Call& call) {
    if (call.ticket == ticket) {
      call.label = label;
    }
  };
  std::for_each(known_.begin(), known_.end(), rename);
  for (Waiting& waiting : arriving_) {
    rename(waiting.call);
  }
  for (Waiting& waiting : waiting_) {
    rename(waiting.call);
  }
  if (stage_) {
    rename(stage_->call);
  }
}

void CallShow::forget() {
  if (!known_.empty()) {
    newest_forgotten_ = std::max(newest_forgotten_, known_.front().version);
  }
  for (const Waiting& waiting : arriving_) {
    newest_forgotten_ = std::max(newest_forgotten_, waiting.call.version);
  }
  known_.clear();
  arriving_.clear();
  waiting_.clear();
  stage_.reset();
}

void CallShow::start_anew() {
  forget();
  newest_forgotten_ = 0;
}

domain::Milliseconds CallShow::turn() const {
  if (!stage_ || !stage_->recent) {
    return {};
  }
  if (stage_->late) {
    return kTurnWhenLate;
  }
  return waiting_.size() >= kVeryBusyFrom ? kShortestTurn
         : waiting_.size() >= kBusyFrom   ? kTurnWhenBusy
                                          : kTurn;
}

std::vector<Staged> CallShow::advance(domain::Timestamp now) {
  let_in(now);
  std::vector<Staged> came;
  while (waiting_.size() > 1 && now - waiting_.front().entered > kStageBehind) {
    waiting_.pop_front();
  }
  while (!waiting_.empty() && (!stage_ || now >= stage_->since + turn())) {
    const Waiting next = waiting_.front();
    waiting_.pop_front();
    stage_ = Staged{.call = next.call, .since = now, .late = next.late, .recent = true};
    came.push_back(*stage_);
  }
  return came;
}

std::optional<domain::Timestamp> CallShow::next_turn() const {
  std::optional<domain::Timestamp> next;
  if (!waiting_.empty()) {
    next = stage_ ? stage_->since + turn() : domain::Timestamp{};
  }
  if (!arriving_.empty()) {
    const domain::Timestamp page = page_since_ + kCatchUpPage;
    next = next ? std::min(*next, page) : page;
  }
  return next;
}

bool CallShow::is_new(domain::Timestamp now) const {
  return stage_ && stage_->recent && !stage_->late && now < stage_->since + kNewFor;
}

std::vector<Listed> CallShow::latest() const {
  std::vector<Listed> list;
  for (const client::Call& call : known_) {
    if (list.size() == rows_) {
      break;
    }
    const bool waits = std::any_of(waiting_.begin(), waiting_.end(), [&](const Waiting& waiting) {
      return waiting.call.version == call.version;
    });
    const bool on_stage = stage_ && stage_->call.ticket == call.ticket && !waits;
    const bool listed = std::any_of(list.begin(), list.end(), [&call](const Listed& other) {
      return other.call.ticket == call.ticket;
    });
    if (!on_stage && !listed) {
      list.push_back({.call = call, .waits_for_stage = waits});
    }
  }
  return list;
}

}  // namespace navbat::board
