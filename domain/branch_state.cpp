// What the state answers, and the bookkeeping that the event handlers share.

#include "domain/branch_state.h"

#include <algorithm>

#include "domain/check.h"

namespace navbat::domain {

std::string_view to_string(CounterStatus status) {
  static constexpr std::array<std::string_view, 5> kNames{"closed", "idle", "called", "serving",
                                                          "paused"};
  return kNames[static_cast<std::size_t>(status)];
}

BranchState::BranchState(const BranchConfig& config) : config_(config) {
  for (const Service& service : config_.services) lines_.push_back({service.id, {}});
  for (const CounterId& id : config_.counters) {
    CounterState counter;
    counter.id = id;
    counters_.push_back(std::move(counter));
  }
}

const Ticket* BranchState::find(const TicketId& id) const {
  const auto found = tickets_.find(id);
  return found == tickets_.end() ? nullptr : &found->second;
}

const Ticket* BranchState::find_by_label(const Label& label) const {
  const auto found = by_label_.find(label);
  return found == by_label_.end() ? nullptr : find(found->second);
}

const Line& BranchState::line(const ServiceId& service, PriorityClass priority_class) const {
  static const Line kEmpty;
  for (const ServiceLines& lines : lines_) {
    if (lines.service == service) return lines.lines[static_cast<std::size_t>(priority_class)];
  }
  return kEmpty;
}

std::size_t BranchState::waiting(const ServiceId& service) const {
  for (const ServiceLines& lines : lines_) {
    if (lines.service != service) continue;
    std::size_t count = 0;
    for (const Line& line : lines.lines) count += line.size();
    return count;
  }
  return 0;
}

std::size_t BranchState::waiting_total() const {
  std::size_t count = 0;
  for (const ServiceLines& lines : lines_) {
    for (const Line& line : lines.lines) count += line.size();
  }
  return count;
}

std::vector<const Ticket*> BranchState::open_tickets() const {
  std::vector<const Ticket*> open;
  for (const auto& [id, ticket] : tickets_) {
    if (is_open(ticket.state)) open.push_back(&ticket);
  }
  std::sort(open.begin(), open.end(), [](const Ticket* a, const Ticket* b) {
    return std::pair{a->counts_from(), a->id} < std::pair{b->counts_from(), b->id};
  });
  return open;
}

const CounterState* BranchState::find_counter(const CounterId& id) const {
  const auto found = std::find_if(counters_.begin(), counters_.end(),
                                  [&](const CounterState& c) { return c.id == id; });
  return found == counters_.end() ? nullptr : &*found;
}

CounterStatus BranchState::status(const CounterState& counter) const {
  if (!counter.open) return CounterStatus::kClosed;
  if (counter.ticket) {
    const Ticket* ticket = find(*counter.ticket);
    return ticket->state == TicketState::kServing ? CounterStatus::kServing
                                                  : CounterStatus::kCalled;
  }
  return counter.paused ? CounterStatus::kPaused : CounterStatus::kIdle;
}

int BranchState::open_counters() const {
  return static_cast<int>(std::count_if(counters_.begin(), counters_.end(),
                                        [](const CounterState& c) { return c.open && !c.paused; }));
}

int BranchState::working_counters(const ServiceId& service) const {
  return static_cast<int>(std::count_if(counters_.begin(), counters_.end(), [&](const auto& c) {
    const bool serves =
        std::find(c.services.begin(), c.services.end(), service) != c.services.end();
    return c.open && !c.paused && serves;
  }));
}

std::vector<Notice> BranchState::notices(Timestamp now) const {
  std::vector<Notice> in_force;
  for (const Notice& notice : notices_) {
    if (!is_over(notice, now)) in_force.push_back(notice);
  }
  return in_force;
}

const Notice* BranchState::find_notice(const NoticeId& id) const {
  const auto found = std::find_if(notices_.begin(), notices_.end(),
                                  [&](const Notice& notice) { return notice.id == id; });
  return found == notices_.end() ? nullptr : &*found;
}

bool BranchState::notice_ended(const NoticeId& id) const {
  return std::find(past_notices_.begin(), past_notices_.end(), id) != past_notices_.end();
}

std::int32_t BranchState::last_number(const std::string& series) const {
  const auto found = last_number_.find(series);
  return found == last_number_.end() ? 0 : found->second;
}

int BranchState::issued_today(const ServiceId& service) const {
  const auto found = issued_today_.find(service);
  return found == issued_today_.end() ? 0 : found->second;
}

Ticket& BranchState::ticket(const TicketId& id) {
  const auto found = tickets_.find(id);
  check(found != tickets_.end(), "an event names a ticket that was never issued");
  return found->second;
}

CounterState& BranchState::counter(const CounterId& id) {
  const auto found = std::find_if(counters_.begin(), counters_.end(),
                                  [&](const CounterState& c) { return c.id == id; });
  check(found != counters_.end(), "an event names a counter that the branch does not have");
  return *found;
}

Line& BranchState::line_of(const Ticket& ticket) {
  for (ServiceLines& lines : lines_) {
    if (lines.service == ticket.service) {
      return lines.lines[static_cast<std::size_t>(ticket.priority_class())];
    }
  }
  fail_check("an event names a service that the branch does not have",
             std::source_location::current());
}

void BranchState::join_line(const Ticket& ticket) {
  const QueuePlace place{ticket.counts_from(), ticket.id};
  line_of(ticket).insert(place);
  if (ticket.overtaken >= config_.order.max_overtakes) overtaken_often_.insert(place);
}

void BranchState::leave_line(const Ticket& ticket) {
  const QueuePlace place{ticket.counts_from(), ticket.id};
  line_of(ticket).erase(place);
  overtaken_often_.erase(place);
}

void BranchState::free_counter_of(const Ticket& ticket, Timestamp at) {
  if (!is_at_counter(ticket.state) || !ticket.counter) return;
  CounterState& counter = this->counter(*ticket.counter);
  if (counter.ticket != ticket.id) return;
  counter.ticket.reset();
  counter.since = at;
}

void BranchState::move(Ticket& ticket, TicketAction action) {
  const auto next = next_state(ticket.state, action);
  check(next.has_value(), "an event is outside the ticket's state machine");
  if (ticket.state == TicketState::kOnHold) std::erase(on_hold_, ticket.id);
  if (*next == TicketState::kOnHold) on_hold_.push_back(ticket.id);
  ticket.state = *next;
}

void BranchState::count_overtaken(const Ticket& called, const CounterState& counter) {
  const QueuePlace called_place{called.counts_from(), called.id};
  for (const ServiceId& service : counter.services) {
    for (int c = 0; c < kPriorityClasses; ++c) {
      for (const QueuePlace& place : line(service, static_cast<PriorityClass>(c))) {
        if (called_place < place) break;
        Ticket& passed = ticket(place.ticket);
        if (++passed.overtaken >= config_.order.max_overtakes) overtaken_often_.insert(place);
      }
    }
  }
}

void BranchState::end_notice(const NoticeId& id) {
  std::erase_if(notices_, [&](const Notice& notice) { return notice.id == id; });
  past_notices_.push_back(id);
  if (past_notices_.size() > kPastNotices) past_notices_.erase(past_notices_.begin());
}

void BranchState::remember_call(RecentCall call) {
  recent_calls_.insert(recent_calls_.begin(), std::move(call));
  if (recent_calls_.size() > kRecentCalls) recent_calls_.pop_back();
}

}  // namespace navbat::domain
