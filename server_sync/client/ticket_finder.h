#pragma once

#include <optional>
#include <stop_token>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>

#include "domain/ids.h"
#include "domain/label.h"
#include "server_sync/client/branch_directory.h"
#include "server_sync/client/found_ticket.h"
#include "server_sync/client/http_transport.h"
#include "server_sync/client/limits.h"
#include "server_sync/client/server_clock.h"
#include "server_sync/client/shared_store.h"

namespace navbat::client {

// A ticket's number or its id.
using TicketReference = std::variant<domain::Label, domain::TicketId>;

// What somebody typed or had scanned: "A042", "a 42", a ticket's id, or the address of its page
// ("https://bank.example/t/019…"). Nothing when it is none of them.
[[nodiscard]] std::optional<TicketReference> parse_ticket_reference(std::string_view text);

// Finds a ticket of the branch: this device's own at once, another one by asking the server. A
// number means today's ticket. Thread-safe; all that is passed in outlives it.
class TicketFinder {
 public:
  TicketFinder(HttpTransport& transport, SharedStore& store, const BranchDirectory& directory,
               const ServerClock& true_clock, domain::BranchId branch,
               milliseconds deadline = kFindDeadline);

  // Blocks for at most about the deadline.
  [[nodiscard]] tl::expected<FoundTicket, FindError> find(std::string_view text,
                                                          const std::stop_token& stop) const;

 private:
  [[nodiscard]] std::optional<FoundTicket> find_own(const TicketReference& reference) const;
  [[nodiscard]] tl::expected<FoundTicket, FindError> ask_server(const TicketReference& reference,
                                                                const std::stop_token& stop) const;

  HttpTransport& transport_;
  SharedStore& store_;
  const BranchDirectory& directory_;
  const ServerClock& true_clock_;
  const domain::BranchId branch_;
  const milliseconds deadline_;
};

}  // namespace navbat::client
