// Draws the customers of an invented day.

#include <algorithm>
#include <cmath>

#include "tests/simulation/navbat_sim/random.h"
#include "tests/simulation/navbat_sim/scenario.h"

namespace navbat::sim {
namespace {

constexpr SimTime kHour = std::chrono::hours{1};

SimTime scaled(SimTime unit, double factor) {
  return SimTime{static_cast<std::int64_t>(static_cast<double>(unit.count()) * factor)};
}

double factor_of_hour(const Scenario& scenario, std::size_t hour) {
  return hour < scenario.hourly.size() ? scenario.hourly[hour] : 1.0;
}

PlannedCustomer draw_customer(const Scenario& scenario, const ServiceDemand& service,
                              SimTime arrives, Random& random) {
  PlannedCustomer customer;
  customer.arrives = arrives;
  customer.service = service.id;
  std::vector<double> shares;
  for (const LanguageShare& share : scenario.languages) shares.push_back(share.share);
  if (!shares.empty()) customer.language = scenario.languages[random.pick(shares)].language;
  customer.priority = random.chance(scenario.priority);
  const double service_s = random.lognormal(service.time.mean_s, service.time.cv);
  customer.service_time = scaled(std::chrono::seconds{1}, service_s);
  const double patience_min = random.lognormal(scenario.patience_min, scenario.patience_cv);
  const SimTime until = arrives + scaled(std::chrono::minutes{1}, patience_min);
  if (random.chance(scenario.leaves_visibly)) {
    customer.leaves = until;
  } else {
    customer.silent_after = until;
  }
  customer.no_show = random.chance(scenario.no_show);
  if (random.chance(service.transfer)) customer.transfer_to = service.transfer_to;
  return customer;
}

// Arrivals of one hour: a Poisson process at a constant rate.
void draw_hour(const Scenario& scenario, const ServiceDemand& service, SimTime from, SimTime to,
               double per_hour, Random& random, std::vector<PlannedCustomer>& customers) {
  if (per_hour <= 0) return;
  SimTime at = from + scaled(kHour, random.exponential() / per_hour);
  while (at < to) {
    customers.push_back(draw_customer(scenario, service, at, random));
    at += scaled(kHour, random.exponential() / per_hour);
  }
}

}  // namespace

DayPlan plan_day(const Scenario& scenario, std::uint64_t seed) {
  Random random{seed};
  DayPlan plan;
  plan.tellers = scenario.tellers;
  plan.opens = scenario.opens;
  plan.walk = scenario.walk;
  plan.no_show = scenario.no_show_wait;
  for (const ServiceDemand& service : scenario.services) {
    plan.service_times[service.id] = service.time;
    std::size_t hour = 0;
    for (SimTime from = scenario.opens; from < scenario.closes; from += kHour, ++hour) {
      const double rate = service.arrivals_per_hour * factor_of_hour(scenario, hour);
      draw_hour(scenario, service, from, std::min(from + kHour, scenario.closes), rate, random,
                plan.customers);
    }
  }
  std::stable_sort(plan.customers.begin(), plan.customers.end(),
                   [](const auto& a, const auto& b) { return a.arrives < b.arrives; });
  return plan;
}

}  // namespace navbat::sim
