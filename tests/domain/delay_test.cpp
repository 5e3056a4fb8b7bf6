// When promises slip, and why the board says so.

#include "domain/delay.h"

#include <gtest/gtest.h>

#include "domain/waiting_time_estimator.h"
#include "tests/support/test_branch.h"

namespace navbat::domain {
namespace {

using std::chrono::minutes;
using testing::test_config;
using testing::TestBranch;

class Delays : public ::testing::Test {
 protected:
  Delays() {
    branch.on_event = [this](const BranchState& before, const Event& event) {
      estimator.observe(before, event);
    };
  }
  // A ticket with the promise that the branch makes now.
  TicketId issue(const char* service = "cash") {
    IssueTicket command;
    command.id = testing::test_id(1000 + ++made_);
    command.service = ServiceId{service};
    command.language = LanguageTag{"uz"};
    if (const auto wait = estimator.if_joined_now(branch.state(), command.service, branch.now())) {
      command.promise = to_promise(*wait, branch.now());
    }
    branch.carry_out(decide_issue(branch.state(), command));
    return command.id;
  }
  void issue_many(int count) {
    for (int i = 0; i < count; ++i) issue();
  }
  std::optional<ServiceDelay> delay(const char* service = "cash") {
    return find_delay(branch.state(), estimator, ServiceId{service}, branch.now());
  }

  WaitingTimeEstimator estimator{test_config()};
  TestBranch branch;

 private:
  std::uint64_t made_ = 0;
};

TEST_F(Delays, AreNoneWhilePromisesHold) {
  EXPECT_EQ(delay(), std::nullopt);
  branch.open_counter("1", {"cash"});
  branch.open_counter("2", {"cash"});
  issue_many(12);
  for (int i = 0; i < 5; ++i) {
    branch.call("1");
    branch.call("2");
    branch.pass(minutes{4});
    for (const char* counter : {"1", "2"}) {
      const TicketId at = *branch.state().find_counter(CounterId{counter})->ticket;
      branch.start(at);
      branch.finish(at);
    }
    EXPECT_EQ(delay(), std::nullopt) << i;
  }
}

TEST_F(Delays, OfClosedCountersSayThatTheyAreFewer) {
  for (const char* counter : {"1", "2", "3"}) branch.open_counter(counter, {"cash"});
  issue_many(20);
  branch.call("1");
  for (const char* counter : {"2", "3"}) {
    branch.carry_out(decide_pause_counter(branch.state(), CounterId{counter}, "lunch"));
  }
  branch.pass(minutes{8});
  const auto found = delay();
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->reason, DelayReason::kFewerCounters);
  EXPECT_GE(found->tickets, 2);
  EXPECT_LE(found->wait.low, found->wait.high);
  EXPECT_LE(found->wait.high, found->wait.limit);
  EXPECT_GT(found->wait.high, minutes{20});
  EXPECT_EQ(delay("loans"), std::nullopt);
}

TEST_F(Delays, OfACustomerWhoTakesLongSayThat) {
  branch.open_counter("1", {"cash"});
  issue_many(6);
  branch.start(*branch.call("1"));
  branch.pass(minutes{30});
  ASSERT_TRUE(delay().has_value());
  EXPECT_EQ(delay()->reason, DelayReason::kLongServices);
}

TEST_F(Delays, OfPeopleWhoCameBeforeThemSayThatThereAreMany) {
  branch.open_counter("1", {"cash"});
  issue();
  issue();
  branch.call("1");
  // Priority customers whom nobody foresaw, served as fast as usual.
  for (int i = 0; i < 6; ++i) branch.issue_priority("cash");
  for (int i = 0; i < 4; ++i) {
    branch.start(*branch.state().find_counter(CounterId{"1"})->ticket);
    branch.pass(minutes{4});
    branch.finish(*branch.state().find_counter(CounterId{"1"})->ticket);
    for (const auto& [id, ticket] : branch.state().tickets()) {
      if (!ticket.priority || ticket.state != TicketState::kWaiting) continue;
      branch.call_ticket("1", id);
      break;
    }
  }
  ASSERT_TRUE(delay().has_value());
  EXPECT_EQ(delay()->reason, DelayReason::kManyPeople);
}

TEST_F(Delays, OfOneTicketBeginWhenItsLimitHasPassed) {
  branch.open_counter("1", {"cash"});
  issue();
  branch.start(*branch.call("1"));
  const Promise promise = *branch.ticket(issue()).promise;
  branch.pass(promise.limit);
  EXPECT_EQ(delay(), std::nullopt);
  branch.pass(Milliseconds{1});
  ASSERT_TRUE(delay().has_value());
  EXPECT_EQ(delay()->tickets, 1);
}

TEST_F(Delays, AreNotStatedWithoutANewRange) {
  branch.open_counter("1", {"cash"});
  issue_many(6);
  branch.carry_out(decide_pause_counter(branch.state(), CounterId{"1"}, "lunch"));
  branch.pass(minutes{300});
  EXPECT_EQ(delay(), std::nullopt);
}

TEST_F(Delays, DoNotCountWhoWasCalledBeforeOrSentOn) {
  branch.open_counter("1", {"cash"});
  const TicketId held = issue();
  const TicketId sent = issue();
  branch.call_ticket("1", held);
  branch.hold(held);
  branch.resume(held);
  branch.transfer(sent, "cards");
  branch.transfer(sent, "cash");
  branch.issue("cash");
  branch.start(*branch.call("1"));
  branch.pass(minutes{200});
  EXPECT_EQ(delay(), std::nullopt);
}

// Answers anything with one value and counts how often it is asked.
class CountingEstimator : public PromiseEstimator {
 public:
  void observe(const BranchState&, const Event&) override {}
  std::optional<WaitQuantiles> if_joined_now(const BranchState&, const ServiceId&,
                                             Timestamp) const override {
    return kWait;
  }
  std::optional<WaitQuantiles> for_ticket(const BranchState&, const Ticket&,
                                          Timestamp) const override {
    ++asked;
    return kWait;
  }
  std::string save() const override { return {}; }
  bool restore(std::string_view) override { return false; }

  static constexpr WaitQuantiles kWait{minutes{1}, minutes{2}, minutes{3}, minutes{4}, minutes{5}};
  mutable std::size_t asked = 0;
};

TEST_F(Delays, CostAtMostSoManyQuestionsAndNoneInACalmBranch) {
  branch.open_counter("1", {"cash"});
  issue_many(300);
  const CountingEstimator counting;
  EXPECT_EQ(find_delay(branch.state(), counting, ServiceId{"cash"}, branch.now()), std::nullopt);
  EXPECT_LT(counting.asked, 10u);  // Only of whoever was promised less than three minutes.
  counting.asked = 0;
  branch.pass(minutes{6000});
  const auto found = find_delay(branch.state(), counting, ServiceId{"cash"}, branch.now());
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(counting.asked, kMostAskedForDelay);
  EXPECT_EQ(found->wait, (WaitRange{minutes{2}, minutes{4}, minutes{5}}));
}

TEST(DelayReason, ReadsBack) {
  for (const DelayReason reason :
       {DelayReason::kFewerCounters, DelayReason::kLongServices, DelayReason::kManyPeople}) {
    EXPECT_EQ(parse_delay_reason(to_string(reason)), reason);
  }
  EXPECT_EQ(parse_delay_reason("strike"), std::nullopt);
}

}  // namespace
}  // namespace navbat::domain
