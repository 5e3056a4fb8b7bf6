#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "domain/time.h"
#include "server_sync/client/branch_directory.h"
#include "server_sync/client/circuit.h"
#include "server_sync/client/fill_random.h"
#include "server_sync/client/http_transport.h"
#include "server_sync/client/issued_ticket.h"
#include "server_sync/client/limits.h"
#include "server_sync/client/server_clock.h"
#include "server_sync/client/shared_store.h"
#include "server_sync/client/wait_estimate.h"

namespace navbat::client {

struct IssuerHooks {
  // An event waits to be sent. May be null; quick.
  std::function<void()> outbox_grew;
  // What a ticket of the service could be promised now, without the server. May be null.
  std::function<std::optional<WaitEstimate>(const domain::ServiceId&)> estimate;
  // The appointed time of a booking, as far as this device knows it. May be null.
  std::function<std::optional<domain::Timestamp>(const domain::BookingCode&)> appointed_at;
  // A ticket is durable. May be null; quick.
  std::function<void(const IssuedTicket&)> issued;
  // The server may have numbered this id, but nothing of it is durable here: nobody gets it. May be
  // null; quick.
  std::function<void(const domain::TicketId&)> abandoned;
  std::function<void(const std::string&)> log;  // one English line; may be null
};

// Gives a customer a number, with the server or without it (DESIGN §3).
//
// The ticket's id is made first. The server is asked for a number and has `deadline` to answer; its
// ticket is committed here and returned. Without an answer in time, or at once when it is known not
// to answer, the number comes from this kiosk's own series, and ticket and outbox event are
// committed together. Whatever the server says later about that id is ignored: the event carries
// the printed label, and paper wins. A crash before the commit leaves nothing here, after it
// everything.
//
// Thread-safe; one ticket at a time. All that is passed in outlives it.
class TicketIssuer {
 public:
  struct Options {
    domain::BranchId branch;
    domain::NodeId node;
    char kiosk_letter = 'X';  // second letter of the offline series
    milliseconds deadline = kIssueDeadline;
  };

  TicketIssuer(HttpTransport& transport, SharedStore& store, const BranchDirectory& directory,
               Circuit& circuit, const ServerClock& true_clock, const domain::Clock& device_clock,
               FillRandom random, Options options, IssuerHooks hooks);

  // Blocks for at most about the deadline and one durable commit: call it from a worker thread.
  // `stop` cuts the wait for the server short; the ticket is issued nevertheless.
  [[nodiscard]] tl::expected<IssuedTicket, IssueError> issue(const IssueRequest& request,
                                                             const std::stop_token& stop = {});

  // Returns when no ticket is under way that was when it was called: each is durable by then, or
  // abandoned.
  void settle() { const std::lock_guard lock(one_at_a_time_); }

  // Where the ticket's paper is; durable on return. Each step to kPrinted counts one more copy.
  [[nodiscard]] tl::expected<void, IssueError> set_print_state(const domain::TicketId& ticket,
                                                               domain::PrintState state);
  // Issued at or after `since`, in any state but kPrinted, not voided; newest first. For a reprint
  // after a crash.
  [[nodiscard]] tl::expected<std::vector<IssuedTicket>, IssueError> unprinted(
      domain::Timestamp since);
  // Newest first, for the staff menu.
  [[nodiscard]] tl::expected<std::vector<IssuedTicket>, IssueError> latest(std::size_t count);

 private:
  using Issued = tl::expected<IssuedTicket, IssueError>;

  [[nodiscard]] std::optional<Issued> issue_online(const domain::TicketId& id,
                                                   const IssueRequest& request,
                                                   const std::stop_token& stop);
  [[nodiscard]] std::optional<Issued> accept_reply(const domain::TicketId& id,
                                                   const IssueRequest& request,
                                                   const HttpResponse& reply);
  [[nodiscard]] Issued issue_offline(const domain::TicketId& id, domain::Timestamp at,
                                     const IssueRequest& request);
  [[nodiscard]] Issued keep(const IssuedTicket& ticket, const store::Status& recorded);
  void no_answer(const std::string& why);
  void log(const std::string& line) const;

  HttpTransport& transport_;
  SharedStore& store_;
  const BranchDirectory& directory_;
  Circuit& circuit_;
  const ServerClock& true_clock_;
  const domain::Clock& device_clock_;
  const FillRandom random_;
  const Options options_;
  const IssuerHooks hooks_;
  std::mutex one_at_a_time_;
};

}  // namespace navbat::client
