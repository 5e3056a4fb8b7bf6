#include "domain/calling_order.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/test_branch.h"

namespace navbat::domain {
namespace {

using std::chrono::minutes;
using testing::test_config;
using testing::TestBranch;

TEST(CallingOrder, WithinAServiceIsFirstComeFirstServed) {
  TestBranch branch;
  branch.open_counter("1");
  const TicketId first = branch.issue("cash");
  branch.pass(minutes{1});
  branch.issue("cash");
  EXPECT_EQ(branch.call("1"), first);
}

TEST(CallingOrder, PicksTheTicketThatUsedMostOfItsTarget) {
  TestBranch branch;
  branch.open_counter("1");
  branch.issue("loans");  // 40 min target.
  branch.pass(minutes{5});
  const TicketId cash = branch.issue("cash");  // 10 min target.
  branch.pass(minutes{5});
  // Loans: 10 of 40 min; cash: 5 of 10 min.
  EXPECT_EQ(branch.call("1"), cash);
}

TEST(CallingOrder, CountsAPriorityWaitDouble) {
  TestBranch branch;
  branch.open_counter("1");
  branch.issue("cash");
  branch.pass(minutes{2});
  const TicketId elderly = branch.issue_priority("cash");
  branch.pass(minutes{3});
  // 5 of 10 min against 2 × 3 of 10 min.
  EXPECT_EQ(branch.call("1"), elderly);
}

TEST(CallingOrder, BreaksTiesByArrivalThenById) {
  TestBranch branch;
  branch.open_counter("1");
  const TicketId first = branch.issue("cash");
  branch.issue("cards");
  branch.issue("loans");
  EXPECT_EQ(branch.call("1"), first);
}

TEST(CallingOrder, CallsOnlyWhatTheTellerServes) {
  TestBranch branch;
  branch.open_counter("1", {"loans"});
  branch.issue("cash");
  const TicketId loan = branch.issue("loans");
  EXPECT_EQ(branch.call("1"), loan);
  branch.start(loan);
  branch.finish(loan);
  EXPECT_EQ(branch.call("1"), std::nullopt);
}

TEST(CallingOrder, AnAppointmentCountsFromItsTimeNotFromEarlyArrival) {
  TestBranch branch;
  branch.open_counter("1");
  const TicketId appointment = branch.issue_appointment("cash", branch.now() + minutes{30});
  const TicketId walk_in = branch.issue("cash");
  branch.pass(minutes{10});
  EXPECT_EQ(branch.call("1"), walk_in);
  branch.no_show(walk_in);
  branch.pass(minutes{24});
  branch.issue("cash");
  branch.pass(minutes{1});
  EXPECT_EQ(branch.call("1"), appointment);
}

TEST(CallingOrder, NobodyIsOvertakenMoreOftenThanTheBound) {
  BranchConfig config = test_config();
  config.order.max_overtakes = 3;
  TestBranch branch{config};
  branch.open_counter("1");
  const TicketId loan = branch.issue("loans");
  int overtakes = 0;
  while (true) {
    branch.issue_priority("cash");
    branch.pass(minutes{1});
    const auto called = branch.serve("1", minutes{0});
    if (called == loan) break;
    ASSERT_LE(++overtakes, 3);
  }
  EXPECT_EQ(overtakes, 3);
  const auto& call = std::get<TicketCalled>(branch.events()[branch.events().size() - 3].payload);
  EXPECT_EQ(call.why.rule, CallingRule::kOvertakenOften);
  EXPECT_EQ(call.why.overtaken, 3);
}

TEST(CallingOrder, FifoGoesByArrivalWhateverTheClass) {
  BranchConfig config = test_config();
  config.order.rule = OrderRule::kFifo;
  TestBranch branch{config};
  branch.open_counter("1");
  const TicketId loan = branch.issue("loans");
  branch.pass(minutes{1});
  branch.issue_priority("cash");
  branch.pass(minutes{9});
  EXPECT_EQ(branch.call("1"), loan);
}

TEST(CallingOrder, TheRatioRuleInterleavesTwoToOne) {
  BranchConfig config = test_config();
  config.order.rule = OrderRule::kRatio;
  config.order.ratio = 2;
  TestBranch branch{config};
  branch.open_counter("1");
  for (int i = 0; i < 4; ++i) branch.issue("cash");
  for (int i = 0; i < 4; ++i) branch.issue_priority("cash");
  std::string sequence;
  for (int i = 0; i < 8; ++i) {
    const auto called = branch.serve("1", minutes{0});
    sequence += branch.ticket(*called).priority ? 'p' : 'n';
  }
  EXPECT_EQ(sequence, "ppnppnnn");
}

TEST(CallingOrder, ExplainsItselfInASentence) {
  TestBranch branch;
  branch.open_counter("1");
  branch.issue("loans");
  branch.issue("cash");
  branch.pass(minutes{9});
  const auto next =
      next_call(branch.state(), *branch.state().find_counter(CounterId{"1"}), branch.now());
  ASSERT_TRUE(next.has_value());
  EXPECT_EQ(explain(Label{"A", 1}, next->why),
            "A001 waited 9 min of a 10 min target (90 % by weight), the largest share; next would "
            "be D001 (22 %).");
}

TEST(PeopleAhead, CountsThoseWhoCompeteForTheSameCounters) {
  TestBranch branch;
  branch.open_counter("1", {"cash", "cards"});
  branch.open_counter("2", {"loans"});
  branch.issue("cash");
  branch.issue("cards");
  branch.issue("loans");
  branch.pass(minutes{1});
  const TicketId mine = branch.issue("cash");
  EXPECT_EQ(people_ahead(branch.state(), branch.ticket(mine), branch.now()), 2);
}

TEST(PeopleAhead, ShrinksAsOthersAreCalled) {
  TestBranch branch;
  branch.open_counter("1");
  branch.issue("cash");
  branch.pass(minutes{1});
  branch.issue("cash");
  branch.pass(minutes{1});
  const TicketId mine = branch.issue("cash");
  EXPECT_EQ(people_ahead(branch.state(), branch.ticket(mine), branch.now()), 2);
  branch.call("1");
  EXPECT_EQ(people_ahead(branch.state(), branch.ticket(mine), branch.now()), 1);
}

// Calls everybody who waits for cash, and says in which order.
std::vector<TicketId> call_everybody(TestBranch& branch) {
  std::vector<TicketId> called;
  while (const auto ticket = branch.call("1")) {
    called.push_back(*ticket);
    branch.start(*ticket);
    branch.finish(*ticket);
  }
  return called;
}

TEST(NextInLine, IsTheOrderInWhichACounterCallsThem) {
  for (const OrderRule rule : {OrderRule::kAccumulating, OrderRule::kFifo, OrderRule::kRatio}) {
    BranchConfig config = test_config();
    config.order.rule = rule;
    config.order.max_overtakes = 2;
    TestBranch branch{config};
    branch.open_counter("1", {"cash"});
    for (int i = 0; i < 12; ++i) {
      if (i % 3 == 0) {
        branch.issue_priority("cash");
      } else {
        branch.issue("cash");
      }
      branch.pass(minutes{1});
      branch.issue("loans");
    }
    const auto next = next_in_line(branch.state(), ServiceId{"cash"}, 3, branch.now());
    ASSERT_EQ(next.size(), 3u);
    const auto called = call_everybody(branch);
    EXPECT_TRUE(std::equal(next.begin(), next.end(), called.begin())) << static_cast<int>(rule);
    EXPECT_TRUE(next_in_line(branch.state(), ServiceId{"cash"}, 3, branch.now()).empty());
  }
}

TEST(NextInLine, BeginsWithWhoeverWasOvertakenTooOften) {
  BranchConfig config = test_config();
  config.order.max_overtakes = 1;
  TestBranch branch{config};
  branch.open_counter("1", {"cash"});
  const TicketId patient = branch.issue("cash");
  branch.pass(Seconds{1});
  branch.call_ticket("1", branch.issue("cash"));
  branch.issue_priority("cash");
  branch.pass(minutes{10});
  EXPECT_EQ(next_in_line(branch.state(), ServiceId{"cash"}, 2, branch.now()).front(), patient);
}

}  // namespace
}  // namespace navbat::domain
