#include "display_board/model/board_model.h"

#include <algorithm>

#include "display_board/limits.h"

namespace navbat::board {
namespace {

using std::chrono::duration_cast;

CallLine line_of(const client::Call& call) {
  return {.version = call.version,
          .label = call.label,
          .counter = call.counter.value(),
          .service = call.service};
}

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

// The first multiple of `step` after `at`.
domain::Timestamp next_multiple(domain::Timestamp at, domain::Milliseconds step) {
  return domain::Timestamp{(at.time_since_epoch() / step + 1) * step};
}

}  // namespace

BoardModel::BoardModel(ModelSettings settings, domain::Timestamp started)
    : settings_(std::move(settings)), started_(started) {}

domain::Milliseconds BoardModel::age_of(domain::Timestamp at, domain::Timestamp now) const {
  return now + to_true_ - at;
}

void BoardModel::take(const client::BranchNews& news, domain::Timestamp now) {
  if (const auto* event = std::get_if<domain::Event>(&news)) {
    take_event(*event, now);
  } else if (const auto* snapshot = std::get_if<client::QueueSnapshot>(&news)) {
    take_snapshot(*snapshot, now);
  } else {
    history_lost_ = true;
  }
}

void BoardModel::take_event(const domain::Event& event, domain::Timestamp now) {
  if (const auto* called = std::get_if<domain::TicketCalled>(&event.payload)) {
    show_.take(call_of(event, *called, false), age_of(event.at, now));
  } else if (const auto* recalled = std::get_if<domain::TicketRecalled>(&event.payload)) {
    show_.take(call_of(event, *recalled, true), age_of(event.at, now));
  } else if (const auto* relabelled = std::get_if<domain::TicketRelabelled>(&event.payload)) {
    show_.relabel(relabelled->ticket, relabelled->label.to_string());
  } else if (const auto* opened = std::get_if<domain::DayOpened>(&event.payload)) {
    open_day(opened->day);
  }
}

void BoardModel::take_snapshot(const client::QueueSnapshot& snapshot, domain::Timestamp now) {
  to_true_ = snapshot.at - now;
  if (snapshot.day) {
    open_day(*snapshot.day);
  }
  if (!snapshot_) {
    show_.add_history(snapshot.calls);
  } else if (history_lost_) {
    add_missed(snapshot.calls, now);
  }
  history_lost_ = false;
  snapshot_ = snapshot;
}

void BoardModel::add_missed(const std::vector<client::Call>& newest_first, domain::Timestamp now) {
  for (auto call = newest_first.rbegin(); call != newest_first.rend(); ++call) {
    show_.take(*call, age_of(call->at, now));
  }
}

void BoardModel::open_day(const domain::BusinessDay& day) {
  if (day_ && *day_ < day) {
    show_.forget();
  }
  day_ = day;
}

Trust BoardModel::trust(domain::Timestamp now) const {
  const auto age = snapshot_ ? link_.age(now) : std::nullopt;
  if (!age) {
    return now - started_ < client::kAskStaffAfter ? Trust::kStarting : Trust::kAskStaff;
  }
  return *age < client::kShowAgeAfter    ? Trust::kCurrent
         : *age < client::kAskStaffAfter ? Trust::kAged
                                         : Trust::kAskStaff;
}

Stage BoardModel::stage(domain::Timestamp now) const {
  const auto& staged = show_.stage();
  if (!staged) {
    return {};
  }
  Stage stage{.kind = StageKind::kPast,
              .call = line_of(staged->call),
              .language = staged->call.language.value(),
              .since = staged->since};
  if (show_.is_new(now)) {
    stage.kind = staged->call.recall ? StageKind::kRecall : StageKind::kCall;
  }
  return stage;
}

std::optional<ui::WallTime> BoardModel::wall_time(domain::Timestamp at) const {
  if (!branch_) {
    return std::nullopt;
  }
  const domain::LocalTime local = branch_->calendar.local(at + to_true_);
  const std::chrono::weekday weekday{std::chrono::sys_days{local.date}};
  return ui::WallTime{.year = static_cast<int>(local.date.year()),
                      .month = static_cast<int>(static_cast<unsigned>(local.date.month())),
                      .day = static_cast<int>(static_cast<unsigned>(local.date.day())),
                      .weekday = static_cast<int>(weekday.iso_encoding()),
                      .hour = local.hour,
                      .minute = local.minute};
}

void BoardModel::fill_queue(Picture& picture) const {
  for (const client::NextInLine& next : snapshot_->next) {
    if (picture.next.size() < kNextShown) {
      picture.next.push_back({.label = next.label, .service = next.service});
    }
  }
  picture.waiting_total = snapshot_->waiting_total;
  picture.counters_open = snapshot_->counters_open;
  for (const client::ServiceQueue& queue : snapshot_->services) {
    ServiceWait wait{
        .service = queue.service, .letter = queue.letter, .waiting = queue.waiting, .range = {}};
    if (queue.promise) {
      wait.range =
          domain::shown_range(queue.promise->low, queue.promise->high, queue.promise->limit);
    }
    picture.waits.push_back(std::move(wait));
  }
}

Picture BoardModel::picture(domain::Timestamp now) const {
  Picture picture;
  picture.trust = trust(now);
  if (link_.last_news && picture.trust >= Trust::kAged) {
    picture.heard_at = wall_time(*link_.last_news);
    if (picture.trust == Trust::kAged) {
      picture.age = duration_cast<domain::Seconds>(*link_.age(now));
    }
  }
  picture.stage = stage(now);
  for (const Listed& listed : show_.latest(kLatestShown)) {
    picture.latest.push_back(line_of(listed.call));
    picture.latest.back().coming = listed.waits_for_stage;
  }
  if (snapshot_ && picture.trust != Trust::kAskStaff) {
    fill_queue(picture);
  }
  picture.time = wall_time(now);
  const auto turns = now.time_since_epoch() / settings_.language_turn;
  const auto languages = static_cast<std::int64_t>(settings_.languages.size());
  picture.language = settings_.languages[static_cast<std::size_t>(turns % languages)];
  // Small and positive: it only picks one of a few messages.
  constexpr std::int64_t kManyTurns = 27'720;
  picture.turn = static_cast<int>(turns / languages % kManyTurns);
  return picture;
}

domain::Timestamp BoardModel::next_change(domain::Timestamp now) const {
  domain::Timestamp next = next_multiple(now, settings_.language_turn);
  const auto consider = [&](domain::Timestamp at) {
    if (at > now) {
      next = std::min(next, at);
    }
  };
  consider(next_multiple(now + to_true_, std::chrono::minutes{1}) - to_true_);
  if (const auto turn = show_.next_turn()) {
    next = std::min(next, std::max(*turn, now));
  }
  if (show_.is_new(now)) {
    consider(show_.stage()->since + kNewFor);
  }
  if (!link_.last_news) {
    consider(started_ + client::kAskStaffAfter);
  } else if (const auto age = *link_.age(now); age < client::kShowAgeAfter) {
    consider(*link_.last_news + client::kShowAgeAfter);
  } else if (age < client::kAskStaffAfter) {
    // The age is shown in whole seconds.
    consider(*link_.last_news + duration_cast<domain::Seconds>(age) + domain::Seconds{1});
  }
  return next;
}

}  // namespace navbat::board
