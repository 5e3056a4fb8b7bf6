#pragma once
// A ticket as devices, tellers and the customer's phone see it. Holds no personal data.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/calling_reason.h"
#include "domain/ids.h"
#include "domain/ticket.h"
#include "server_sync/protocol/json_reader.h"

namespace navbat::protocol {

using domain::WaitRange;

[[nodiscard]] WaitRange to_range(const domain::WaitQuantiles& wait);

struct TicketView {
  domain::BranchId branch;
  domain::Ticket
      ticket;  // `phone`, `origin`, `joined_at`, `transfers` and `overtaken` do not travel.
  std::optional<int> people_ahead;           // Only while waiting.
  std::optional<WaitRange> wait_now;         // Only while waiting.
  std::optional<domain::CallingReason> why;  // Only in the answer to a call.
};

[[nodiscard]] std::string encode(const TicketView& view);
[[nodiscard]] Decoded<TicketView> decode_ticket_view(std::string_view json);

}  // namespace navbat::protocol
