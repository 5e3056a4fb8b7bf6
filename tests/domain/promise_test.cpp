#include <gtest/gtest.h>

#include "domain/promise_range.h"
#include "domain/waiting_time_estimator.h"
#include "tests/support/test_branch.h"

namespace navbat::domain {
namespace {

using std::chrono::minutes;
using testing::test_config;
using testing::TestBranch;

TEST(PromiseRange, IsRoundedOutwards) {
  EXPECT_EQ(shown_range(Seconds{12 * 60 + 50}, Seconds{16 * 60 + 10}, Seconds{19 * 60 + 1}),
            (PromiseRange{12, 17, 20}));
  EXPECT_EQ(shown_range(Seconds{33 * 60}, Seconds{41 * 60}, Seconds{58 * 60}),
            (PromiseRange{30, 45, 60}));
}

TEST(PromiseRange, OfNoWaitIsStillAMinute) {
  EXPECT_EQ(shown_range(Seconds{0}, Seconds{0}, Seconds{0}), (PromiseRange{0, 1, 1}));
  EXPECT_EQ(shown_range(Seconds{-5}, Seconds{-5}, Seconds{-5}), (PromiseRange{0, 1, 1}));
}

TEST(Promise, IsKeptWithinItsLimit) {
  const Timestamp made = from_unix_ms(1'773'736'500'000);
  const Promise promise{Seconds{60}, Seconds{120}, Seconds{180}, made};
  EXPECT_TRUE(is_kept(promise, made + Seconds{180}));
  EXPECT_FALSE(is_kept(promise, made + Seconds{180} + Milliseconds{1}));
}

class FirstPromise : public ::testing::Test {
 protected:
  FirstPromise() {
    branch.on_event = [this](const BranchState& before, const Event& event) {
      estimator.observe(before, event);
    };
  }
  std::optional<WaitQuantiles> ask(const char* service) {
    return estimator.if_joined_now(branch.state(), ServiceId{service}, branch.now());
  }
  WaitingTimeEstimator estimator{test_config()};
  TestBranch branch;
};

TEST_F(FirstPromise, SaysNothingWhileNoCounterServes) {
  EXPECT_EQ(ask("cash"), std::nullopt);
  branch.open_counter("1", {"loans"});
  EXPECT_EQ(ask("cash"), std::nullopt);
  EXPECT_TRUE(ask("loans").has_value());
}

TEST_F(FirstPromise, IsNothingToWaitWhenACounterIsIdle) {
  branch.open_counter("1");
  EXPECT_EQ(ask("cash")->p75, Seconds{0});
}

TEST_F(FirstPromise, GrowsWithTheQueueAndShrinksWithCounters) {
  branch.open_counter("1");
  for (int i = 0; i < 6; ++i) branch.issue("cash");
  branch.call("1");
  const auto one_counter = ask("cash");
  branch.open_counter("2");
  branch.call("2");
  const auto two_counters = ask("cash");
  ASSERT_TRUE(one_counter && two_counters);
  EXPECT_GT(one_counter->p50, minutes{15});
  EXPECT_LT(two_counters->p50, one_counter->p50);
  EXPECT_LE(one_counter->p10, one_counter->p25);
  EXPECT_LE(one_counter->p75, one_counter->p90);
}

TEST_F(FirstPromise, LearnsHowLongServicesReallyTake) {
  branch.open_counter("1");
  const auto before = [&] {
    for (int i = 0; i < 3; ++i) branch.issue("cash");
    branch.call("1");
    return *ask("cash");
  }();
  branch.start(*branch.state().find_counter(CounterId{"1"})->ticket);
  branch.pass(minutes{12});
  branch.finish(*branch.state().find_counter(CounterId{"1"})->ticket);
  for (int i = 0; i < 40; ++i) {
    branch.issue("cash");
    branch.serve("1", minutes{12});
  }
  while (branch.serve("1", minutes{12})) {
  }
  for (int i = 0; i < 3; ++i) branch.issue("cash");
  branch.call("1");
  EXPECT_GT(ask("cash")->p90, before.p90);
}

TEST_F(FirstPromise, ItsLimitIsExceededAboutOneTimeInTen) {
  // Service times and arrivals vary; the estimator must find the spread by itself.
  branch.open_counter("1");
  branch.open_counter("2");
  std::vector<std::pair<TicketId, Seconds>> promised;
  std::uint32_t random = 12345;
  const auto next = [&random](std::uint32_t n) {
    random = random * 1664525u + 1013904223u;
    return (random >> 8) % n;
  };
  for (int i = 0; i < 6000; ++i) {
    branch.pass(Seconds{10 + next(200)});
    while (branch.state().waiting_total() < 2 + next(8)) {
      const auto wait = ask("cash");
      promised.emplace_back(branch.issue("cash"), wait->p90);
    }
    const CounterState& counter = *branch.state().find_counter(CounterId{next(2) == 0 ? "1" : "2"});
    if (counter.ticket) {
      branch.start(*counter.ticket);
      branch.finish(*counter.ticket);
    }
    branch.call(counter.id.value());
  }
  int called = 0;
  int kept = 0;
  for (const auto& [id, limit] : promised) {
    const Ticket& ticket = branch.ticket(id);
    if (!ticket.called_at || called++ < 200) continue;  // The first ones are learning.
    if (*ticket.called_at - ticket.issued_at <= limit) ++kept;
  }
  const double share = static_cast<double>(kept) / (called - 200);
  EXPECT_GT(called, 4000);
  EXPECT_NEAR(share, 0.90, 0.04);
}

TEST_F(FirstPromise, RemembersWhatItLearnedAcrossARestart) {
  branch.open_counter("1");
  for (int i = 0; i < 10; ++i) {
    branch.issue("cash");
    branch.serve("1", minutes{9});
  }
  WaitingTimeEstimator restarted{test_config()};
  ASSERT_TRUE(restarted.restore(estimator.save()));
  EXPECT_EQ(restarted.save(), estimator.save());
}

TEST_F(FirstPromise, RefusesAMemoryThatItCannotReadAndForgetsNothing) {
  const std::string before = estimator.save();
  EXPECT_FALSE(estimator.restore(""));
  EXPECT_FALSE(estimator.restore("waiting-time-estimator 1\ncash nan 1 1 1 1 1 1\n"));
  EXPECT_FALSE(estimator.restore("waiting-time-estimator 1\ncash 60"));
  EXPECT_EQ(estimator.save(), before);
}

}  // namespace
}  // namespace navbat::domain
