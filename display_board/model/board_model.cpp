#include "display_board/model/board_model.h"

#include <algorithm>

#include "display_board/limits.h"

namespace navbat::board {
namespace {

template <typename Payload>
client::Call call_of(const domain::Event& event, const Payload& payload, bool recall) {
  return {.version = event.version,
          .ticket = payload.ticket,
          .label = payload.label.to_string(),
          .service = payload.service,
          .language = payload.language,
          .counter = payload.counter,
          .at = event.at,
          .recall = recall};
}

}  // namespace

BoardModel::BoardModel(ModelSettings settings, domain::Timestamp started)
    : settings_(std::move(settings)),
      turns_(settings_.turns),
      started_(started),
      shown_up_to_(settings_.shown_up_to),
      newest_heard_(settings_.shown_up_to.value_or(0)),
      show_(settings_.latest_rows, settings_.page_rows) {}

domain::Milliseconds BoardModel::age_of(domain::Timestamp at, domain::Timestamp now) const {
  return true_time(now) - at;
}

bool BoardModel::is_ours(const client::Call& call) const {
  return settings_.zone.has(call.counter) && settings_.zone.has(call.service);
}

std::vector<client::Call> BoardModel::ours(const std::vector<client::Call>& calls) const {
  std::vector<client::Call> kept;
  std::copy_if(calls.begin(), calls.end(), std::back_inserter(kept),
               [this](const client::Call& call) { return is_ours(call); });
  return kept;
}

void BoardModel::take(const client::BranchNews& news, domain::Timestamp now) {
  if (const auto* event = std::get_if<domain::Event>(&news)) {
    take_event(*event, now);
  } else if (const auto* snapshot = std::get_if<client::QueueSnapshot>(&news)) {
    take_snapshot(*snapshot, now);
  } else {
    lose_history(std::get<client::HistoryLost>(news).version);
  }
}

// A server that was set up anew counts its events from the start: what was shown belongs to another
// history, and its versions say nothing about those to come.
void BoardModel::lose_history(std::int64_t version) {
  history_lost_ = true;
  if (version >= newest_heard_) {
    return;
  }
  show_.start_anew();
  newest_call_.reset();
  snapshot_.reset();
  day_.reset();
  newest_heard_ = version;
  began_after_ = 0;
  shown_up_to_ = 0;
}

void BoardModel::take_event(const domain::Event& event, domain::Timestamp now) {
  newest_heard_ = std::max(newest_heard_, event.version);
  if (const auto* called = std::get_if<domain::TicketCalled>(&event.payload)) {
    take_call(call_of(event, *called, false), now);
  } else if (const auto* recalled = std::get_if<domain::TicketRecalled>(&event.payload)) {
    take_call(call_of(event, *recalled, true), now);
  } else if (const auto* relabelled = std::get_if<domain::TicketRelabelled>(&event.payload)) {
    show_.relabel(relabelled->ticket, relabelled->label.to_string());
  } else if (const auto* opened = std::get_if<domain::DayOpened>(&event.payload)) {
    open_day(opened->day);
  }
}

void BoardModel::take_call(client::Call call, domain::Timestamp now) {
  if (!is_ours(call)) {
    return;
  }
  show_.take(call, age_of(call.at, now), now);
  newest_call_ = std::move(call);
}

void BoardModel::take_snapshot(const client::QueueSnapshot& snapshot, domain::Timestamp now) {
  to_true_ = snapshot.at - now;
  newest_heard_ = std::max(newest_heard_, snapshot.version);
  if (snapshot.day) {
    open_day(*snapshot.day);
  }
  std::vector<client::Call> calls = ours(snapshot.calls);
  if (history_lost_) {
    add_missed(calls, now);
  } else if (!snapshot_) {
    // What the run before this one did not show, events will bring.
    std::erase_if(calls, [this](const client::Call& call) {
      return shown_up_to_ && call.version > *shown_up_to_;
    });
    show_.add_history(calls);
  }
  history_lost_ = false;
  notices_.set(snapshot.notices);
  if (!began_after_) {
    began_after_ = shown_up_to_.value_or(snapshot.version);
  }
  snapshot_ = snapshot;
}

void BoardModel::add_missed(const std::vector<client::Call>& newest_first, domain::Timestamp now) {
  for (auto call = newest_first.rbegin(); call != newest_first.rend(); ++call) {
    if (!shown_up_to_ || call->version > *shown_up_to_) {
      show_.take(*call, age_of(call->at, now), now);
    }
  }
}

BoardModel::Begun BoardModel::advance(domain::Timestamp now) {
  Begun begun;
  begun.notices = notices_.advance(now, true_time(now));
  const domain::Notice* emergency = notices_.emergency();
  begun.emergency_over = emergency_ && emergency == nullptr;
  emergency_ = emergency != nullptr ? std::optional(emergency->id) : std::nullopt;
  if (!emergency_) {
    begun.calls = show_.advance(now);
  }
  return begun;
}

void BoardModel::open_day(const domain::BusinessDay& day) {
  if (day_ && *day_ < day) {
    show_.forget();
  }
  day_ = day;
}

}  // namespace navbat::board
