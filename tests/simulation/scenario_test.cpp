#include "tests/simulation/navbat_sim/scenario.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/child_process.h"
#include "tests/support/temp_dir.h"

namespace navbat::sim {
namespace {

Scenario demo() {
  auto scenario = read_scenario(testing::tree_file("config/sim.toml"));
  EXPECT_TRUE(scenario) << scenario.error();
  return std::move(*scenario);
}

std::string error_of(const std::string& content) {
  const testing::TempDir dir;
  std::ofstream{dir.file("s.toml")} << content;
  const auto scenario = read_scenario(dir.file("s.toml"));
  return scenario ? "" : scenario.error().substr(dir.path().size() + 1);
}

TEST(Scenario, OfTheTreeCanBeUsed) {
  const Scenario scenario = demo();
  EXPECT_EQ(scenario.services.size(), 6U);
  EXPECT_EQ(scenario.tellers.size(), 8U);
  EXPECT_EQ(scenario.hourly.size(), 8U);
}

TEST(Scenario, SaysFileLineKeyAndWhatWasExpected) {
  EXPECT_EQ(error_of("opens = \"9 o'clock\"\n"),
            "s.toml:1: opens: expected a time of day such as \"09:30\"");
  EXPECT_EQ(error_of("\n[customers]\nno_show = 2\n"),
            "s.toml:3: customers.no_show: expected a number from 0 to 1");
  EXPECT_EQ(error_of("[order]\nrule = \"random\"\n"),
            "s.toml:2: order.rule: expected accumulating, fifo or ratio");
}

TEST(PlanDay, IsTheSameForTheSameSeed) {
  const Scenario scenario = demo();
  const DayPlan a = plan_day(scenario, 7);
  const DayPlan b = plan_day(scenario, 7);
  const DayPlan other = plan_day(scenario, 8);
  ASSERT_EQ(a.customers.size(), b.customers.size());
  for (std::size_t i = 0; i < a.customers.size(); ++i) {
    EXPECT_EQ(a.customers[i].arrives, b.customers[i].arrives);
    EXPECT_EQ(a.customers[i].service_time, b.customers[i].service_time);
  }
  EXPECT_NE(a.customers.front().arrives, other.customers.front().arrives);
}

TEST(PlanDay, BringsAsManyAsTheRatesSayWithinOpeningHours) {
  const Scenario scenario = demo();
  double expected = 0;
  for (const double factor : scenario.hourly) {
    for (const ServiceDemand& service : scenario.services) {
      expected += factor * service.arrivals_per_hour;
    }
  }
  constexpr int kDays = 50;
  double total = 0;
  for (int day = 0; day < kDays; ++day) {
    const DayPlan plan = plan_day(scenario, static_cast<std::uint64_t>(day));
    total += static_cast<double>(plan.customers.size());
    EXPECT_GE(plan.customers.front().arrives, scenario.opens);
    EXPECT_LT(plan.customers.back().arrives, scenario.closes);
  }
  // Poisson: the mean of 50 days of about 320 has a standard deviation of about 0.8 %.
  EXPECT_NEAR(total / kDays, expected, expected * 0.04);
}

TEST(PlanDay, HasServiceTimesOfTheMeanThatWasAsked) {
  Scenario scenario = demo();
  scenario.services.resize(1);
  scenario.services[0].arrivals_per_hour = 2000;
  double total_s = 0;
  const DayPlan plan = plan_day(scenario, 1);
  for (const PlannedCustomer& customer : plan.customers) {
    total_s += static_cast<double>(customer.service_time.count()) / 1000.0;
  }
  const double mean_s = total_s / static_cast<double>(plan.customers.size());
  EXPECT_NEAR(mean_s, scenario.services[0].time.mean_s, scenario.services[0].time.mean_s * 0.05);
}

}  // namespace
}  // namespace navbat::sim
