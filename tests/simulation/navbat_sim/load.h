#pragma once
// As fast as the server answers: kiosks and tellers on threads of their own, nobody waits for
// simulated time. What customers want is drawn from the scenario.

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "tests/simulation/navbat_sim/random.h"
#include "tests/simulation/navbat_sim/scenario.h"
#include "tests/simulation/navbat_sim/session.h"

namespace navbat::sim {

struct LoadOptions {
  std::int64_t tickets = 1000;
  int kiosks = 1;
  std::vector<domain::CounterId> counters;  // One teller each.
  std::uint64_t seed = 1;
};

class Load {
 public:
  // References outlive the load.
  Load(const Scenario& scenario, LoadOptions options, Session& session, std::stop_token stop);

  // Until every ticket was taken and nobody waits, or the stop. `progress` is called from this
  // thread about once a second.
  void run(const std::function<void(const std::string&)>& progress);
  // From any thread: nobody takes another ticket; who waits is still served.
  void no_more_tickets() { enough_ = true; }

 private:
  void run_kiosk(int number);
  void run_teller(const domain::CounterId& counter, std::uint64_t seed);
  void serve(Actor& teller, const protocol::TicketView& called, Random& random);
  void resume_where_it_was(Actor& teller, const Answer& refusal, Random& random);
  [[nodiscard]] bool everything_done();
  [[nodiscard]] std::string progress_line();
  [[nodiscard]] bool stopped() const { return stop_.stop_requested(); }

  const Scenario& scenario_;
  LoadOptions options_;
  Session& session_;
  std::stop_token stop_;
  std::atomic<bool> enough_{false};
  std::atomic<std::int64_t> next_{0};
  std::atomic<int> kiosks_at_work_{0};
  std::atomic<int> tellers_at_work_{0};
};

}  // namespace navbat::sim
