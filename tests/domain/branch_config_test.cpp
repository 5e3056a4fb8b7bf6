#include "domain/branch_config.h"

#include <gtest/gtest.h>

#include "tests/support/test_branch.h"

namespace navbat::domain {
namespace {

using testing::test_config;

TEST(BranchConfig, OfTheTestsIsValid) { EXPECT_EQ(validate(test_config()), std::nullopt); }

TEST(BranchConfig, RefusesTwoServicesWithOneLetter) {
  BranchConfig config = test_config();
  config.services[1].letter = 'A';
  EXPECT_EQ(validate(config), "service \"cards\": expected a letter that no other service has");
}

TEST(BranchConfig, RefusesTargetsThatAreAbsurd) {
  for (const int seconds : {0, -5, 100'000}) {
    BranchConfig config = test_config();
    config.services[0].target_wait = Seconds{seconds};
    EXPECT_EQ(validate(config), "service \"cash\": expected a target wait of 1 to 86400 s");
  }
}

TEST(BranchConfig, RefusesABranchWithoutServicesOrCounters) {
  BranchConfig none = test_config();
  none.services.clear();
  EXPECT_TRUE(validate(none).has_value());
  BranchConfig closed = test_config();
  closed.counters.clear();
  EXPECT_TRUE(validate(closed).has_value());
}

TEST(BranchConfig, RefusesWeightsOutsideTheirRange) {
  BranchConfig config = test_config();
  config.order.weight_permille[1] = 0;
  EXPECT_EQ(validate(config), "order: expected weights of 0.001 to 100");
}

}  // namespace
}  // namespace navbat::domain
