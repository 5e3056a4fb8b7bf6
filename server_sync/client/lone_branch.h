#pragma once
// The branch as a kiosk has to imagine it while its line is cut: the last picture that it got, its
// own tickets since, and counters that go on at their usual pace.
//
// The domain's own rules play it on: next_call() says who is called when a counter falls free, each
// service takes its usual time, and WaitingTimeEstimator says what a newcomer would wait. Two
// corrections keep the answer honest:
//   - the server has learned more than the configuration says. For each service and quantile its
//     last promise ÷ what this class computes for the same picture scales every later answer;
//   - perhaps nobody was served at all (the server itself is down, so that nobody is called). The
//     limit is therefore never below what it would be had every counter stood still.

#include <map>
#include <optional>

#include "domain/branch_state.h"
#include "domain/commands.h"
#include "domain/ids.h"
#include "domain/time.h"
#include "domain/waiting_time_estimator.h"
#include "server_sync/client/branch_view.h"
#include "server_sync/client/wait_estimate.h"

namespace navbat::client {

// Pure: no clock, no thread. Times are true times and never go back from call to call. What the
// picture says of unknown services or counters is left out.
class LoneBranch {
 public:
  LoneBranch(const BranchInfo& info, const QueueSnapshot& picture);

  // This kiosk gave a ticket that the picture does not hold yet.
  void issued(const domain::TicketId& ticket, const domain::ServiceId& service,
              domain::Timestamp at);

  // Nothing when the picture is older than kOwnEstimateFor, when no counter served the service, or
  // when the server itself had no honest estimate.
  [[nodiscard]] std::optional<WaitEstimate> estimate(const domain::ServiceId& service,
                                                     domain::Timestamp now);

 private:
  struct Scale {  // server's promise ÷ own answer
    double low = 1;
    double high = 1;
    double limit = 1;
  };

  void open_counters(const QueueSnapshot& picture);
  void fill_lines(const QueueSnapshot& picture);
  void learn_scales(const QueueSnapshot& picture);
  // Both branches go through the decision; what is rejected leaves the branch as it is.
  void carry_out(domain::BranchState& branch, const domain::Decision& decision,
                 domain::Timestamp at);
  void issue(domain::BranchState& branch, const domain::TicketId& ticket,
             const domain::ServiceId& service, domain::Timestamp at);
  void seat(const CounterNow& counter, const domain::ServiceId& service);
  void play_until(domain::Timestamp until);
  void call_all(domain::Timestamp at);
  [[nodiscard]] domain::Milliseconds usual(const domain::ServiceId& service) const;
  [[nodiscard]] domain::TicketId imagined_ticket(domain::Timestamp at);

  domain::Timestamp pictured_at_;
  domain::Timestamp played_to_;
  std::uint64_t imagined_ = 0;
  domain::BranchState state_;   // plays on
  domain::BranchState frozen_;  // gets the new tickets, serves nobody
  domain::WaitingTimeEstimator estimator_;
  std::map<domain::CounterId, domain::Timestamp> free_at_;  // of counters that serve
  std::map<domain::ServiceId, Scale> scales_;               // of services with a promise
};

}  // namespace navbat::client
