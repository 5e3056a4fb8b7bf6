#include "tests/simulation/navbat_sim/replay_plan.h"

#include <algorithm>

namespace navbat::sim {
namespace {

using std::chrono::seconds;

std::map<std::string, domain::ServiceId> complete_map(const QueueLog& log,
                                                      const ReplayBranch& branch) {
  std::map<std::string, int> counts;
  for (const LoggedVisit& visit : log.visits) ++counts[visit.service];
  std::vector<std::pair<std::string, int>> by_count(counts.begin(), counts.end());
  std::stable_sort(by_count.begin(), by_count.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::map<std::string, domain::ServiceId> map = branch.map;
  std::size_t next = 0;
  for (const auto& [service, count] : by_count) {
    if (map.contains(service)) continue;
    map[service] = branch.services[next++ % branch.services.size()];
  }
  return map;
}

PlannedCustomer customer_of(const LoggedVisit& visit, const domain::ServiceId& service) {
  PlannedCustomer customer;
  customer.arrives = seconds{visit.arrival_s};
  customer.service = service;
  customer.language = domain::LanguageTag{"uz"};
  customer.priority = visit.priority;
  if (visit.served) {
    customer.service_time = seconds{visit.end_s - visit.start_s};
  } else {
    customer.leaves = seconds{visit.left_s};
    // Called all the same (the branch was quicker than the recorded one): is served at once.
    customer.service_time = seconds{0};
  }
  return customer;
}

// From the first to the last time that an agent was seen.
std::map<std::string, Period> agents_of(const QueueLog& log) {
  std::map<std::string, Period> agents;
  for (const LoggedVisit& visit : log.visits) {
    if (!visit.served || visit.agent.empty()) continue;
    const Period seen{seconds{visit.start_s}, seconds{visit.end_s}};
    const auto [place, fresh] = agents.emplace(visit.agent, seen);
    if (fresh) continue;
    place->second.from = std::min(place->second.from, seen.from);
    place->second.to = std::max(place->second.to, seen.to);
  }
  return agents;
}

void add_tellers(const QueueLog& log, const ReplayBranch& branch, ReplayPlan& plan) {
  const std::map<std::string, Period> agents = agents_of(log);
  std::vector<std::pair<std::string, Period>> by_start(agents.begin(), agents.end());
  std::stable_sort(by_start.begin(), by_start.end(),
                   [](const auto& a, const auto& b) { return a.second.from < b.second.from; });
  auto& tellers = plan.day.tellers;
  for (const domain::CounterId& counter : branch.counters) {
    tellers.emplace_back();
    tellers.back().counter = counter;
  }
  for (const auto& [agent, period] : by_start) {
    const auto free = std::find_if(tellers.begin(), tellers.end(), [&](const PlannedTeller& t) {
      return t.shifts.empty() || t.shifts.back().to <= period.from;
    });
    if (free != tellers.end()) {
      free->shifts.push_back(period);
    } else {
      plan.notes.push_back("Agent \"" + agent + "\" is left out: all " +
                           std::to_string(branch.counters.size()) + " counters are taken.");
    }
  }
  std::erase_if(tellers, [](const PlannedTeller& teller) { return teller.shifts.empty(); });
}

}  // namespace

ReplayPlan plan_replay(const QueueLog& log, const ReplayBranch& branch) {
  ReplayPlan plan;
  plan.map = complete_map(log, branch);
  for (const LoggedVisit& visit : log.visits) {
    plan.day.customers.push_back(customer_of(visit, plan.map.at(visit.service)));
  }
  add_tellers(log, branch, plan);
  if (plan.day.tellers.empty() && !branch.counters.empty()) {
    plan.day.tellers.emplace_back();
    plan.day.tellers.back().counter = branch.counters.front();
    plan.notes.emplace_back("The log names no agent: one teller works all day.");
  }
  if (!plan.day.customers.empty()) plan.day.opens = plan.day.customers.front().arrives;
  return plan;
}

}  // namespace navbat::sim
