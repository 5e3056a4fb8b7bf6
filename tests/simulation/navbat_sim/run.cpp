#include "tests/simulation/navbat_sim/run.h"

#include <algorithm>

#include "tests/simulation/navbat_sim/branch_day.h"
#include "tests/simulation/navbat_sim/limits.h"
#include "tests/simulation/navbat_sim/load.h"
#include "tests/simulation/navbat_sim/replay_plan.h"
#include "tests/simulation/navbat_sim/scenario.h"
#include "tests/simulation/navbat_sim/summary.h"

namespace navbat::sim {
namespace {

using Steady = std::chrono::steady_clock;

bool has_service(const protocol::BranchInfo& branch, const domain::ServiceId& id) {
  return std::any_of(branch.services.begin(), branch.services.end(),
                     [&](const auto& service) { return service.id == id; });
}

bool has_counter(const protocol::BranchInfo& branch, const domain::CounterId& id) {
  return std::find(branch.counters.begin(), branch.counters.end(), id) != branch.counters.end();
}

std::optional<std::string> check_scenario(const Scenario& scenario,
                                          const protocol::BranchInfo& branch) {
  std::vector<domain::ServiceId> named;
  for (const ServiceDemand& service : scenario.services) {
    named.push_back(service.id);
    if (service.transfer_to) named.push_back(*service.transfer_to);
  }
  for (const PlannedTeller& teller : scenario.tellers) {
    named.insert(named.end(), teller.services.begin(), teller.services.end());
    if (!has_counter(branch, teller.counter)) {
      return "the branch has no counter \"" + teller.counter.value() + "\"";
    }
  }
  for (const domain::ServiceId& id : named) {
    if (!has_service(branch, id)) return "the branch has no service \"" + id.value() + "\"";
  }
  return std::nullopt;
}

std::vector<domain::CounterId> first_counters(const protocol::BranchInfo& branch,
                                              std::optional<int> wanted) {
  std::vector<domain::CounterId> counters = branch.counters;
  if (wanted && static_cast<std::size_t>(*wanted) < counters.size()) {
    counters.resize(static_cast<std::size_t>(*wanted));
  }
  return counters;
}

tl::expected<DayPlan, std::string> replayed_day(const Options& options, const QueueLog& log,
                                                const protocol::BranchInfo& branch,
                                                const Output& output) {
  ReplayBranch target;
  for (const protocol::ServiceInfo& service : branch.services) {
    target.services.push_back(service.id);
  }
  target.counters = first_counters(branch, options.tellers);
  target.map = options.map;
  for (const auto& [from, to] : options.map) {
    if (!has_service(branch, to)) {
      return tl::unexpected("--map: the branch has no service \"" + to.value() + "\"");
    }
  }
  for (std::size_t i = 0; i < log.problems.size() && i < kMostMessages; ++i) {
    const RowProblem& problem = log.problems[i];
    output.say("row " + std::to_string(problem.row) + ": left out: " + problem.reason);
  }
  output.say(options.day + ": " + std::to_string(log.visits.size()) + " visits, " +
             std::to_string(log.problems.size()) + " rows left out");
  ReplayPlan plan = plan_replay(log, target);
  for (const auto& [from, to] : plan.map) output.say("service " + from + " becomes " + to.value());
  for (const std::string& note : plan.notes) output.say(note);
  return std::move(plan.day);
}

void limit_tellers(Scenario& scenario, std::optional<int> wanted) {
  if (wanted && static_cast<std::size_t>(*wanted) < scenario.tellers.size()) {
    scenario.tellers.resize(static_cast<std::size_t>(*wanted));
  }
}

// Everything that was read before the first request.
struct Input {
  Scenario scenario;
  QueueLog log;
};

tl::expected<Input, std::string> read_input(const Options& options) {
  Input input;
  if (!options.config.empty()) {
    auto scenario = read_scenario(options.config);
    if (!scenario) return tl::unexpected(scenario.error());
    input.scenario = std::move(*scenario);
    limit_tellers(input.scenario, options.tellers);
  }
  if (!options.replay.empty()) {
    auto log = read_queue_log(options.replay, options.day);
    if (!log) return tl::unexpected(log.error());
    input.log = std::move(*log);
  }
  return input;
}

class Run {
 public:
  Run(const Options& options, Input input, Session& session, const Output& output,
      std::stop_token stop)
      : options_(options),
        input_(std::move(input)),
        session_(session),
        output_(output),
        stop_(std::move(stop)),
        began_(Steady::now()) {}

  tl::expected<Result, std::string> run() {
    if (!options_.config.empty()) {
      if (const auto problem = check_scenario(input_.scenario, session_.branch())) {
        return tl::unexpected(options_.config.string() + ": " + *problem);
      }
    }
    if (options_.tickets) return run_load();
    return run_days();
  }

 private:
  tl::expected<Result, std::string> run_load() {
    LoadOptions load;
    load.tickets = *options_.tickets;
    load.kiosks = options_.kiosks;
    load.counters = first_counters(session_.branch(), options_.tellers);
    load.seed = input_.scenario.seed;
    Load{input_.scenario, load, session_, stop_}.run(output_.progress);
    return finish(!stop_.stop_requested(), nullptr);
  }

  tl::expected<Result, std::string> run_days() {
    DayTally tally;
    bool complete = true;
    for (std::uint64_t day = 0; day == 0 || options_.repeat; ++day) {
      auto plan = options_.replay.empty()
                      ? plan_day(input_.scenario, input_.scenario.seed + day)
                      : replayed_day(options_, input_.log, session_.branch(), output_);
      if (!plan) return tl::unexpected(plan.error());
      BranchDay branch_day{std::move(*plan), pace(), session_, tally, stop_};
      complete = branch_day.run(output_.progress);
      if (!complete) break;
    }
    return finish(complete, &tally);
  }

  [[nodiscard]] BranchDay::Pace pace() const {
    BranchDay::Pace pace;
    pace.speed = options_.speed;
    pace.kiosks = options_.kiosks;
    if (options_.run_for) {
      pace.until = began_ + std::chrono::duration_cast<Steady::duration>(*options_.run_for);
    }
    return pace;
  }

  Result finish(bool complete, const DayTally* day) {
    session_.reckon(complete);
    Result result;
    result.summary =
        summarise(session_, {Steady::now() - began_, options_.speed, options_.same_clock, day});
    result.broken = session_.findings().count();
    result.first_broken = session_.findings().first();
    result.retries = session_.journal().retries();
    session_.follower().with_auditor([&](const EventAuditor& auditor) {
      result.calls = auditor.calls();
      result.calls_in_order = auditor.calls_in_order();
      result.tickets = static_cast<std::int64_t>(auditor.tickets().size());
    });
    return result;
  }

  const Options& options_;
  Input input_;
  Session& session_;
  const Output& output_;
  std::stop_token stop_;
  Steady::time_point began_;
};

}  // namespace

tl::expected<Result, std::string> run(const Options& options, const Output& output,
                                      const std::stop_token& stop) {
  auto input = read_input(options);
  if (!input) return tl::unexpected(input.error());
  SessionOptions with_order = options.session;
  with_order.order = input->scenario.order;
  auto session = Session::open(std::move(with_order), stop);
  if (!session) return tl::unexpected(session.error());
  return Run{options, std::move(*input), **session, output, stop}.run();
}

}  // namespace navbat::sim
