#include "server_sync/server/core/ticket_answer.h"

#include "domain/calling_order.h"
#include "server_sync/protocol/queue_snapshot.h"

namespace navbat::server {

protocol::TicketView view_of(const BranchWork& work, const domain::Ticket& ticket) {
  protocol::TicketView view;
  view.branch = work.branch();
  view.ticket = ticket;
  if (ticket.state != domain::TicketState::kWaiting) return view;
  view.people_ahead = domain::people_ahead(work.state(), ticket, work.now());
  if (const auto wait = work.promise().for_ticket(work.state(), ticket, work.now())) {
    view.wait_now = protocol::to_range(*wait);
  }
  return view;
}

Answer ticket_answer(const BranchWork& work, const domain::TicketId& ticket, int status,
                     std::optional<domain::CallingReason> why) {
  protocol::TicketView view = view_of(work, *work.state().find(ticket));
  view.why = std::move(why);
  return {status, protocol::encode(view)};
}

Answer any_day_answer(const BranchWork& work, const domain::Ticket& ticket) {
  return {200, protocol::encode(view_of(work, ticket))};
}

Answer counter_answer(const BranchWork& work, const domain::CounterId& counter) {
  return {200, protocol::encode(
                   protocol::make_counter_view(work.state(), *work.state().find_counter(counter)))};
}

Answer queue_answer(const BranchWork& work) {
  return {200, protocol::encode(protocol::make_snapshot(work.state(), work.promise(),
                                                        work.calendar(), work.now()))};
}

}  // namespace navbat::server
