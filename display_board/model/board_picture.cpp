// What a frame shows of what the model knows.

#include <algorithm>

#include "display_board/limits.h"
#include "display_board/model/board_model.h"

namespace navbat::board {
namespace {

using std::chrono::duration_cast;

constexpr std::chrono::minutes kMinute{1};

CallLine line_of(const client::Call& call) {
  return {.version = call.version,
          .label = call.label,
          .counter = call.counter.value(),
          .service = call.service};
}

// What can be done at once, in the hall or anywhere.
bool needs_no_waiting(const client::AlternativeInfo& way) {
  return way.kind == domain::AlternativeKind::kAtm ||
         way.kind == domain::AlternativeKind::kTerminal ||
         way.kind == domain::AlternativeKind::kApp;
}

CounterSign::Kind kind_of(domain::CounterStatus status) {
  switch (status) {
    case domain::CounterStatus::kClosed:
      return CounterSign::Kind::kClosed;
    case domain::CounterStatus::kIdle:
      return CounterSign::Kind::kFree;
    case domain::CounterStatus::kCalled:
      return CounterSign::Kind::kCalling;
    case domain::CounterStatus::kServing:
      return CounterSign::Kind::kServing;
    case domain::CounterStatus::kPaused:
      return CounterSign::Kind::kPaused;
  }
  return CounterSign::Kind::kUnknown;
}

}  // namespace

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
  const domain::LocalTime local = branch_->calendar.local(true_time(at));
  const std::chrono::weekday weekday{std::chrono::sys_days{local.date}};
  return ui::WallTime{.year = static_cast<int>(local.date.year()),
                      .month = static_cast<int>(static_cast<unsigned>(local.date.month())),
                      .day = static_cast<int>(static_cast<unsigned>(local.date.day())),
                      .weekday = static_cast<int>(weekday.iso_encoding()),
                      .hour = local.hour,
                      .minute = local.minute};
}

std::vector<domain::AlternativeId> BoardModel::suggestions() const {
  std::vector<domain::AlternativeId> found;
  if (!branch_) {
    return found;
  }
  for (const client::AlternativeInfo& way : branch_->info.alternatives) {
    const bool ours = std::any_of(
        way.services.begin(), way.services.end(),
        [this](const domain::ServiceId& service) { return settings_.zone.has(service); });
    if (needs_no_waiting(way) && ours) {
      found.push_back(way.id);
    }
  }
  return found;
}

CounterSign BoardModel::sign() const {
  CounterSign sign{.kind = CounterSign::Kind::kUnknown,
                   .counter = settings_.above->value(),
                   .label = {},
                   .service = {}};
  const auto& counters = snapshot_->counters;
  const auto now = std::find_if(
      counters.begin(), counters.end(),
      [this](const client::CounterNow& counter) { return counter.counter == *settings_.above; });
  if (now == counters.end()) {
    return sign;
  }
  sign.kind = kind_of(now->status);
  if (now->ticket) {
    sign.label = now->ticket->label;
    sign.service = now->ticket->service;
  }
  // A call is told before the next snapshot comes.
  if (newest_call_ && newest_call_->counter == *settings_.above &&
      newest_call_->version > snapshot_->version) {
    sign.kind = CounterSign::Kind::kCalling;
    sign.label = newest_call_->label;
    sign.service = newest_call_->service;
  }
  return sign;
}

void BoardModel::fill_queue(Picture& picture) const {
  picture.counters_open = snapshot_->counters_open;
  int in_zone = 0;
  for (const client::ServiceQueue& queue : snapshot_->services) {
    if (!settings_.zone.has(queue.service)) {
      continue;
    }
    ServiceWait wait{.service = queue.service,
                     .letter = queue.letter,
                     .waiting = queue.waiting,
                     .next = queue.next,
                     .range = {},
                     .delay = {},
                     .open = queue.is_open()};
    wait.next.resize(std::min(wait.next.size(), kNextShown));
    if (queue.promise) {
      wait.range =
          domain::shown_range(queue.promise->low, queue.promise->high, queue.promise->limit);
    }
    if (queue.delay) {
      const domain::WaitRange& ahead = queue.delay->wait;
      wait.delay = Delay{.reason = queue.delay->reason,
                         .range = domain::shown_range(ahead.low, ahead.high, ahead.limit)};
    }
    in_zone += queue.waiting;
    picture.services.push_back(std::move(wait));
  }
  picture.waiting_total = settings_.zone.services.empty() ? snapshot_->waiting_total : in_zone;
  picture.suggestions = suggestions();
  if (settings_.above) {
    picture.sign = sign();
  }
}

void BoardModel::fill_turns(Picture& picture, domain::Timestamp now) const {
  const TurnContent content{
      .suggestions = picture.suggestions, .notices = notices_.messages(), .panel = panel_.get()};
  picture.languages = turns_.languages(now);
  picture.turn = turns_.number(now);
  picture.ticker = turns_.ticker(content, picture.turn);
  picture.side = turns_.side(content, picture.turn);
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
  picture.over = notices_.over(now, show_.is_new(now));
  picture.beside = notices_.beside();
  picture.stage = stage(now);
  for (const Listed& listed : show_.latest()) {
    picture.latest.push_back(line_of(listed.call));
    picture.latest.back().coming = listed.waits_for_stage;
  }
  if (snapshot_ && picture.trust != Trust::kAskStaff) {
    fill_queue(picture);
  }
  picture.time = wall_time(now);
  fill_turns(picture, now);
  return picture;
}

domain::Timestamp BoardModel::next_change(domain::Timestamp now) const {
  domain::Timestamp next = turns_.next_change(now);
  const auto consider = [&](domain::Timestamp at) {
    if (at > now) {
      next = std::min(next, at);
    }
  };
  consider(std::chrono::floor<std::chrono::minutes>(true_time(now)) + kMinute - to_true_);
  if (const auto notice = notices_.next_change(now, true_time(now))) {
    consider(*notice);
  }
  if (const auto turn = show_.next_turn(); turn && !emergency_) {
    // Past already: what is on its way to the screen has to arrive first.
    next = std::min(next, *turn > now ? *turn : now + kFrameOnItsWay);
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
