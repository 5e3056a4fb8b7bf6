#pragma once
// The first promise: work ahead over open counters, spread by what was learned of past errors.
//
//   wait ≈ (Σ remaining service of tickets ahead and at the counters) ÷ open counters that may
//   serve this service
//
// Mean service times start at the configured ones (four pseudo-observations) and forget
// exponentially. The spread is the ratio of the realised to the expected wait, kept as five
// quantiles per service that follow the outcomes by stochastic approximation (Robbins & Monro
// 1951), so that P90 really is exceeded one time in ten.

#include <array>
#include <unordered_map>

#include "domain/branch_config.h"
#include "domain/promise.h"

namespace navbat::domain {

class WaitingTimeEstimator : public PromiseEstimator {
 public:
  explicit WaitingTimeEstimator(const BranchConfig& config);

  void observe(const BranchState& before, const Event& event) override;
  [[nodiscard]] std::optional<WaitQuantiles> if_joined_now(const BranchState& state,
                                                           const ServiceId& service,
                                                           Timestamp now) const override;
  [[nodiscard]] std::optional<WaitQuantiles> for_ticket(const BranchState& state,
                                                        const Ticket& ticket,
                                                        Timestamp now) const override;
  [[nodiscard]] std::string save() const override;
  [[nodiscard]] bool restore(std::string_view saved) override;

 private:
  static constexpr std::size_t kQuantiles = 5;  // P10 P25 P50 P75 P90
  struct Learned {
    double mean_service_s = 0;
    double weight = 0;                       // Effective number of observations behind the mean.
    std::array<double, kQuantiles> ratio{};  // Realised ÷ expected wait.
  };

  [[nodiscard]] std::optional<double> expected_wait_s(const BranchState& state,
                                                      const ServiceId& service,
                                                      const Ticket* ticket, Timestamp now) const;
  [[nodiscard]] WaitQuantiles spread(const ServiceId& service, double expected_s) const;
  void learn_service_time(const ServiceId& service, double seconds);
  void learn_ratio(const ServiceId& service, double ratio);

  std::unordered_map<ServiceId, Learned> learned_;
  // What was expected at issue of tickets that are still to be called, seconds.
  std::unordered_map<TicketId, double> expected_at_issue_;
};

}  // namespace navbat::domain
