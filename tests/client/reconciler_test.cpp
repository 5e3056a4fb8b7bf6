#include "server_sync/client/reconciler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/client/fake_server.h"
#include "tests/client/recorded_branch.h"
#include "tests/client/test_kiosk.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

const domain::NodeId kNode{"kiosk-1"};

// A kiosk whose process ended, and what the server has from it.
class TakingBack : public ::testing::Test {
 protected:
  TakingBack() {
    kiosk.know_the_branch();
    network.always_send(server.answers());
  }

  Reconciler after_restart() {
    return Reconciler(network, kiosk.shared(), domain::BranchId{kBranch}, kNode,
                      last_sign_of_life(kiosk.shared(), life),
                      {.settle = [this] { ++settled; },
                       .log = [this](const std::string& line) { log.push_back(line); }});
  }
  void reconcile() {
    Reconciler reconciler = after_restart();
    reconciler.run({});
    EXPECT_FALSE(reconciler.is_wanted());
  }
  // The server numbers a ticket of this kiosk; the kiosk dies before it is durable.
  domain::TicketId lose_a_ticket() { return server.number_a_ticket_of(kNode); }
  domain::TicketState state(const domain::TicketId& id) { return server.find(id)->state; }

  ManualClock clock;
  ScriptedTransport network;
  FakeServer server{clock};
  TestKiosk kiosk{network, clock};
  std::optional<domain::Timestamp> life = clock.now() - 5min;
  int settled = 0;
  std::vector<std::string> log;
};

TEST_F(TakingBack, WhatTheServerNumberedAndNobodyGotIsCancelled) {
  const auto given = kiosk.issue();
  ASSERT_TRUE(given.has_value());
  const domain::TicketId lost = lose_a_ticket();
  reconcile();
  EXPECT_EQ(state(lost), domain::TicketState::kCancelled);
  EXPECT_EQ(server.cancel_reasons.at(lost), "not_printed");
  EXPECT_EQ(state(given->id), domain::TicketState::kWaiting);
  ASSERT_EQ(log.size(), 1U);
  EXPECT_THAT(log[0], HasSubstr(lost.to_string()));
  EXPECT_EQ(settled, 1);
}

TEST_F(TakingBack, WhatTheKioskKnowsIsNeverTouchedPrintedOrNot) {
  std::vector<domain::TicketId> known;
  for (const auto paper : {domain::PrintState::kWaiting, domain::PrintState::kSending,
                           domain::PrintState::kFailed, domain::PrintState::kPrinted}) {
    const auto ticket = kiosk.issue();
    ASSERT_TRUE(ticket && kiosk.issuer().set_print_state(ticket->id, paper));
    known.push_back(ticket->id);
  }
  network.next_send(server.loses_the_reply());
  const auto offline = kiosk.issue();
  ASSERT_TRUE(offline && offline->offline);
  known.push_back(offline->id);
  reconcile();
  for (const domain::TicketId& id : known) EXPECT_EQ(state(id), domain::TicketState::kWaiting);
}

TEST_F(TakingBack, AnotherDevicesTicketsAreNotAsked) {
  const domain::TicketId other = server.number_a_ticket_of(domain::NodeId{"kiosk-2"});
  reconcile();
  EXPECT_EQ(state(other), domain::TicketState::kWaiting);
  EXPECT_THAT(network.sent().at(0).target, HasSubstr("origin=kiosk-1&since="));
}

TEST_F(TakingBack, AFileOfAnOlderTimeTakesNothingBack) {
  const domain::TicketId lost = lose_a_ticket();
  life = clock.now() - kOrphanAfter - 1min;
  reconcile();
  EXPECT_EQ(state(lost), domain::TicketState::kWaiting) << "given on paper after the copy was made";
}

TEST_F(TakingBack, ANewFileDoesNotEvenAsk) {
  const domain::TicketId lost = lose_a_ticket();
  life.reset();
  reconcile();
  EXPECT_TRUE(network.sent().empty());
  EXPECT_EQ(state(lost), domain::TicketState::kWaiting);
}

TEST_F(TakingBack, TheNewestOwnTicketIsASignOfLifeToo) {
  life = clock.now() - 10h;
  ASSERT_TRUE(kiosk.issue().has_value());
  const domain::TicketId lost = lose_a_ticket();
  reconcile();
  EXPECT_EQ(state(lost), domain::TicketState::kCancelled);
}

TEST_F(TakingBack, ATicketThatIsServedHasItsCustomerThere) {
  server.branch.open_counter("1");
  const domain::TicketId lost = lose_a_ticket();
  server.branch.call("1");
  server.branch.start(lost);
  reconcile();
  EXPECT_EQ(state(lost), domain::TicketState::kServing);
}

TEST_F(TakingBack, ACalledOneFreesItsCounter) {
  server.branch.open_counter("1");
  const domain::TicketId lost = lose_a_ticket();
  server.branch.call("1");
  reconcile();
  EXPECT_EQ(state(lost), domain::TicketState::kCancelled);
}

TEST_F(TakingBack, GoesOnUntilTheServerHasAnswered) {
  const domain::TicketId lost = lose_a_ticket();
  Reconciler reconciler = after_restart();
  network.next_send([](auto&&...) { return fault(TransportFault::kTimedOut); });
  reconciler.run({});
  EXPECT_TRUE(reconciler.is_wanted());
  network.next_send(server.answers());
  network.next_send(server.loses_the_reply());
  reconciler.run({});
  EXPECT_TRUE(reconciler.is_wanted()) << "whether it was taken back is not known";
  reconciler.run({});
  EXPECT_FALSE(reconciler.is_wanted());
  EXPECT_EQ(state(lost), domain::TicketState::kCancelled);
}

TEST_F(TakingBack, AServerWithoutTheListIsNotAskedAgain) {
  network.always_send([](auto&&...) { return answer(404); });
  reconcile();
  EXPECT_EQ(network.sent().size(), 1U);
}

TEST_F(TakingBack, WhatThisRunCouldNotKeepIsTakenBackById) {
  life.reset();
  Reconciler reconciler = after_restart();
  const domain::TicketId lost = lose_a_ticket();
  reconciler.abandon(lost);
  EXPECT_TRUE(reconciler.is_wanted());
  reconciler.run({});
  EXPECT_FALSE(reconciler.is_wanted());
  EXPECT_EQ(state(lost), domain::TicketState::kCancelled);
}

}  // namespace
}  // namespace navbat::client
