#include "tests/simulation/navbat_sim/reckoning.h"

#include <algorithm>
#include <unordered_set>

namespace navbat::sim {
namespace {

void compare_issues(const Acknowledgements& acknowledged, const EventAuditor& auditor,
                    Findings& findings) {
  std::unordered_set<domain::TicketId> ours;
  for (const IssueAck& ack : acknowledged.issues) {
    ours.insert(ack.ticket);
    const auto found = auditor.tickets().find(ack.ticket);
    if (found == auditor.tickets().end()) {
      findings.add("Ticket " + ack.label + " was acknowledged and is lost.");
      continue;
    }
    const TicketHistory& history = found->second;
    if (history.label.to_string() != ack.label) {
      findings.add("Ticket " + ack.label + " is " + history.label.to_string() + " in the events.");
    }
    if (acknowledged.complete && history.calls.empty() && domain::is_open(history.state)) {
      findings.add("Ticket " + ack.label + " was neither called nor given back.");
    }
  }
  if (!acknowledged.alone) return;
  for (const auto& [id, history] : auditor.tickets()) {
    if (!ours.contains(id)) {
      findings.add("Ticket " + history.label.to_string() + " was acknowledged to nobody.");
    }
  }
}

void compare_calls(const Acknowledgements& acknowledged, const EventAuditor& auditor,
                   Findings& findings) {
  for (const CallAck& ack : acknowledged.calls) {
    const auto found = auditor.tickets().find(ack.ticket);
    if (found == auditor.tickets().end()) {
      findings.add("A call to counter " + ack.counter.value() + " was acknowledged and is lost.");
      continue;
    }
    const auto& calls = found->second.calls;
    const auto same = std::count_if(calls.begin(), calls.end(), [&](const HistoricCall& call) {
      return call.counter == ack.counter && call.at == ack.called_at;
    });
    if (same != 1) {
      findings.add("The call of " + found->second.label.to_string() + " to counter " +
                   ack.counter.value() + " is " + std::to_string(same) + " times in the events.");
    }
  }
  const auto acks = static_cast<std::int64_t>(acknowledged.calls.size());
  if (acknowledged.alone && auditor.calls() != acks) {
    findings.add(std::to_string(auditor.calls()) + " calls happened and " + std::to_string(acks) +
                 " were acknowledged.");
  }
}

}  // namespace

void compare(const Acknowledgements& acknowledged, const EventAuditor& auditor,
             Findings& findings) {
  compare_issues(acknowledged, auditor, findings);
  compare_calls(acknowledged, auditor, findings);
}

}  // namespace navbat::sim
