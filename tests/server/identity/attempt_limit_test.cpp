#include "server_sync/server/identity/attempt_limit.h"

#include <gtest/gtest.h>

#include "tests/support/test_clock.h"

namespace navbat::server {
namespace {

using std::chrono::seconds;

class AttemptLimitTest : public ::testing::Test {
 protected:
  testing::TestClock clock{domain::from_unix_ms(1'000'000'000'000)};
  AttemptLimit limit{3, seconds{30}, 4, clock};
};

TEST_F(AttemptLimitTest, RefusesAfterSoManyTriesAndSaysHowLong) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(limit.take("anna"), std::nullopt);
  EXPECT_EQ(limit.take("anna"), seconds{30});
  clock.pass(seconds{10});
  EXPECT_EQ(limit.take("anna"), seconds{20});
}

TEST_F(AttemptLimitTest, OneTryComesBackInEveryRefillTime) {
  for (int i = 0; i < 3; ++i) (void)limit.take("anna");
  clock.pass(seconds{30});
  EXPECT_EQ(limit.take("anna"), std::nullopt);
  EXPECT_NE(limit.take("anna"), std::nullopt);
}

TEST_F(AttemptLimitTest, NamesDoNotShareTheirTries) {
  for (int i = 0; i < 4; ++i) (void)limit.take("anna");
  EXPECT_EQ(limit.take("bobur"), std::nullopt);
}

TEST_F(AttemptLimitTest, AGoodTryIsGivenBack) {
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(limit.take("anna"), std::nullopt);
    limit.give_back("anna");
  }
}

TEST_F(AttemptLimitTest, ManyNamesDoNotGrowItWithoutEnd) {
  for (int i = 0; i < 3; ++i) (void)limit.take("anna");
  for (int i = 0; i < 100; ++i) EXPECT_EQ(limit.take("guess" + std::to_string(i)), std::nullopt);
}

}  // namespace
}  // namespace navbat::server
