#pragma once
// A kiosk's client, the real server, and a network between them that fails to order.

#include <gtest/gtest.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>

#include "server_sync/client/curl_transport.h"
#include "server_sync/client/device_client.h"
#include "server_sync/protocol/queue_snapshot.h"
#include "server_sync/protocol/ticket_view.h"
#include "system/random_source.h"
#include "tests/support/ahead_clock.h"
#include "tests/support/faulty_proxy.h"
#include "tests/support/http_connection.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"

namespace navbat::testing {

class KioskAtServer : public ::testing::Test {
 protected:
  static constexpr std::chrono::seconds kHang{60};
  // Longer than a customer would be left waiting: a busy test machine must not decide what is
  // tested.
  static constexpr client::milliseconds kDeadline{3'000};

  KioskAtServer() { start_kiosk(); }
  // Server and kiosk begin at that time.
  explicit KioskAtServer(domain::Timestamp start) : clock(start) { start_kiosk(); }

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
    auto opened = client::DeviceClient::open({.branch = domain::BranchId{"demo"},
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
      return kiosk->branch() != nullptr && kiosk->link().state == client::LinkState::kLive &&
             kiosk->uploads().last_exchange.has_value();
    });
  }

  [[nodiscard]] bool wait_until_uploaded() {
    return wait_until([&] { return kiosk->uploads().pending == 0; });
  }

  client::IssueRequest cash() const {
    client::IssueRequest request;
    request.service = domain::ServiceId{"cash"};
    request.language = domain::LanguageTag{"uz"};
    return request;
  }
  client::IssuedTicket issue() {
    auto ticket = kiosk->issue(cash());
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

  TempDir folder;
  AheadClock clock;
  ServerProcess server{{.folder = folder.path(), .clock = clock.of_a_process()}};
  FaultyProxy proxy{server.port()};
  std::mutex mutex;
  std::condition_variable changed;
  std::unique_ptr<client::DeviceClient> kiosk;
};

}  // namespace navbat::testing
