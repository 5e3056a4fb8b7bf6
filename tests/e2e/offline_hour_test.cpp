// An hour without the server, on the clocks of a kiosk and a server that is switched off in
// between. Every ticket of that hour is in the queue once, at its true time, under the number on
// its paper.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "server_sync/protocol/ticket_list.h"
#include "tests/e2e/kiosk_at_server.h"

namespace navbat {
namespace {

using namespace std::chrono_literals;

// A customer and what was true when the number was given.
struct Customer {
  client::IssuedTicket ticket;
  domain::Timestamp at;
};

class OfflineHour : public testing::KioskAtServer {
 protected:
  // A Tuesday, 10:00 in Tashkent: no midnight falls into the hour.
  OfflineHour() : KioskAtServer(domain::parse_rfc3339("2026-03-17T05:00:00.000Z").value()) {}

  void one_comes(const std::string& service) {
    client::IssueRequest wish = cash();
    wish.service = domain::ServiceId{service};
    const domain::Timestamp at = clock.now();
    auto ticket = kiosk->issue(wish);
    ASSERT_TRUE(ticket) << ticket.error().detail;
    customers.push_back({.ticket = *ticket, .at = at});
  }

  // A customer a minute, at each service in turn.
  void minutes_pass(int count) {
    const std::vector<std::string> services{"cash",  "payments", "cards",
                                            "loans", "deposits", "business"};
    for (int minute = 0; minute < count; ++minute) {
      clock.pass(1min);
      one_comes(services[customers.size() % services.size()]);
    }
  }

  // What the server tells of this kiosk's tickets, as often as it tells it.
  [[nodiscard]] std::multimap<std::string, domain::Ticket> told() const {
    const testing::HttpReply reply =
        ask("GET", "/branches/demo/tickets?origin=kiosk-x&since=2026-03-17T00:00:00.000Z",
            "demo-manager");
    const auto list = protocol::decode_ticket_list(reply.body);
    if (!list) throw std::runtime_error(std::to_string(reply.status) + " " + reply.body);
    std::multimap<std::string, domain::Ticket> all;
    for (const auto& view : list->tickets) all.emplace(view.ticket.id.to_string(), view.ticket);
    return all;
  }

  std::vector<Customer> customers;
};

TEST_F(OfflineHour, LeavesEveryTicketInTheQueueOnceAtItsTrueTime) {
  ASSERT_TRUE(wait_until_online());
  for (const char* service : {"cash", "payments", "cards"}) one_comes(service);
  const std::size_t online = customers.size();
  server.kill();
  minutes_pass(30);
  kiosk.reset();  // the terminal is switched off and on, too
  start_kiosk();
  minutes_pass(30);
  server.set_clock(clock.of_a_process());
  server.start();
  ASSERT_TRUE(wait_until(
      [&] { return kiosk->uploads().pending == 0 && kiosk->uploads().last_exchange.has_value(); }));
  EXPECT_EQ(kiosk->uploads().set_aside, 0) << kiosk->uploads().detail;

  const auto all = told();
  EXPECT_EQ(all.size(), customers.size());
  EXPECT_EQ(waiting(), static_cast<int>(customers.size()));
  std::map<char, int> own_numbers;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    const client::IssuedTicket& given = customers[i].ticket;
    SCOPED_TRACE("customer " + std::to_string(i) + " " + given.label.to_string());
    EXPECT_EQ(given.offline, i >= online);
    ASSERT_EQ(all.count(given.id.to_string()), 1U);
    const domain::Ticket& known = all.find(given.id.to_string())->second;
    EXPECT_EQ(known.label, given.label);
    EXPECT_EQ(known.service, given.service);
    EXPECT_EQ(known.state, domain::TicketState::kWaiting);
    EXPECT_EQ(known.issued_at, given.issued_at);
    EXPECT_LT(std::chrono::abs(known.issued_at - customers[i].at), 1s);
    if (given.offline) {
      const std::string label = given.label.to_string();
      EXPECT_EQ(std::stoi(label.substr(2)), ++own_numbers[label[0]]) << "no gap, none twice";
    }
  }
}

// Whoever comes after the hour stands behind those who came in it.
TEST_F(OfflineHour, KeepsTheOrderOfArrivalForThoseWhoComeAfterIt) {
  ASSERT_TRUE(wait_until_online());
  server.kill();
  minutes_pass(60);
  server.set_clock(clock.of_a_process());
  server.start();
  ASSERT_TRUE(wait_until_uploaded());
  ASSERT_TRUE(wait_until_online());
  clock.pass(1s);
  one_comes("cash");
  EXPECT_FALSE(customers.back().ticket.offline);
  EXPECT_EQ(customers.back().ticket.label.to_string(), "A001");
  EXPECT_EQ(customers.back().ticket.people_ahead, 60);
  const auto queue =
      protocol::decode_queue_snapshot(ask("GET", "/branches/demo/queue", "demo-manager").body);
  ASSERT_TRUE(queue);
  ASSERT_FALSE(queue->next.empty());
  EXPECT_EQ(queue->next.front().label, customers.front().ticket.label.to_string());
}

}  // namespace
}  // namespace navbat
