#pragma once
// One virtual device or person with a connection of its own: sends a command until it is answered,
// always with the same idempotency key, and writes the answer into the journal.

#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <stop_token>
#include <string>

#include <tl/expected.hpp>

#include "domain/ids.h"
#include "server_sync/client/http_transport.h"
#include "server_sync/protocol/ticket_view.h"
#include "tests/simulation/navbat_sim/findings.h"
#include "tests/simulation/navbat_sim/journal.h"

namespace navbat::sim {

// What a command led to: the ticket (or nothing, for 204 and refusals) and the status.
struct Answer {
  int status = 0;  // 0: no answer at all.
  std::optional<protocol::TicketView> ticket;
  std::string body;

  [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
  // The ticket that the counter still has, from the refusal of a call or an opening.
  [[nodiscard]] std::optional<domain::TicketId> blocking_ticket() const;
};

struct NewTicket {
  domain::ServiceId service;
  domain::LanguageTag language;
  bool priority = false;
};

// Not thread-safe; each thread has its own.
class Actor {
 public:
  // `journal` and `findings` outlive the actor.
  Actor(std::string name, std::string branch, std::unique_ptr<client::HttpTransport> transport,
        Journal& journal, Findings& findings, std::stop_token stop);

  [[nodiscard]] const std::string& name() const { return name_; }
  // The simulated time that the journal notes with what follows.
  void set_time(std::optional<SimTime> at) { sim_ = at; }

  Answer issue(const NewTicket& wish);
  Answer call(const domain::CounterId& counter);
  // open, close, pause or resume; `body` may be empty.
  Answer counter(const domain::CounterId& counter, const std::string& action,
                 const std::string& body);
  // recall, start, finish, no-show, transfer, cancel …
  Answer ticket(const domain::TicketId& ticket, const std::string& action,
                const std::string& body = "");
  Answer look_at(const domain::TicketId& ticket);

 private:
  Answer post(const std::string& did, const std::string& target, const std::string& body);
  [[nodiscard]] tl::expected<client::HttpResponse, std::string> send(
      const client::HttpRequest& request, int& attempts);
  [[nodiscard]] std::string new_key();
  [[nodiscard]] domain::TicketId new_ticket_id();
  void take_ticket(Answer& answer, const std::string& did);

  std::string name_;
  std::string branch_path_;
  std::unique_ptr<client::HttpTransport> transport_;
  Journal& journal_;
  Findings& findings_;
  std::stop_token stop_;
  std::mt19937_64 engine_;  // Keys and ids: never the same again, whatever the seed of the day.
  std::string run_;
  std::int64_t sent_ = 0;
  std::optional<SimTime> sim_;
};

}  // namespace navbat::sim
