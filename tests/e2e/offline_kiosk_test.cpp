#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/kiosk_at_server.h"

namespace navbat {
namespace {

using namespace std::chrono_literals;
using client::LinkState;
using testing::FaultyProxy;
using testing::HttpReply;
using OfflineKiosk = testing::KioskAtServer;

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
