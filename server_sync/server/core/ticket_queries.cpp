#include "server_sync/server/core/ticket_queries.h"

#include "server_sync/protocol/ticket_list.h"
#include "server_sync/server/core/ticket_answer.h"

namespace navbat::server {

Command tickets_by_label_query(domain::Label label) {
  return [label = std::move(label)](BranchWork& work) -> store::Result<Answer> {
    protocol::TicketList list;
    if (const domain::Ticket* ticket = work.state().find_by_label(label)) {
      list.tickets.push_back(view_of(work, *ticket));
    }
    return Answer{200, protocol::encode(list)};
  };
}

Command tickets_by_origin_query(domain::NodeId origin, domain::Timestamp since) {
  return [origin = std::move(origin), since](BranchWork& work) -> store::Result<Answer> {
    // A ticket's day may lag behind its time while the branch does not believe the clock.
    const domain::BusinessDay first =
        std::min(work.calendar().day_of(since), work.state().day()->plus_days(-1));
    auto found = work.store().tickets_of(work.transaction(), work.branch(), origin, first, since,
                                         protocol::kMostTicketsListed);
    if (!found) return tl::unexpected(found.error());
    protocol::TicketList list;
    list.more = found->size() == protocol::kMostTicketsListed;
    for (const domain::Ticket& ticket : *found) {
      const domain::Ticket* today = work.state().find(ticket.id);
      list.tickets.push_back(view_of(work, today == nullptr ? ticket : *today));
    }
    return Answer{200, protocol::encode(list)};
  };
}

}  // namespace navbat::server
