#pragma once
// A branch server in memory: the domain's decisions behind the protocol's messages, without
// database or socket. What the network does to its requests and replies is the test's business.
// Its functions are thread-safe; its public members are for when no thread uses it.

#include <map>
#include <mutex>
#include <set>
#include <string>

#include "server_sync/client/http_transport.h"
#include "server_sync/protocol/sync_messages.h"
#include "tests/client/manual_clock.h"
#include "tests/client/scripted_transport.h"
#include "tests/support/test_branch.h"

namespace navbat::client {

class FakeServer {
 public:
  explicit FakeServer(const domain::Clock& clock) : clock_(clock) {}

  // The route's answer. POST …/tickets, POST /sync and GET …/branches/{branch}.
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

  // As if restored from a backup: acknowledgements beyond `acked` are forgotten.
  void forget_acks_beyond(std::int64_t acked);

  testing::TestBranch branch;
  std::map<std::string, std::int64_t> acked;  // by epoch
  std::set<std::int64_t> poison;              // sequence numbers to set aside

 private:
  [[nodiscard]] HttpResponse route(const HttpRequest& request);
  [[nodiscard]] HttpResponse issue(const std::string& body);
  [[nodiscard]] HttpResponse sync(const std::string& body);
  [[nodiscard]] HttpResponse info() const;
  void adopt(const protocol::NodeEvent& event, const domain::NodeId& node);

  const domain::Clock& clock_;
  mutable std::mutex mutex_;
};

// What GET /branches/{branch} answers, as JSON.
[[nodiscard]] std::string branch_info_json();

}  // namespace navbat::client
