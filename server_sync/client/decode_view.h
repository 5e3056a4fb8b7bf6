#pragma once
// From the wire to the plain values of branch_view.h. The error says what was expected.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server_sync/client/branch_view.h"
#include "server_sync/client/found_ticket.h"

namespace navbat::client {

[[nodiscard]] tl::expected<QueueSnapshot, std::string> decode_queue(std::string_view json);
[[nodiscard]] tl::expected<BranchInfo, std::string> decode_branch(std::string_view json);

// The ticket as a list of one, and the tickets of a list. None counts as this device's own.
[[nodiscard]] tl::expected<std::vector<FoundTicket>, std::string> decode_ticket(
    std::string_view json);
[[nodiscard]] tl::expected<std::vector<FoundTicket>, std::string> decode_tickets(
    std::string_view json);

// What an application/problem+json says; empty where it says nothing.
struct ProblemView {
  std::string kind;                        // the end of its type: "quota-reached"
  std::string detail;                      // one English sentence
  std::optional<domain::Timestamp> until;  // when it would be right: "opens_at" or "from"
};
[[nodiscard]] ProblemView decode_problem(std::string_view json);

// The version of a `reset`.
[[nodiscard]] tl::expected<std::int64_t, std::string> decode_reset(std::string_view json);

}  // namespace navbat::client
