#pragma once
// An invented day, described in TOML (config/sim.toml explains every key).

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "domain/branch_config.h"
#include "tests/simulation/navbat_sim/day_plan.h"

namespace navbat::sim {

struct ServiceDemand {
  domain::ServiceId id;
  double arrivals_per_hour = 0;
  ServiceTime time;
  std::optional<domain::ServiceId> transfer_to;
  double transfer = 0;  // Share of its customers that goes on to `transfer_to`.
};

struct LanguageShare {
  domain::LanguageTag language;
  double share = 0;
};

struct Scenario {
  std::uint64_t seed = 1;
  SimTime opens = std::chrono::hours{9};
  SimTime closes = std::chrono::hours{17};
  std::vector<double> hourly;  // Factor of each hour from opening; missing hours count 1.
  double priority = 0.1;
  double no_show = 0.02;
  double patience_min = 75;  // Mean; lognormal.
  double patience_cv = 0.8;
  double leaves_visibly = 0.5;  // Of those whose patience ends: give the ticket back.
  SimTime walk = std::chrono::seconds{18};
  SimTime no_show_wait = std::chrono::seconds{50};
  std::vector<LanguageShare> languages;
  std::vector<ServiceDemand> services;
  std::vector<PlannedTeller> tellers;
  domain::OrderPolicy order;  // As the server has it: calls are checked against it.
};

// The error is one line: file, line, key, what was expected.
[[nodiscard]] tl::expected<Scenario, std::string> read_scenario(const std::filesystem::path& file);

// The day that `scenario` and `seed` make; the same for the same two.
[[nodiscard]] DayPlan plan_day(const Scenario& scenario, std::uint64_t seed);

}  // namespace navbat::sim
