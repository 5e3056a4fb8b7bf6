#include "server_sync/client/lone_branch.h"

#include <gtest/gtest.h>

#include "server_sync/client/limits.h"
#include "tests/support/test_branch.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;
using domain::Seconds;

const domain::ServiceId kCash{"cash"};
const domain::ServiceId kCards{"cards"};
const domain::ServiceId kLoans{"loans"};

// A kiosk's view of a branch that the test describes; every service takes five minutes.
class Alone : public ::testing::Test {
 protected:
  Alone() {
    for (const auto& [id, letter] : {std::pair{kCash, 'A'}, {kCards, 'C'}, {kLoans, 'D'}}) {
      ServiceInfo service;
      service.id = id;
      service.letter = letter;
      service.target_wait = 600s;
      service.usual_service = 300s;
      info.services.push_back(service);
      ServiceQueue queue;
      queue.service = id;
      picture.services.push_back(queue);
    }
    for (const char* id : {"1", "2"}) {
      info.counters.emplace_back(id);
      CounterNow counter;
      counter.counter = domain::CounterId{id};
      picture.counters.push_back(counter);
    }
    picture.at = at;
    picture.day = *domain::BusinessDay::parse("2026-11-23");
  }

  void open(std::size_t counter, std::vector<domain::ServiceId> services = {}) {
    picture.counters[counter].status = domain::CounterStatus::kIdle;
    picture.counters[counter].services = std::move(services);
  }
  void serve(std::size_t counter, const domain::ServiceId& service) {
    open(counter);
    picture.counters[counter].status = domain::CounterStatus::kServing;
    picture.counters[counter].ticket = TicketAtCounter{testing::test_id(900), "A900", service};
  }
  // With the promise that the server gives.
  void wait(const domain::ServiceId& service, int people, WaitRange promise) {
    for (ServiceQueue& queue : picture.services) {
      if (queue.service != service) continue;
      queue.waiting = people;
      queue.longest_wait = Seconds{people * 60};
      queue.promise = promise;
    }
    picture.waiting_total += people;
  }

  const domain::Timestamp at = domain::from_unix_ms(1'795'410'000'000);
  BranchInfo info;
  QueueSnapshot picture;
};

TEST_F(Alone, RepeatsTheServersPromiseAtTheMomentOfThePicture) {
  serve(0, kCash);
  wait(kCash, 6, {1300s, 2100s, 2900s});
  LoneBranch branch(info, picture);
  const auto estimate = branch.estimate(kCash, at);
  ASSERT_TRUE(estimate.has_value());
  EXPECT_NEAR(static_cast<double>(estimate->range.low.count()), 1300, 2);
  EXPECT_NEAR(static_cast<double>(estimate->range.high.count()), 2100, 2);
  EXPECT_NEAR(static_cast<double>(estimate->range.limit.count()), 2900, 2);
  EXPECT_EQ(estimate->people_ahead, 6);
  EXPECT_FALSE(estimate->live);
}

TEST_F(Alone, CountsDownAsCountersServe) {
  serve(0, kCash);
  wait(kCash, 6, {1300s, 2100s, 2900s});
  LoneBranch branch(info, picture);
  int people = 6;
  Seconds low{1300};
  for (const auto later : {6min, 12min, 18min}) {
    const auto estimate = branch.estimate(kCash, at + later);
    ASSERT_TRUE(estimate.has_value());
    EXPECT_LT(estimate->people_ahead, people);
    EXPECT_LT(estimate->range.low, low);
    people = estimate->people_ahead;
    low = estimate->range.low;
  }
}

TEST_F(Alone, TheLimitHoldsEvenIfNobodyIsServed) {
  serve(0, kCash);
  wait(kCash, 6, {1300s, 2100s, 2900s});
  LoneBranch branch(info, picture);
  for (const auto later : {6min, 12min, 25min}) {
    const auto estimate = branch.estimate(kCash, at + later);
    ASSERT_TRUE(estimate.has_value());
    EXPECT_GE(estimate->range.limit, 2898s);
  }
}

TEST_F(Alone, OwnTicketsMakeTheLineLonger) {
  serve(0, kCash);
  serve(1, kCash);
  wait(kCash, 2, {200s, 450s, 700s});
  LoneBranch without(info, picture);
  LoneBranch branch(info, picture);
  for (std::uint64_t n = 1; n <= 4; ++n) branch.issued(testing::test_id(n), kCash, at + 10s);
  const auto before = without.estimate(kCash, at + 20s);
  const auto after = branch.estimate(kCash, at + 20s);
  ASSERT_TRUE(before && after);
  EXPECT_EQ(after->people_ahead, before->people_ahead + 4);
  EXPECT_GT(after->range.low, before->range.low);
  EXPECT_GT(after->range.limit, before->range.limit);
}

TEST_F(Alone, ASlowerBranchThanConfiguredIsPlayedSlower) {
  serve(0, kCash);
  wait(kCash, 6, {1300s, 2100s, 2900s});
  QueueSnapshot slow = picture;
  slow.services[0].promise = WaitRange{2600s, 4200s, 5800s};
  LoneBranch usual(info, picture);
  LoneBranch slower(info, slow);
  const auto a = usual.estimate(kCash, at + 20min);
  const auto b = slower.estimate(kCash, at + 20min);
  ASSERT_TRUE(a && b);
  EXPECT_GT(b->people_ahead, a->people_ahead);
}

TEST_F(Alone, SaysNothingWhenThePictureIsOld) {
  serve(0, kCash);
  wait(kCash, 6, {1300s, 2100s, 2900s});
  LoneBranch branch(info, picture);
  EXPECT_TRUE(branch.estimate(kCash, at + kOwnEstimateFor).has_value());
  EXPECT_FALSE(branch.estimate(kCash, at + kOwnEstimateFor + 1ms).has_value());
}

TEST_F(Alone, SaysNothingWithoutACounterOrWithoutAnHonestPromise) {
  wait(kCash, 3, {100s, 200s, 300s});
  EXPECT_FALSE(LoneBranch(info, picture).estimate(kCash, at).has_value()) << "all closed";
  picture.counters[0].status = domain::CounterStatus::kPaused;
  EXPECT_FALSE(LoneBranch(info, picture).estimate(kCash, at).has_value()) << "on a break";
  open(0, {kLoans});
  EXPECT_FALSE(LoneBranch(info, picture).estimate(kCash, at).has_value()) << "only loans";
  open(0);
  EXPECT_TRUE(LoneBranch(info, picture).estimate(kCash, at).has_value());
  EXPECT_FALSE(LoneBranch(info, picture).estimate(kCards, at).has_value())
      << "the server gave none";
  picture.day.reset();
  EXPECT_FALSE(LoneBranch(info, picture).estimate(kCash, at).has_value()) << "no day is open";
}

TEST_F(Alone, AFreeCounterCallsAtOnce) {
  open(0);
  wait(kCash, 0, {0s, 0s, 60s});
  LoneBranch branch(info, picture);
  auto estimate = branch.estimate(kCash, at + 1s);
  ASSERT_TRUE(estimate.has_value());
  EXPECT_EQ(estimate->people_ahead, 0);
  EXPECT_EQ(estimate->range.high, 0s);
  branch.issued(testing::test_id(1), kCash, at + 2s);
  estimate = branch.estimate(kCash, at + 3s);
  ASSERT_TRUE(estimate.has_value());
  EXPECT_EQ(estimate->people_ahead, 0) << "the first is being served";
  EXPECT_GT(estimate->range.high, 60s);
}

TEST_F(Alone, APictureOfOtherServicesAndCountersDoesNoHarm) {
  serve(0, kCash);
  wait(kCash, 2, {300s, 500s, 700s});
  ServiceQueue stranger;
  stranger.service = domain::ServiceId{"massage"};
  stranger.waiting = 3;
  stranger.promise = WaitRange{1s, 2s, 3s};
  picture.services.push_back(stranger);
  CounterNow elsewhere;
  elsewhere.counter = domain::CounterId{"9"};
  elsewhere.status = domain::CounterStatus::kServing;
  elsewhere.ticket = TicketAtCounter{testing::test_id(901), "M001", stranger.service};
  picture.counters.push_back(elsewhere);
  picture.counters[1].status = domain::CounterStatus::kCalled;
  picture.counters[1].ticket = TicketAtCounter{testing::test_id(902), "M002", stranger.service};
  LoneBranch branch(info, picture);
  EXPECT_TRUE(branch.estimate(kCash, at + 5min).has_value());
  EXPECT_FALSE(branch.estimate(stranger.service, at + 5min).has_value());
  branch.issued(testing::test_id(1), stranger.service, at + 6min);
  EXPECT_TRUE(branch.estimate(kCash, at + 7min).has_value());
}

TEST_F(Alone, ManyPeopleOverManyMinutesArePlayedToTheEnd) {
  serve(0, kCash);
  serve(1, kLoans);
  wait(kCash, 150, {9'000s, 12'000s, 15'000s});
  wait(kLoans, 150, {9'000s, 12'000s, 15'000s});
  for (ServiceInfo& service : info.services) service.usual_service = 1s;
  picture.services[0].promise = WaitRange{60s, 90s, 120s};
  picture.services[2].promise = WaitRange{60s, 90s, 120s};
  LoneBranch branch(info, picture);
  const auto estimate = branch.estimate(kCash, at + 29min);
  ASSERT_TRUE(estimate.has_value());
  EXPECT_EQ(estimate->people_ahead, 0);
}

}  // namespace
}  // namespace navbat::client
