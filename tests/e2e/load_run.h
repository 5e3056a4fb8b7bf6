#pragma once
// A load against a real server, as the load and kill tests start it.

#include <cstdlib>
#include <string>

#include "tests/simulation/navbat_sim/load.h"
#include "tests/simulation/navbat_sim/scenario.h"
#include "tests/simulation/navbat_sim/session.h"
#include "tests/simulation/navbat_sim/summary.h"
#include "tests/support/child_process.h"
#include "tests/support/server_process.h"

namespace navbat::e2e {

// The size of a run: small in scripts/test, full when the environment says so.
inline std::int64_t size_from_environment(const char* variable, std::int64_t usual) {
  const char* text = std::getenv(variable);
  return text != nullptr ? std::atoll(text) : usual;
}

// 8 kiosks and 8 tellers of the demo's scenario.
class LoadRun {
 public:
  LoadRun(const std::string& server, std::int64_t tickets, const std::filesystem::path& log)
      : scenario_(*sim::read_scenario(testing::tree_file("config/sim.toml"))) {
    sim::SessionOptions options;
    options.server = server;
    options.log = log;
    options.order = scenario_.order;
    options.alone = true;
    session_ = std::move(*sim::Session::open(options, {}));
    sim::LoadOptions load;
    load.tickets = tickets;
    load.kiosks = 8;
    load.counters = session_->branch().counters;
    load_.emplace(scenario_, load, *session_, std::stop_token{});
  }

  // Until everybody was served; then everything acknowledged is compared with the events.
  void run() {
    const auto began = std::chrono::steady_clock::now();
    load_->run([](const std::string&) {});
    session_->reckon(true);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    summary_ = sim::summarise(*session_, {took, std::nullopt, false, nullptr});
  }

  void no_more_tickets() { load_->no_more_tickets(); }
  [[nodiscard]] sim::Session& session() { return *session_; }
  [[nodiscard]] const std::string& summary() const { return summary_; }

 private:
  sim::Scenario scenario_;
  std::unique_ptr<sim::Session> session_;
  std::optional<sim::Load> load_;
  std::string summary_;
};

}  // namespace navbat::e2e
