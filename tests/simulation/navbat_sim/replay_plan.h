#pragma once
// Turns a recorded day into a plan: every recorded customer comes at the recorded time, those who
// left leave at theirs, and the log's agents become tellers who take as long as was recorded.

#include <map>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "tests/simulation/navbat_sim/day_plan.h"
#include "tests/simulation/navbat_sim/queue_log.h"

namespace navbat::sim {

struct ReplayBranch {
  std::vector<domain::ServiceId> services;
  std::vector<domain::CounterId> counters;       // Where the log's agents may sit.
  std::map<std::string, domain::ServiceId> map;  // The log's service to the branch's.
};

struct ReplayPlan {
  DayPlan day;
  std::map<std::string, domain::ServiceId> map;  // As completed.
  std::vector<std::string> notes;  // What could not be replayed as it was, one sentence each.
};

// Services that `branch.map` does not name are given the branch's in order of how often they occur.
// When more agents are at work at once than there are counters, the surplus ones are left out and
// said in `notes`.
[[nodiscard]] ReplayPlan plan_replay(const QueueLog& log, const ReplayBranch& branch);

}  // namespace navbat::sim
