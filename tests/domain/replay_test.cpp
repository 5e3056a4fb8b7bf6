// The state is nothing but its events.

#include <gtest/gtest.h>

#include "domain/calling_order.h"
#include "tests/support/test_branch.h"

namespace navbat::domain {
namespace {

using testing::test_config;
using testing::TestBranch;

// A busy day with a bit of everything, by a fixed random sequence.
void live_a_day(TestBranch& branch, std::uint32_t seed) {
  std::uint32_t random = seed;
  const auto next = [&random](std::uint32_t n) {
    random = random * 1664525u + 1013904223u;
    return (random >> 8) % n;
  };
  const char* services[] = {"cash", "cards", "loans"};
  const char* counters[] = {"1", "2", "3"};
  for (const char* counter : counters) branch.open_counter(counter);
  for (int i = 0; i < 2000; ++i) {
    branch.pass(Seconds{static_cast<std::int64_t>(next(40))});
    const std::uint32_t what = next(10);
    if (what < 3) branch.issue(services[next(3)]);
    if (what == 3) branch.issue_priority(services[next(3)]);
    const CounterState& counter = *branch.state().find_counter(CounterId{counters[next(3)]});
    if (!counter.ticket) {
      branch.call(counter.id.value());
      continue;
    }
    const Ticket& ticket = branch.ticket(*counter.ticket);
    if (ticket.state == TicketState::kServing) {
      if (what == 4)
        branch.transfer(ticket.id, services[next(3)]);
      else
        branch.finish(ticket.id);
    } else if (what == 5) {
      branch.no_show(ticket.id);
    } else if (what == 6) {
      branch.hold(ticket.id);
      branch.resume(ticket.id);
    } else {
      branch.start(ticket.id);
    }
  }
}

TEST(Replay, GivesTheSameQueueAndTheSameTickets) {
  TestBranch lived;
  live_a_day(lived, 7);
  BranchState replayed{test_config()};
  for (const Event& event : lived.events()) replayed.apply(event);
  EXPECT_EQ(replayed.version(), lived.state().version());
  EXPECT_EQ(replayed.waiting_total(), lived.state().waiting_total());
  ASSERT_EQ(replayed.tickets().size(), lived.state().tickets().size());
  for (const auto& [id, ticket] : lived.state().tickets()) {
    const Ticket* other = replayed.find(id);
    ASSERT_NE(other, nullptr);
    EXPECT_EQ(other->state, ticket.state);
    EXPECT_EQ(other->label, ticket.label);
    EXPECT_EQ(other->called_at, ticket.called_at);
    EXPECT_EQ(other->overtaken, ticket.overtaken);
  }
}

TEST(Replay, ShowsThatEveryCallWasTheOneThatTheOrderPrescribes) {
  TestBranch lived;
  live_a_day(lived, 11);
  BranchState replayed{test_config()};
  int calls = 0;
  for (const Event& event : lived.events()) {
    if (const auto* called = std::get_if<TicketCalled>(&event.payload)) {
      const auto prescribed =
          next_call(replayed, *replayed.find_counter(called->counter), event.at);
      ASSERT_TRUE(prescribed.has_value());
      EXPECT_EQ(prescribed->ticket, called->ticket);
      EXPECT_EQ(prescribed->why, called->why);
      ++calls;
    }
    replayed.apply(event);
  }
  EXPECT_GT(calls, 200);
}

TEST(Replay, NeverHasATicketInTwoPlaces) {
  TestBranch lived;
  live_a_day(lived, 13);
  BranchState replayed{test_config()};
  for (const Event& event : lived.events()) {
    replayed.apply(event);
    std::size_t waiting = 0;
    for (const auto& [id, ticket] : replayed.tickets()) {
      if (ticket.state == TicketState::kWaiting) ++waiting;
    }
    ASSERT_EQ(waiting, replayed.waiting_total());
  }
}

TEST(ReplayDeathTest, AGapInTheLogIsABugNotABranch) {
  BranchState state{test_config()};
  Event event;
  event.version = 2;
  event.payload = DayOpened{*BusinessDay::parse("2026-03-17")};
  EXPECT_DEATH(state.apply(event), "without a gap");
}

}  // namespace
}  // namespace navbat::domain
