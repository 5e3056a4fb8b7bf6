#include "server_sync/client/ticket_issuer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "server_sync/protocol/new_ticket.h"
#include "tests/client/fake_server.h"
#include "tests/client/test_kiosk.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

class TicketIssuerTest : public ::testing::Test {
 protected:
  TicketIssuerTest() { kiosk.know_the_branch(); }

  ManualClock clock;
  ScriptedTransport network;
  FakeServer server{clock};
  TestKiosk kiosk{network, clock};
};

using WithServer = TicketIssuerTest;
using WithoutServer = TicketIssuerTest;
using PaperWins = TicketIssuerTest;

TEST_F(WithServer, TheServersNumberIsKeptAndReturned) {
  network.always_send(server.answers());
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket.has_value()) << ticket.error().detail;
  EXPECT_EQ(ticket->label.to_string(), "A001");
  EXPECT_FALSE(ticket->offline);
  EXPECT_EQ(ticket->people_ahead, 3);
  const auto kept = kiosk.store().find_ticket(ticket->id);
  ASSERT_TRUE(kept && *kept);
  EXPECT_EQ((*kept)->label.to_string(), "A001");
  EXPECT_EQ(kiosk.outbox().last_seq, 0);
}

TEST_F(WithServer, TheIdIsMadeHereAndIsTheIdempotencyKey) {
  network.always_send(server.answers());
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket.has_value());
  const HttpRequest request = network.sent().at(0);
  EXPECT_EQ(request.target, "/api/v1/branches/demo/tickets");
  ASSERT_EQ(request.headers.at(1).name, "Idempotency-Key");
  EXPECT_EQ(request.headers.at(1).value, ticket->id.to_string());
  const auto wish = protocol::decode_new_ticket(request.body);
  ASSERT_TRUE(wish.has_value());
  EXPECT_EQ(wish->id, ticket->id);
}

TEST_F(WithServer, ItHasTheDeadlineToAnswer) {
  milliseconds seen{0};
  network.next_send([&](const HttpRequest&, milliseconds deadline) {
    seen = deadline;
    return fault(TransportFault::kTimedOut);
  });
  EXPECT_EQ(kiosk.label(), "AX01");
  EXPECT_EQ(seen, kIssueDeadline);
}

TEST_F(WithServer, ARefusalIssuesNothing) {
  network.always_send([](auto&&...) { return answer(409); });
  const auto ticket = kiosk.issue();
  ASSERT_FALSE(ticket.has_value());
  EXPECT_EQ(ticket.error().failure, IssueFailure::kRefused);
  EXPECT_EQ(kiosk.outbox().last_seq, 0);
  EXPECT_TRUE(kiosk.store().latest_tickets(10)->empty());
}

TEST_F(WithServer, AWrongTokenDoesNotTurnTheCustomerAway) {
  network.always_send([](auto&&...) { return answer(401); });
  EXPECT_EQ(kiosk.label(), "AX01");
}

TEST_F(WithServer, AnAnswerThatMakesNoSenseIsNone) {
  network.next_send([](auto&&...) { return answer(201, "{\"label\":"); });
  EXPECT_EQ(kiosk.label(), "AX01");
  kiosk.circuit().succeeded();
  network.next_send([&](const HttpRequest& request, auto) -> ScriptedTransport::Reply {
    HttpResponse reply = server.handle(request);
    reply.body.resize(reply.body.size() / 2);
    return reply;
  });
  EXPECT_EQ(kiosk.label(), "AX02");
}

TEST_F(WithServer, AnAnswerForAnotherTicketIsNone) {
  std::string other;
  network.next_send([&](const HttpRequest& request, auto) -> ScriptedTransport::Reply {
    HttpResponse reply = server.handle(request);
    other = reply.body;
    return reply;
  });
  EXPECT_EQ(kiosk.label(), "A001");
  network.next_send([&](auto&&...) { return answer(200, other); });
  EXPECT_EQ(kiosk.label(), "AX01");
}

TEST_F(WithServer, ANumberThatIsOnPaperAlreadyIsReplacedByAnOwnOne) {
  network.next_send(server.answers());
  EXPECT_EQ(kiosk.label(), "A001");
  FakeServer amnesiac{clock};
  network.next_send(amnesiac.answers());
  EXPECT_EQ(kiosk.label(), "AX01");
}

TEST_F(WithoutServer, NumbersComeFromTheOwnSeriesOfEachService) {
  EXPECT_EQ(kiosk.label("cash"), "AX01");
  EXPECT_EQ(kiosk.label("cash"), "AX02");
  EXPECT_EQ(kiosk.label("loans"), "DX01");
  EXPECT_EQ(kiosk.outbox().last_seq, 3);
}

TEST_F(WithoutServer, OnlyTheFirstCustomerWaitsForIt) {
  for (int i = 0; i < 5; ++i) static_cast<void>(kiosk.label());
  EXPECT_EQ(network.sent().size(), 1U);
  clock.advance(kCircuitRetryAfter);
  for (int i = 0; i < 5; ++i) static_cast<void>(kiosk.label());
  EXPECT_EQ(network.sent().size(), 2U);
}

TEST_F(WithoutServer, ItIsAskedAgainOnceTheOutboxGotThrough) {
  EXPECT_EQ(kiosk.label(), "AX01");
  network.always_send(server.answers());
  EXPECT_EQ(kiosk.label(), "AX02");
  static_cast<void>(kiosk.sync());
  EXPECT_EQ(kiosk.label(), "A001");
}

TEST_F(WithoutServer, TicketAndEventAreThereAfterAKill) {
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket.has_value());
  kiosk.kill_and_restart();
  const auto kept = kiosk.store().find_ticket(ticket->id);
  ASSERT_TRUE(kept && *kept);
  EXPECT_EQ((*kept)->label, ticket->label);
  EXPECT_EQ(kiosk.outbox().last_seq, 1);
}

TEST_F(WithoutServer, NoNumberRepeatsHoweverOftenTheKioskDies) {
  std::set<std::string> labels;
  for (int life = 0; life < 6; ++life) {
    EXPECT_TRUE(labels.insert(kiosk.label()).second);
    kiosk.kill_and_restart();
    EXPECT_TRUE(labels.insert(kiosk.label()).second);
  }
  EXPECT_TRUE(labels.contains("AX12"));
}

TEST_F(WithoutServer, ANewBusinessDayInTheBranchsTimeZoneBeginsAtOne) {
  // 19:00 UTC is midnight in Tashkent.
  clock.advance(*domain::parse_rfc3339("2027-03-01T18:59:59.000Z") - clock.now());
  const auto late = kiosk.issue();
  clock.advance(2s);
  const auto early = kiosk.issue();
  ASSERT_TRUE(late && early);
  EXPECT_EQ(late->day.to_string(), "2027-03-01");
  EXPECT_EQ(early->day.to_string(), "2027-03-02");
  EXPECT_EQ(early->label.to_string(), "AX01");
}

TEST_F(WithoutServer, ATicketCarriesTheServersNotionOfTime) {
  kiosk.true_clock().observe(clock.now() - 90s, clock.now(), clock.now());
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket.has_value());
  EXPECT_EQ(ticket->issued_at, clock.now() - 90s);
}

TEST_F(WithoutServer, ATicketIsIssuedAtTheTouchNotAfterTheWait) {
  const domain::Timestamp touch = clock.now();
  network.next_send([&](auto&&...) {
    clock.advance(250ms);
    return fault(TransportFault::kTimedOut);
  });
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket.has_value());
  EXPECT_EQ(ticket->issued_at, touch);
}

TEST_F(WithoutServer, ThePromiseIsTheFreshEstimateOrNone) {
  EXPECT_EQ(kiosk.issue()->promise, std::nullopt);
  kiosk.estimate = WaitEstimate{{720s, 1020s, 1200s}, 4, false};
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket && ticket->promise);
  EXPECT_EQ(ticket->promise->limit, 1200s);
  EXPECT_EQ(ticket->people_ahead, 4);
  EXPECT_EQ(ticket->promise->made_at, ticket->issued_at);
}

TEST_F(WithoutServer, AnUnknownServiceIsRefused) {
  const auto ticket = kiosk.issue("massage");
  ASSERT_FALSE(ticket.has_value());
  EXPECT_EQ(ticket.error().failure, IssueFailure::kRefused);
  EXPECT_THAT(ticket.error().detail, HasSubstr("massage"));
}

TEST_F(WithoutServer, AKioskThatNeverKnewItsBranchSaysSo) {
  TestKiosk fresh(network, clock);
  const auto ticket = fresh.issue();
  ASSERT_FALSE(ticket.has_value());
  EXPECT_EQ(ticket.error().failure, IssueFailure::kNotReady);
}

TEST_F(WithoutServer, TicketsWithoutPaperAreOfferedAfterAKillUntilTheyArePrinted) {
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket.has_value());
  kiosk.kill_and_restart();
  auto offered = kiosk.issuer().unprinted(clock.now() - 1h);
  ASSERT_TRUE(offered.has_value());
  ASSERT_EQ(offered->size(), 1U);
  EXPECT_EQ(offered->front().label, ticket->label);
  EXPECT_TRUE(offered->front().offline);
  EXPECT_EQ(offered->front().print_state, domain::PrintState::kWaiting);
  ASSERT_TRUE(kiosk.issuer().set_print_state(ticket->id, domain::PrintState::kSending).has_value());
  kiosk.kill_and_restart();
  offered = kiosk.issuer().unprinted(clock.now() - 1h);
  ASSERT_TRUE(offered && offered->size() == 1U);
  EXPECT_EQ(offered->front().print_state, domain::PrintState::kSending);
  ASSERT_TRUE(kiosk.issuer().set_print_state(ticket->id, domain::PrintState::kPrinted).has_value());
  kiosk.kill_and_restart();
  EXPECT_TRUE(kiosk.issuer().unprinted(clock.now() - 1h)->empty());
  EXPECT_EQ(kiosk.issuer().latest(5)->size(), 1U);
}

TEST_F(PaperWins, WhenTheReplyIsLostAfterTheServerNumberedIt) {
  network.next_send(server.loses_the_reply());
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket.has_value());
  EXPECT_EQ(ticket->label.to_string(), "AX01");
  EXPECT_EQ(server.label_of(ticket->id), "A001");
  EXPECT_EQ(kiosk.outbox().last_seq, 1);

  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, SyncLine::Next::kIdle);
  EXPECT_EQ(server.label_of(ticket->id), "AX01");
  EXPECT_EQ(server.count("AX01"), 1);
  EXPECT_EQ(server.count("A001"), 0);
  EXPECT_EQ(server.branch.state().waiting_total(), 1U);
}

TEST_F(PaperWins, WhenTheNeverPrintedNumberWasCalledAndDidNotCome) {
  server.branch.open_counter("1");
  network.next_send(server.loses_the_reply());
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket.has_value());
  server.branch.call("1");
  server.branch.no_show(ticket->id);
  ASSERT_EQ(server.find(ticket->id)->state, domain::TicketState::kNoShow);

  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, SyncLine::Next::kIdle);
  EXPECT_EQ(server.find(ticket->id)->state, domain::TicketState::kWaiting);
  EXPECT_EQ(server.label_of(ticket->id), "AX01");
  EXPECT_EQ(server.branch.call("1"), ticket->id);
}

TEST_F(PaperWins, WhenTheRequestArrivesOnlyAfterTheEvent) {
  HttpRequest delayed;
  network.next_send([&](const HttpRequest& request, auto) {
    delayed = request;
    return fault(TransportFault::kTimedOut);
  });
  const auto ticket = kiosk.issue();
  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, SyncLine::Next::kIdle);
  EXPECT_EQ(server.handle(delayed).status, 200);
  EXPECT_EQ(server.label_of(ticket->id), "AX01");
  EXPECT_EQ(server.branch.state().waiting_total(), 1U);
}

}  // namespace
}  // namespace navbat::client
