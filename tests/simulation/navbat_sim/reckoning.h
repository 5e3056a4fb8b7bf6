#pragma once
// What was acknowledged against what the events say happened.

#include <vector>

#include "tests/simulation/navbat_sim/event_auditor.h"
#include "tests/simulation/navbat_sim/findings.h"
#include "tests/simulation/navbat_sim/journal.h"

namespace navbat::sim {

struct Acknowledgements {
  const std::vector<IssueAck>& issues;
  const std::vector<CallAck>& calls;
  bool complete = false;  // Everybody has to be called or gone by now.
  bool alone = false;     // No other ticket or call may exist.
};

// Adds to `findings`: a ticket or call that was acknowledged and is not there (or another number
// is), one that nobody was told of, and, when complete, a ticket that still waits.
void compare(const Acknowledgements& acknowledged, const EventAuditor& auditor, Findings& findings);

}  // namespace navbat::sim
