#pragma once
// A branch server in memory: the domain's decisions behind the protocol's messages, without
// database or socket. What the network does to its requests and replies is the test's business.
// Its functions are thread-safe; its public members are for when no thread uses it.

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "domain/check_in.h"
#include "server_sync/client/http_transport.h"
#include "server_sync/protocol/sync_messages.h"
#include "tests/client/manual_clock.h"
#include "tests/client/scripted_transport.h"
#include "tests/support/test_branch.h"

namespace navbat::client {

class FakeServer {
 public:
  explicit FakeServer(const domain::Clock& clock) : clock_(clock) {}

  // The route's answer. POST …/tickets and /sync; GET …/branches/{branch}, its tickets by origin
  // or label, appointments and usual waits; GET /tickets/{id}, POST /tickets/{id}/cancel.
  [[nodiscard]] HttpResponse handle(const HttpRequest& request);

  // A step for ScriptedTransport: a perfect network.
  [[nodiscard]] ScriptedTransport::SendStep answers();
  // The request arrives, the reply does not.
  [[nodiscard]] ScriptedTransport::SendStep loses_the_reply();

  // How many tickets of the branch carry that label.
  [[nodiscard]] int count(const std::string& label) const;
  [[nodiscard]] std::string label_of(const domain::TicketId& id) const;
  [[nodiscard]] const domain::Ticket* find(const domain::TicketId& id) const {
    return branch.state().find(id);
  }

  // A ticket for cash that the device asked for.
  [[nodiscard]] domain::TicketId number_a_ticket_of(const domain::NodeId& device);

  [[nodiscard]] domain::TicketState state_of(const domain::TicketId& id) const;
  void book(domain::Appointment appointment);

  // As if restored from a backup: acknowledgements beyond `acked` are forgotten.
  void forget_acks_beyond(std::int64_t acked);

  testing::TestBranch branch;
  std::map<std::string, std::int64_t> acked;  // by epoch
  std::set<std::int64_t> poison;              // sequence numbers to set aside
  std::vector<protocol::NodeEvent> told;      // by devices, besides tickets
  std::map<domain::TicketId, std::string> cancel_reasons;
  std::vector<domain::Appointment> appointments;
  std::string usual_waits;  // the answer; empty: 404

 private:
  [[nodiscard]] HttpResponse route(const HttpRequest& request);
  [[nodiscard]] HttpResponse issue(const std::string& body);
  [[nodiscard]] HttpResponse sync(const std::string& body);
  [[nodiscard]] HttpResponse info() const;
  [[nodiscard]] HttpResponse list_tickets(const std::string& target) const;
  [[nodiscard]] HttpResponse list_appointments(const std::string& target) const;
  [[nodiscard]] HttpResponse about_ticket(const HttpRequest& request);
  [[nodiscard]] domain::Appointment* find_booking(const domain::BookingCode& code);
  void adopt(const protocol::NodeEvent& event, const domain::NodeId& node);

  const domain::Clock& clock_;
  mutable std::mutex mutex_;
  std::uint64_t numbered_ = 0;
};

// What GET /branches/{branch} answers, as JSON.
[[nodiscard]] std::string branch_info_json();

}  // namespace navbat::client
