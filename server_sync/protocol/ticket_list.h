#pragma once
// Tickets that somebody looked for: GET /branches/{branch}/tickets.

#include <string>
#include <string_view>
#include <vector>

#include "server_sync/protocol/ticket_view.h"

namespace navbat::protocol {

struct TicketList {
  std::vector<TicketView> tickets;  // By issue.
  bool more = false;  // The answer is full: ask again from the last one's time of issue.
};
inline constexpr std::size_t kMostTicketsListed = 1000;

[[nodiscard]] std::string encode(const TicketList& list);
[[nodiscard]] Decoded<TicketList> decode_ticket_list(std::string_view json);

}  // namespace navbat::protocol
