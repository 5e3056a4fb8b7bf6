#include "server_sync/client/backoff.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace navbat::client {
namespace {

using namespace std::chrono_literals;

constexpr BackoffLimits kLimits{.base = 100ms, .cap = 1'000ms};

TEST(Backoff, DoublesItsBoundUpToTheCap) {
  Backoff backoff(kLimits, std::mt19937_64{1});
  for (const auto bound : {100ms, 200ms, 400ms, 800ms, 1'000ms, 1'000ms}) {
    EXPECT_EQ(backoff.next_bound(), bound);
    EXPECT_LE(backoff.next(), bound);
  }
}

TEST(Backoff, NeverOverflowsHoweverOftenItFails) {
  Backoff backoff(kLimits, std::mt19937_64{1});
  for (int i = 0; i < 100'000; ++i) {
    const auto delay = backoff.next();
    ASSERT_GE(delay, 0ms);
    ASSERT_LE(delay, 1'000ms);
  }
}

TEST(Backoff, SpreadsOverTheWholeRangeFromZero) {
  Backoff backoff(kLimits, std::mt19937_64{7});
  for (int i = 0; i < 10; ++i) static_cast<void>(backoff.next());
  int low = 0;
  int high = 0;
  for (int i = 0; i < 1'000; ++i) {
    const auto delay = backoff.next();
    low += delay < 100ms ? 1 : 0;
    high += delay > 900ms ? 1 : 0;
  }
  EXPECT_GT(low, 50);
  EXPECT_GT(high, 50);
}

TEST(Backoff, StartsAgainAfterASuccess) {
  Backoff backoff(kLimits, std::mt19937_64{1});
  static_cast<void>(backoff.next());
  static_cast<void>(backoff.next());
  backoff.reset();
  EXPECT_EQ(backoff.next_bound(), 100ms);
}

TEST(Backoff, TheSameSeedGivesTheSameDelays) {
  Backoff a(kLimits, std::mt19937_64{42});
  Backoff b(kLimits, std::mt19937_64{42});
  for (int i = 0; i < 50; ++i) EXPECT_EQ(a.next(), b.next());
}

TEST(Backoff, WaitsAtLeastAsLongAsTheServerAsksButNotForever) {
  Backoff backoff(kLimits, std::mt19937_64{1});
  EXPECT_GE(backoff.next_at_least(30s), 30s);
  EXPECT_LE(backoff.next_at_least(24h), kMaxRetryAfter + 1s);
  EXPECT_LE(backoff.next_at_least(-5s), 1s);
}

}  // namespace
}  // namespace navbat::client
