#include "tests/simulation/navbat_sim/load.h"

#include <boost/json.hpp>
#include <thread>

#include "tests/simulation/navbat_sim/limits.h"

namespace navbat::sim {
namespace {

namespace json = boost::json;

NewTicket draw_wish(const Scenario& scenario, Random& random) {
  std::vector<double> weights;
  for (const ServiceDemand& service : scenario.services) {
    weights.push_back(service.arrivals_per_hour);
  }
  NewTicket wish;
  wish.service = scenario.services[random.pick(weights)].id;
  weights.clear();
  for (const LanguageShare& share : scenario.languages) weights.push_back(share.share);
  if (!weights.empty()) wish.language = scenario.languages[random.pick(weights)].language;
  wish.priority = random.chance(scenario.priority);
  return wish;
}

const ServiceDemand* demand_of(const Scenario& scenario, const domain::ServiceId& service) {
  for (const ServiceDemand& demand : scenario.services) {
    if (demand.id == service) return &demand;
  }
  return nullptr;
}

}  // namespace

Load::Load(const Scenario& scenario, LoadOptions options, Session& session, std::stop_token stop)
    : scenario_(scenario),
      options_(std::move(options)),
      session_(session),
      stop_(std::move(stop)) {}

void Load::run_kiosk(int number) {
  Random random{options_.seed * 1'000 + static_cast<std::uint64_t>(number)};
  const auto kiosk = session_.kiosk(number);
  while (!stopped() && !enough_ && next_.fetch_add(1) < options_.tickets) {
    const Answer answer = kiosk->issue(draw_wish(scenario_, random));
    if (!answer.ticket) {
      if (!stopped()) {
        session_.findings().add("A ticket was refused with " + std::to_string(answer.status) + ".");
      }
      continue;
    }
    // Some think better of it; who is called in that very moment is refused, which is right.
    if (random.chance(scenario_.no_show)) {
      static_cast<void>(kiosk->ticket(answer.ticket->ticket.id, "cancel"));
    }
  }
  --kiosks_at_work_;
}

void Load::serve(Actor& teller, const protocol::TicketView& called, Random& random) {
  const domain::Ticket& ticket = called.ticket;
  if (random.chance(scenario_.no_show)) {
    static_cast<void>(teller.ticket(ticket.id, "recall"));
    static_cast<void>(teller.ticket(ticket.id, "no-show"));
    return;
  }
  static_cast<void>(teller.ticket(ticket.id, "start"));
  const ServiceDemand* demand = demand_of(scenario_, ticket.service);
  if (demand != nullptr && demand->transfer_to && random.chance(demand->transfer)) {
    const std::string body =
        json::serialize(json::object{{"service", demand->transfer_to->value()}});
    static_cast<void>(teller.ticket(ticket.id, "transfer", body));
    return;
  }
  static_cast<void>(teller.ticket(ticket.id, "finish"));
}

void Load::resume_where_it_was(Actor& teller, const Answer& refusal, Random& random) {
  const auto id = refusal.blocking_ticket();
  if (!id) return;
  const Answer now = teller.look_at(*id);
  if (!now.ticket) return;
  if (now.ticket->ticket.state == domain::TicketState::kServing) {
    static_cast<void>(teller.ticket(*id, "finish"));
  } else {
    serve(teller, *now.ticket, random);
  }
}

bool Load::everything_done() {
  if (kiosks_at_work_ > 0) return false;
  bool nobody_waits = false;
  session_.follower().with_auditor([&](const EventAuditor& auditor) {
    nobody_waits = auditor.gave_up() || (auditor.state().waiting_total() == 0 &&
                                         auditor.tickets().size() >= session_.journal().issued());
  });
  return nobody_waits;
}

void Load::run_teller(const domain::CounterId& counter, std::uint64_t seed) {
  Random random{seed};
  const auto teller = session_.teller(counter);
  static_cast<void>(teller->counter(counter, "open", ""));
  while (!stopped()) {
    const std::uint64_t seen = session_.bell().rung();
    const Answer answer = teller->call(counter);
    if (answer.ticket) {
      serve(*teller, *answer.ticket, random);
    } else if (answer.status == 409) {
      resume_where_it_was(*teller, answer, random);
    } else {
      if (everything_done()) break;
      static_cast<void>(session_.bell().wait(seen, Bell::Steady::now() + kIdleLook));
    }
  }
  --tellers_at_work_;
}

std::string Load::progress_line() {
  std::string line;
  session_.follower().with_auditor([&](const EventAuditor& auditor) {
    line = "taken " + std::to_string(std::min(next_.load(), options_.tickets)) + " of " +
           std::to_string(options_.tickets) + "  called " + std::to_string(auditor.calls()) +
           "  waiting " + std::to_string(auditor.state().waiting_total()) + "  version " +
           std::to_string(auditor.state().version()) + "  broken " +
           std::to_string(session_.findings().count());
  });
  return line;
}

void Load::run(const std::function<void(const std::string&)>& progress) {
  std::vector<std::jthread> threads;
  kiosks_at_work_ = options_.kiosks;
  tellers_at_work_ = static_cast<int>(options_.counters.size());
  for (int k = 1; k <= options_.kiosks; ++k) {
    threads.emplace_back([this, k] { run_kiosk(k); });
  }
  std::uint64_t seed = options_.seed * 1'000 + 500;
  for (const domain::CounterId& counter : options_.counters) {
    threads.emplace_back([this, counter, own = ++seed] { run_teller(counter, own); });
  }
  Bell never;
  auto next_line = Bell::Steady::now() + kProgressEvery;
  while (kiosks_at_work_ > 0 || tellers_at_work_ > 0) {
    constexpr std::chrono::milliseconds kLook{20};
    static_cast<void>(never.wait(0, Bell::Steady::now() + kLook));
    if (Bell::Steady::now() < next_line) continue;
    progress(progress_line());
    next_line += kProgressEvery;
  }
  progress(progress_line());
}

}  // namespace navbat::sim
