#include "server_sync/protocol/new_ticket.h"

#include "server_sync/protocol/json_writer.h"

namespace navbat::protocol {

namespace json = boost::json;

std::string encode(const NewTicket& ticket) {
  json::object out{{"id", ticket.id.to_string()},
                   {"service", ticket.service.value()},
                   {"language", ticket.language.value()}};
  if (ticket.priority) out["priority"] = text(to_string(*ticket.priority));
  if (ticket.appointment) out["appointment"] = domain::to_rfc3339(*ticket.appointment);
  if (!ticket.phone.empty()) out["phone"] = ticket.phone;
  if (!ticket.booking.empty()) out["booking"] = ticket.booking.value();
  if (!ticket.device.empty()) out["device"] = ticket.device.value();
  return json::serialize(out);
}

Decoded<NewTicket> decode_new_ticket(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  NewTicket ticket;
  ticket.id = in.ticket_id("id");
  ticket.service = in.name<domain::ServiceId>("service");
  ticket.language = in.name<domain::LanguageTag>("language");
  ticket.priority = in.word_opt("priority", domain::parse_priority_reason, "a reason for priority");
  ticket.appointment = in.time_opt("appointment");
  ticket.phone = in.string_or_empty("phone", 40);
  ticket.booking = in.name_opt<domain::BookingCode>("booking").value_or(domain::BookingCode{});
  ticket.device = in.name_opt<domain::NodeId>("device").value_or(domain::NodeId{});
  if (error) return tl::unexpected(*error);
  return ticket;
}

}  // namespace navbat::protocol
