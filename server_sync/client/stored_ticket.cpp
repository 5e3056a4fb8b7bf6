#include "server_sync/client/stored_ticket.h"

#include <utility>

#include "server_sync/protocol/sync_messages.h"

namespace navbat::client {
namespace {

constexpr const char* kTicketIssued = "ticket_issued";

}  // namespace

IssuedTicket from_stored(store::DeviceTicket&& ticket) {
  return {.id = ticket.id,
          .day = ticket.day,
          .label = std::move(ticket.label),
          .service = std::move(ticket.service),
          .language = std::move(ticket.language),
          .issued_at = ticket.issued_at,
          .promise = ticket.promise,
          .people_ahead = std::nullopt,
          .offline = ticket.offline,
          .print_state = ticket.print_state,
          .copies = ticket.copies,
          .voided = ticket.voided,
          .booking = domain::BookingCode{std::move(ticket.booking)},
          .appointment = ticket.appointment};
}

store::DeviceTicket to_stored(const IssuedTicket& ticket) {
  return {.id = ticket.id,
          .day = ticket.day,
          .label = ticket.label,
          .service = ticket.service,
          .language = ticket.language,
          .promise = ticket.promise,
          .issued_at = ticket.issued_at,
          .offline = ticket.offline,
          .print_state = ticket.print_state,
          .copies = ticket.copies,
          .voided = ticket.voided,
          .booking = ticket.booking.value(),
          .appointment = ticket.appointment};
}

std::vector<IssuedTicket> from_stored(std::vector<store::DeviceTicket> tickets) {
  std::vector<IssuedTicket> out;
  out.reserve(tickets.size());
  for (store::DeviceTicket& ticket : tickets) out.push_back(from_stored(std::move(ticket)));
  return out;
}

store::OutboxEvent outbox_event(const IssuedTicket& ticket, const IssueRequest& request) {
  const protocol::NodeEvent event{
      .seq = 1,
      .at = ticket.issued_at,
      .payload = protocol::OfflineTicket{.id = ticket.id,
                                         .label = ticket.label,
                                         .service = ticket.service,
                                         .language = ticket.language,
                                         .priority = request.priority,
                                         .appointment = ticket.appointment,
                                         .phone = request.phone,
                                         .promise = ticket.promise,
                                         .booking = request.booking}};
  return {.seq = 0,
          .at = ticket.issued_at,
          .type = kTicketIssued,
          .payload = protocol::encode_node_event(event)};
}

}  // namespace navbat::client
