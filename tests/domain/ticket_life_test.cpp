// What may happen to a ticket, and what may not.

#include <gtest/gtest.h>

#include "domain/commands.h"
#include "tests/support/test_branch.h"

namespace navbat::domain {
namespace {

using std::chrono::minutes;
using testing::TestBranch;

TEST(TicketLife, GoesFromWaitingToFinished) {
  TestBranch branch;
  branch.open_counter("1");
  const TicketId ticket = branch.issue("cash");
  EXPECT_EQ(branch.ticket(ticket).state, TicketState::kWaiting);
  branch.pass(minutes{6});
  ASSERT_EQ(branch.call("1"), ticket);
  EXPECT_EQ(branch.ticket(ticket).state, TicketState::kCalled);
  branch.start(ticket);
  EXPECT_EQ(branch.ticket(ticket).state, TicketState::kServing);
  branch.finish(ticket);
  EXPECT_EQ(branch.ticket(ticket).state, TicketState::kFinished);
  EXPECT_FALSE(branch.state().find_counter(CounterId{"1"})->ticket.has_value());
}

TEST(TicketLife, AWaitEndsAtTheLastCall) {
  TestBranch branch;
  branch.open_counter("1");
  const TicketId ticket = branch.issue("cash");
  branch.pass(minutes{6});
  branch.call("1");
  branch.pass(minutes{1});
  branch.carry_out(decide_recall(branch.state(), {ticket, {}}));
  EXPECT_EQ(*branch.ticket(ticket).called_at - branch.ticket(ticket).issued_at, minutes{7});
  EXPECT_EQ(branch.ticket(ticket).recalls, 1);
}

TEST(TicketLife, ATransferKeepsTheNumberAndWaitsAnew) {
  TestBranch branch;
  branch.open_counter("1");
  const TicketId ticket = branch.issue("cash");
  branch.pass(minutes{6});
  branch.call("1");
  branch.transfer(ticket, "loans");
  EXPECT_EQ(branch.label(ticket), "A001");
  EXPECT_EQ(branch.ticket(ticket).service, ServiceId{"loans"});
  EXPECT_EQ(branch.ticket(ticket).joined_at, branch.now());
  EXPECT_EQ(branch.state().waiting(ServiceId{"loans"}), 1u);
  EXPECT_FALSE(branch.state().find_counter(CounterId{"1"})->ticket.has_value());
}

TEST(TicketLife, HoldAndResumeKeepThePlace) {
  TestBranch branch;
  branch.open_counter("1");
  const TicketId first = branch.issue("cash");
  branch.pass(minutes{1});
  branch.issue("cash");
  branch.hold(first);
  EXPECT_EQ(branch.state().waiting_total(), 1u);
  branch.resume(first);
  EXPECT_EQ(branch.call("1"), first);
}

TEST(TicketLife, EveryTransitionOutsideTheStateMachineIsRejectedWithTheState) {
  TestBranch branch;
  branch.open_counter("1");
  const TicketId ticket = branch.issue("cash");
  const auto rejected = decide_finish(branch.state(), {ticket, {}}, "");
  ASSERT_FALSE(rejected.has_value());
  EXPECT_EQ(rejected.error().code, RejectionCode::kWrongState);
  EXPECT_EQ(rejected.error().state, TicketState::kWaiting);
  EXPECT_EQ(rejected.error().expected, "a ticket that is serving");

  branch.call("1");
  branch.no_show(ticket);
  for (const Decision& decision :
       {decide_recall(branch.state(), {ticket, {}}), decide_start(branch.state(), {ticket, {}}),
        decide_finish(branch.state(), {ticket, {}}, ""),
        decide_no_show(branch.state(), {ticket, {}}), decide_hold(branch.state(), {ticket, {}}, ""),
        decide_resume(branch.state(), {ticket, {}}),
        decide_transfer(branch.state(), {ticket, {}}, ServiceId{"cards"}, ""),
        decide_cancel(branch.state(), {ticket, {}}, CancelledBy::kStaff)}) {
    ASSERT_FALSE(decision.has_value());
    EXPECT_EQ(decision.error().state, TicketState::kNoShow);
  }
}

TEST(TicketLife, AnotherCountersTicketIsNotYours) {
  TestBranch branch;
  branch.open_counter("1");
  const TicketId ticket = branch.issue("cash");
  branch.call("1");
  const auto rejected = decide_start(branch.state(), {ticket, CounterId{"2"}});
  ASSERT_FALSE(rejected.has_value());
  EXPECT_EQ(rejected.error().code, RejectionCode::kNotYourTicket);
}

TEST(Call, IsRefusedWhileTheCounterStillHasATicketAndNamesIt) {
  TestBranch branch;
  branch.open_counter("1");
  const TicketId ticket = branch.issue("cash");
  branch.issue("cash");
  branch.call("1");
  const auto rejected = decide_call(branch.state(), {CounterId{"1"}, {}}, branch.now());
  ASSERT_FALSE(rejected.has_value());
  EXPECT_EQ(rejected.error().code, RejectionCode::kCounterBusy);
  EXPECT_EQ(rejected.error().ticket, ticket);
}

TEST(Call, NeedsAnOpenCounter) {
  TestBranch branch;
  branch.issue("cash");
  const auto closed = decide_call(branch.state(), {CounterId{"1"}, {}}, branch.now());
  ASSERT_FALSE(closed.has_value());
  EXPECT_EQ(closed.error().code, RejectionCode::kCounterNotOpen);
  const auto unknown = decide_call(branch.state(), {CounterId{"9"}, {}}, branch.now());
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().code, RejectionCode::kUnknownCounter);
}

TEST(Call, OfNobodyIsNoError) {
  TestBranch branch;
  branch.open_counter("1", {"loans"});
  branch.issue("cash");
  EXPECT_EQ(branch.call("1"), std::nullopt);
}

TEST(Counter, IsHandedOverOnlyWhenItServesNobody) {
  TestBranch branch;
  branch.open_counter("1");
  branch.issue("cash");
  branch.call("1");
  const auto taken =
      decide_open_counter(branch.state(), {CounterId{"1"}, TellerId{"somebody-else"}, {}});
  ASSERT_FALSE(taken.has_value());
  EXPECT_EQ(taken.error().code, RejectionCode::kCounterBusy);
}

TEST(Counter, FollowsItsTellerToAnother) {
  TestBranch branch;
  branch.open_counter("1");
  branch.carry_out(decide_open_counter(branch.state(), {CounterId{"2"}, TellerId{"teller1"}, {}}));
  EXPECT_FALSE(branch.state().find_counter(CounterId{"1"})->open);
  EXPECT_TRUE(branch.state().find_counter(CounterId{"2"})->open);
}

TEST(Feedback, IsAScoreFromOneToFour) {
  TestBranch branch;
  const TicketId ticket = branch.issue("cash");
  EXPECT_TRUE(decide_feedback(ticket, 4, {}).has_value());
  EXPECT_FALSE(decide_feedback(ticket, 0, {}).has_value());
  EXPECT_FALSE(decide_feedback(ticket, 5, {}).has_value());
}

TEST(Day, ClosesWhatIsStillOpenAndStartsAtOneAgain) {
  TestBranch branch;
  branch.open_counter("1");
  branch.open_counter("2");
  const TicketId served = branch.issue("cash");
  const TicketId called = branch.issue("cash");
  branch.issue("cash");
  branch.call("1");
  branch.start(served);
  branch.call("2");
  branch.pass(std::chrono::hours{24});
  branch.open_day(*BusinessDay::parse("2026-03-18"));

  std::vector<std::string_view> closing;
  for (const Event& event : branch.events()) {
    if (event.at == branch.now()) closing.push_back(type_name(event.payload));
  }
  EXPECT_EQ(closing,
            (std::vector<std::string_view>{"ticket_finished", "ticket_no_show", "ticket_cancelled",
                                           "counter_closed", "counter_closed", "day_opened"}));
  EXPECT_EQ(branch.state().waiting_total(), 0u);
  EXPECT_EQ(branch.label(branch.issue("cash")), "A001");
  EXPECT_EQ(branch.state().find(called), nullptr);
}

}  // namespace
}  // namespace navbat::domain
