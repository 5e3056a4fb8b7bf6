#include "server_sync/protocol/ticket_list.h"

namespace navbat::protocol {

namespace json = boost::json;

std::string encode(const TicketList& list) {
  std::string out = "{\"tickets\":[";
  for (const TicketView& view : list.tickets) {
    if (&view != &list.tickets.front()) out += ',';
    out += encode(view);
  }
  return out + (list.more ? "],\"more\":true}" : "],\"more\":false}");
}

Decoded<TicketList> decode_ticket_list(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  TicketList list;
  const json::array* tickets = in.array("tickets", kMostTicketsListed);
  if (error) return tl::unexpected(*error);
  for (const json::value& item : *tickets) {
    auto view = decode_ticket_view(json::serialize(item));
    if (!view)
      return tl::unexpected(DecodeError{"tickets[]." + view.error().member, view.error().expected});
    list.tickets.push_back(std::move(*view));
  }
  if (in.has("more")) list.more = in.boolean("more");
  if (error) return tl::unexpected(*error);
  return list;
}

}  // namespace navbat::protocol
