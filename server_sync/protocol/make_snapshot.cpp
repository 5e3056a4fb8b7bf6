// How a snapshot is taken of a branch's state.

#include <algorithm>
#include <array>

#include "domain/calling_order.h"
#include "server_sync/protocol/queue_snapshot.h"

namespace navbat::protocol {
namespace {

constexpr std::array<domain::PriorityClass, domain::kPriorityClasses> kClasses{
    domain::PriorityClass::kNormal, domain::PriorityClass::kPriority,
    domain::PriorityClass::kTransfer, domain::PriorityClass::kAppointment};

ServiceQueue service_queue(const domain::BranchState& state, const domain::Service& service,
                           const domain::PromiseEstimator& promise,
                           const domain::BranchCalendar& calendar, domain::Timestamp now) {
  ServiceQueue queue;
  queue.service = service.id;
  queue.letter = service.letter;
  queue.waiting = static_cast<int>(state.waiting(service.id));
  for (const domain::PriorityClass c : kClasses) {
    const domain::Line& line = state.line(service.id, c);
    if (line.empty()) continue;
    const auto wait = std::chrono::floor<domain::Seconds>(now - line.begin()->counts_from);
    queue.longest_wait = std::max(queue.longest_wait, wait);
  }
  if (const auto wait = promise.if_joined_now(state, service.id, now)) {
    queue.promise = to_range(*wait);
  }
  queue.issued_today = state.issued_today(service.id);
  const auto found = domain::availability(state.config().hours_of(service), service.quota,
                                          queue.issued_today, calendar.local(now));
  queue.closed_because = found.closed_because;
  if (found.opens_at) {
    queue.opens_at = calendar.instant(found.opens_at->date, found.opens_at->minute);
  }
  queue.delay = domain::find_delay(state, promise, service.id, now);
  for (const domain::TicketId& id : domain::next_in_line(state, service.id, kNextOfService, now)) {
    queue.next.push_back(state.find(id)->label.to_string());
  }
  return queue;
}

// The first to have come of all lines, without sorting the whole queue.
std::vector<NextView> first_waiting(const domain::BranchState& state) {
  std::vector<domain::QueuePlace> places;
  for (const domain::Service& service : state.config().services) {
    for (const domain::PriorityClass c : kClasses) {
      std::size_t taken = 0;
      for (const domain::QueuePlace& place : state.line(service.id, c)) {
        if (taken++ == kNextShown) break;
        places.push_back(place);
      }
    }
  }
  std::sort(places.begin(), places.end());
  if (places.size() > kNextShown) places.resize(kNextShown);
  std::vector<NextView> next;
  for (const domain::QueuePlace& place : places) {
    const domain::Ticket* ticket = state.find(place.ticket);
    next.push_back({ticket->label.to_string(), ticket->service});
  }
  return next;
}

std::vector<HeldView> first_on_hold(const domain::BranchState& state) {
  std::vector<HeldView> held;
  for (const domain::TicketId& id : state.on_hold()) {
    if (held.size() == kHeldShown) break;
    const domain::Ticket* ticket = state.find(id);
    held.push_back({id, ticket->label.to_string(), ticket->service, ticket->counter});
  }
  return held;
}

}  // namespace

CounterView make_counter_view(const domain::BranchState& state,
                              const domain::CounterState& counter) {
  CounterView view;
  view.counter = counter.id;
  view.status = state.status(counter);
  if (counter.open) {
    view.teller = counter.teller;
    if (counter.services.size() < state.config().services.size()) view.services = counter.services;
  }
  view.since = counter.since;
  if (counter.ticket) {
    const domain::Ticket* ticket = state.find(*counter.ticket);
    view.ticket = ticket->id;
    view.ticket_label = ticket->label.to_string();
    view.ticket_service = ticket->service;
  }
  return view;
}

QueueSnapshot make_snapshot(const domain::BranchState& state,
                            const domain::PromiseEstimator& promise,
                            const domain::BranchCalendar& calendar, domain::Timestamp now) {
  QueueSnapshot snapshot;
  snapshot.branch = state.config().id;
  snapshot.version = state.version();
  snapshot.at = now;
  snapshot.day = state.day();
  for (const domain::Service& service : state.config().services) {
    snapshot.services.push_back(service_queue(state, service, promise, calendar, now));
  }
  for (const domain::CounterState& counter : state.counters()) {
    snapshot.counters.push_back(make_counter_view(state, counter));
  }
  for (const domain::RecentCall& call : state.recent_calls()) {
    snapshot.calls.push_back({call.version, call.ticket, call.label.to_string(), call.service,
                              call.language, call.counter, call.at, call.recall});
  }
  snapshot.next = first_waiting(state);
  snapshot.on_hold = first_on_hold(state);
  snapshot.waiting_total = static_cast<int>(state.waiting_total());
  snapshot.counters_open = state.open_counters();
  snapshot.notices = state.notices(now);
  return snapshot;
}

}  // namespace navbat::protocol
