#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "server_sync/client/branch_view.h"
#include "server_sync/client/issued_ticket.h"
#include "server_sync/client/lone_branch.h"
#include "server_sync/client/wait_estimate.h"

namespace navbat::client {

// The device's own estimate, from the last picture and its own tickets since. Thread-safe.
class OwnEstimate {
 public:
  // A ticket was issued here, with the server or without.
  void note(const domain::TicketId& ticket, const domain::ServiceId& service,
            domain::Timestamp issued_at);

  // `now` is true time. The first question after a new picture costs about a millisecond for a
  // hundred people, the next ones much less.
  [[nodiscard]] std::optional<WaitEstimate> ask(const BranchInfo& info,
                                                const QueueSnapshot& picture,
                                                const domain::ServiceId& service,
                                                domain::Timestamp now);

 private:
  struct OwnTicket {
    domain::TicketId ticket;
    domain::ServiceId service;
    domain::Timestamp at{};
  };
  struct Picture {
    std::int64_t version = 0;
    domain::Timestamp at{};
    friend bool operator==(const Picture&, const Picture&) = default;
  };

  std::mutex mutex_;
  std::vector<OwnTicket> own_;  // by time; those that no picture can hold yet
  std::optional<LoneBranch> branch_;
  Picture imagined_from_;
};

}  // namespace navbat::client
