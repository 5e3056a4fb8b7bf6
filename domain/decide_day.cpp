// Closing one business day and opening the next.

#include "domain/commands.h"

namespace navbat::domain {
namespace {

EventPayload close(const Ticket& ticket) {
  switch (ticket.state) {
    case TicketState::kServing:
      return TicketFinished{ticket.id, *ticket.counter, "day_closed"};
    case TicketState::kCalled:
      return TicketNoShow{ticket.id, *ticket.counter};
    default:
      return TicketCancelled{ticket.id, CancelledBy::kDayClosed};
  }
}

}  // namespace

std::vector<EventPayload> decide_day(const BranchState& state, const BusinessDay& by_clock,
                                     Timestamp now) {
  if (judge_day(state.day(), by_clock) != DayVerdict::kNewDay) return {};
  std::vector<EventPayload> events;
  for (const Ticket* ticket : state.open_tickets()) events.push_back(close(*ticket));
  for (const CounterState& counter : state.counters()) {
    if (counter.open) events.push_back(CounterClosed{counter.id});
  }
  events.push_back(DayOpened{by_clock});
  for (Notice& notice : state.notices(now)) {
    if (notice.kind != NoticeKind::kClosing) events.push_back(NoticePosted{std::move(notice)});
  }
  return events;
}

}  // namespace navbat::domain
