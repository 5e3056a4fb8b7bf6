// A kiosk's client, the real server, and a network between them that fails to order.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <memory>
#include <mutex>

#include "server_sync/client/curl_transport.h"
#include "server_sync/client/device_client.h"
#include "server_sync/protocol/queue_snapshot.h"
#include "server_sync/protocol/ticket_view.h"
#include "system/random_source.h"
#include "system/steady_clock.h"
#include "tests/support/faulty_proxy.h"
#include "tests/support/http_connection.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"

namespace navbat {
namespace {

using namespace std::chrono_literals;
using client::DeviceClient;
using client::LinkState;
using testing::FaultyProxy;
using testing::HttpConnection;
using testing::HttpReply;

constexpr std::chrono::seconds kHang{60};

// Longer than a customer would be left waiting: a busy test machine must not decide what is tested.
constexpr client::milliseconds kDeadline{3'000};

testing::ServerProcess::Options options(const testing::TempDir& folder) {
  testing::ServerProcess::Options options;
  options.folder = folder.path();
  return options;
}

class OfflineKiosk : public ::testing::Test {
 protected:
  OfflineKiosk() { start_kiosk(); }

  void start_kiosk() {
    auto transport = client::make_curl_transport({.base_url = proxy.url(),
                                                  .bearer_token = "demo-kiosk",
                                                  .ca_file = {},
                                                  .user_agent = "test"});
    if (!transport) throw std::runtime_error(transport.error());
    const auto notify = [this] {
      { const std::lock_guard lock(mutex); }
      changed.notify_all();
    };
    auto opened = DeviceClient::open({.branch = domain::BranchId{"demo"},
                                      .node = domain::NodeId{"kiosk-x"},
                                      .kiosk_letter = 'X',
                                      .data_dir = folder.file("kiosk"),
                                      .issue_deadline = kDeadline},
                                     std::move(*transport), clock, system::fill_random,
                                     {.news = notify, .changed = notify, .log = {}});
    if (!opened) throw std::runtime_error(opened.error());
    kiosk = std::move(*opened);
    kiosk->start();
  }

  // Waits on the client's own notifications; false after a long deadline.
  template <typename Condition>
  [[nodiscard]] bool wait_until(Condition condition) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, kHang, condition);
  }

  [[nodiscard]] bool wait_until_online() {
    return wait_until([&] {
      return kiosk->branch() != nullptr && kiosk->link().state == LinkState::kLive &&
             kiosk->uploads().last_exchange.has_value();
    });
  }

  [[nodiscard]] bool wait_until_uploaded() {
    return wait_until([&] { return kiosk->uploads().pending == 0; });
  }

  client::IssuedTicket issue() {
    client::IssueRequest request;
    request.service = domain::ServiceId{"cash"};
    request.language = domain::LanguageTag{"uz"};
    auto ticket = kiosk->issue(request);
    if (!ticket) throw std::runtime_error(ticket.error().detail);
    return *ticket;
  }

  // What the server itself says, past the proxy.
  HttpReply ask(const std::string& method, const std::string& path, const std::string& token,
                const std::string& body = {}) const {
    HttpConnection connection(server.port());
    return connection.request(method, "/api/v1" + path, token, body);
  }
  domain::Ticket at_server(const domain::TicketId& id) const {
    const HttpReply reply = ask("GET", "/tickets/" + id.to_string(), "demo-manager");
    const auto view = protocol::decode_ticket_view(reply.body);
    if (!view) throw std::runtime_error(std::to_string(reply.status) + " " + reply.body);
    return view->ticket;
  }
  [[nodiscard]] int waiting() const {
    const auto queue =
        protocol::decode_queue_snapshot(ask("GET", "/branches/demo/queue", "demo-manager").body);
    return queue ? queue->waiting_total : -1;
  }

  testing::TempDir folder;
  system::SteadyClock clock;
  testing::ServerProcess server{options(folder)};
  FaultyProxy proxy{server.port()};
  std::mutex mutex;
  std::condition_variable changed;
  std::unique_ptr<DeviceClient> kiosk;
};

TEST_F(OfflineKiosk, GetsItsNumberFromTheServerWhileItAnswers) {
  ASSERT_TRUE(wait_until_online());
  const client::IssuedTicket ticket = issue();
  EXPECT_EQ(ticket.label.to_string(), "A001");
  EXPECT_FALSE(ticket.offline);
  EXPECT_EQ(at_server(ticket.id).label, ticket.label);
}

TEST_F(OfflineKiosk, IssuesWithoutTheServerAndTheTicketJoinsTheQueueOnceAtItsTrueTime) {
  ASSERT_TRUE(wait_until_online());
  server.kill();
  const client::IssuedTicket first = issue();
  const client::IssuedTicket second = issue();
  EXPECT_EQ(first.label.to_string(), "AX01");
  EXPECT_EQ(second.label.to_string(), "AX02");
  server.start();
  ASSERT_TRUE(wait_until_uploaded());
  EXPECT_EQ(at_server(first.id).label, first.label);
  EXPECT_EQ(at_server(first.id).issued_at, first.issued_at);
  EXPECT_EQ(at_server(second.id).issued_at, second.issued_at);
  EXPECT_EQ(waiting(), 2);
  ASSERT_TRUE(wait_until_online());
  EXPECT_EQ(issue().label.to_string(), "A001");
}

TEST_F(OfflineKiosk, IssuesFromItsOwnDiskWhenBothWereRestartedAndTheServerIsGone) {
  ASSERT_TRUE(wait_until_online());
  server.kill();
  EXPECT_EQ(issue().label.to_string(), "AX01");
  kiosk.reset();
  start_kiosk();
  EXPECT_EQ(issue().label.to_string(), "AX02");
  server.start();
  ASSERT_TRUE(wait_until(
      [&] { return kiosk->uploads().pending == 0 && kiosk->uploads().last_exchange.has_value(); }));
  EXPECT_EQ(waiting(), 2);
}

TEST_F(OfflineKiosk, PaperWinsWhenTheReplyIsLostAfterTheServerNumberedIt) {
  ASSERT_TRUE(wait_until_online());
  proxy.set(FaultyProxy::Fault::kLoseReplies);
  const client::IssuedTicket ticket = issue();
  EXPECT_EQ(ticket.label.to_string(), "AX01");
  EXPECT_EQ(at_server(ticket.id).label.to_string(), "A001");
  proxy.set(FaultyProxy::Fault::kNone);
  ASSERT_TRUE(wait_until_uploaded());
  EXPECT_EQ(at_server(ticket.id).label.to_string(), "AX01");
  EXPECT_EQ(waiting(), 1);
}

TEST_F(OfflineKiosk, PaperWinsOverANoShowUnderANumberThatWasNeverPrinted) {
  ASSERT_TRUE(wait_until_online());
  proxy.set(FaultyProxy::Fault::kLoseReplies);
  const client::IssuedTicket ticket = issue();
  const std::string path = "/tickets/" + ticket.id.to_string();
  EXPECT_EQ(ask("POST", "/branches/demo/counters/1/call", "demo-teller-1", "{}").status, 200);
  EXPECT_EQ(ask("POST", path + "/no-show", "demo-teller-1", "{}").status, 200);
  const domain::Ticket missed = at_server(ticket.id);
  EXPECT_EQ(missed.state, domain::TicketState::kNoShow);
  proxy.set(FaultyProxy::Fault::kNone);
  ASSERT_TRUE(wait_until_uploaded());
  const domain::Ticket again = at_server(ticket.id);
  EXPECT_EQ(again.label.to_string(), "AX01");
  EXPECT_EQ(again.state, domain::TicketState::kWaiting);
  EXPECT_EQ(again.issued_at, missed.issued_at);
  EXPECT_EQ(ask("POST", "/branches/demo/counters/1/call", "demo-teller-1", "{}").status, 200);
  EXPECT_EQ(at_server(ticket.id).state, domain::TicketState::kCalled);
}

TEST_F(OfflineKiosk, HearsEveryCallOnceThoughTheStreamIsCutAgainAndAgain) {
  ASSERT_TRUE(wait_until_online());
  std::vector<std::string> issued;
  std::vector<std::string> heard;
  const auto take_news = [&] {
    for (const client::BranchNews& news : kiosk->drain()) {
      const auto* event = std::get_if<domain::Event>(&news);
      const auto* ticket = event ? std::get_if<domain::TicketIssued>(&event->payload) : nullptr;
      if (ticket != nullptr) heard.push_back(ticket->label.to_string());
    }
  };
  for (int i = 0; i < 12; ++i) {
    const HttpReply reply =
        ask("POST", "/branches/demo/tickets", "demo-kiosk",
            R"({"id":"019aaf3e-7d7c-7c11-9d0e-0c3a8b1f2a)" + std::to_string(10 + i) +
                R"(","service":"cash","language":"uz"})");
    ASSERT_EQ(reply.status, 201) << reply.body;
    issued.push_back(protocol::decode_ticket_view(reply.body)->ticket.label.to_string());
    // Cuts every connection and lets new ones in.
    proxy.set(FaultyProxy::Fault::kRefuse);
    proxy.set(FaultyProxy::Fault::kNone);
  }
  EXPECT_TRUE(wait_until([&] {
    take_news();
    return heard.size() >= issued.size();
  }));
  EXPECT_EQ(heard, issued);
}

}  // namespace
}  // namespace navbat
