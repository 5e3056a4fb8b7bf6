// What tellers do all day.

#include <algorithm>
#include <boost/json.hpp>

#include "tests/simulation/navbat_sim/branch_day.h"
#include "tests/simulation/navbat_sim/limits.h"

namespace navbat::sim {
namespace {

namespace json = boost::json;

std::string services_body(const std::vector<domain::ServiceId>& services) {
  if (services.empty()) return "";
  json::array names;
  for (const domain::ServiceId& service : services) {
    names.emplace_back(json::string(service.value()));
  }
  return json::serialize(json::object{{"services", std::move(names)}});
}

}  // namespace

// In a shift; after the last shift of all, for as long as somebody is left.
bool BranchDay::is_due_at_work(std::size_t index) {
  const PlannedTeller& planned = plan_.tellers[index];
  Teller& teller = tellers_[index];
  while (teller.shift < planned.shifts.size() && now() >= planned.shifts[teller.shift].to) {
    ++teller.shift;
  }
  if (teller.shift < planned.shifts.size()) return now() >= planned.shifts[teller.shift].from;
  return planned.shifts.back().to >= last_shift_ends_ && !over();
}

void BranchDay::teller_free(std::size_t index) {
  const PlannedTeller& planned = plan_.tellers[index];
  Teller& teller = tellers_[index];
  if (teller.at == At::kBusy) return;
  teller.actor->set_time(now());
  if (teller.at == At::kBreak) {
    static_cast<void>(teller.actor->counter(planned.counter, "resume", ""));
    teller.at = At::kIdle;
  }
  if (!is_due_at_work(index)) {
    if (teller.at != At::kAway) go(index);
    if (teller.shift < planned.shifts.size()) {
      plan_next(planned.shifts[teller.shift].from, What::kTellerFree, index);
    }
    return;
  }
  if (teller.at == At::kAway) come(index);
  if (teller.at == At::kIdle && !take_break(index)) call_next(index);
}

void BranchDay::come(std::size_t index) {
  const PlannedTeller& planned = plan_.tellers[index];
  Teller& teller = tellers_[index];
  const Answer answer =
      teller.actor->counter(planned.counter, "open", services_body(planned.services));
  teller.at = At::kIdle;
  teller.idle_since = now();
  if (answer.status == 409) adopt(index, answer);
}

void BranchDay::go(std::size_t index) {
  Teller& teller = tellers_[index];
  static_cast<void>(teller.actor->counter(plan_.tellers[index].counter, "close", ""));
  teller.at = At::kAway;
}

bool BranchDay::take_break(std::size_t index) {
  const PlannedTeller& planned = plan_.tellers[index];
  Teller& teller = tellers_[index];
  if (teller.next_break >= planned.breaks.size()) return false;
  const Period& due = planned.breaks[teller.next_break];
  if (now() < due.from) return false;
  ++teller.next_break;
  const Answer answer = teller.actor->counter(planned.counter, "pause", R"({"reason":"break"})");
  if (!answer.ok()) return false;
  teller.at = At::kBreak;
  plan_next(now() + (due.to - due.from), What::kTellerFree, index);
  return true;
}

void BranchDay::call_next(std::size_t index) {
  const PlannedTeller& planned = plan_.tellers[index];
  Teller& teller = tellers_[index];
  teller.actor->set_time(now());
  const Answer answer = teller.actor->call(planned.counter);
  if (answer.ticket) return take(index, *answer.ticket);
  if (answer.status == 409) return adopt(index, answer);
  // Whoever idles notices the end of the shift and the break all the same.
  SimTime look = SimTime::max();
  if (teller.shift < planned.shifts.size()) look = planned.shifts[teller.shift].to;
  if (teller.next_break < planned.breaks.size()) {
    look = std::min(look, planned.breaks[teller.next_break].from);
  }
  if (look == SimTime::max() || look <= now() || look == teller.looks_up) return;
  teller.looks_up = look;
  plan_next(look, What::kTellerFree, index);
}

// The one who idles longest calls first.
void BranchDay::wake_idle_tellers() {
  std::vector<std::size_t> idle;
  for (std::size_t t = 0; t < tellers_.size(); ++t) {
    if (tellers_[t].at == At::kIdle) idle.push_back(t);
  }
  if (idle.empty()) return;
  std::stable_sort(idle.begin(), idle.end(), [&](std::size_t a, std::size_t b) {
    return tellers_[a].idle_since < tellers_[b].idle_since;
  });
  bool somebody_waits = true;
  session_.follower().with_auditor([&](const EventAuditor& auditor) {
    somebody_waits = auditor.state().waiting_total() > 0 ||
                     auditor.tickets().size() < session_.journal().issued();
  });
  if (!somebody_waits) return;
  for (const std::size_t t : idle) {
    call_next(t);
    // Who serves everything and finds nobody speaks for the others.
    if (tellers_[t].at == At::kIdle && plan_.tellers[t].services.empty()) return;
  }
}

SimTime BranchDay::service_time(std::size_t index, const domain::ServiceId& service) {
  const Teller& teller = tellers_[index];
  if (teller.customer) return plan_.customers[*teller.customer].service_time;
  const auto found = plan_.service_times.find(service);
  const ServiceTime usual = found == plan_.service_times.end() ? ServiceTime{} : found->second;
  return SimTime{static_cast<std::int64_t>(1000 * random_.lognormal(usual.mean_s, usual.cv))};
}

void BranchDay::take(std::size_t index, const protocol::TicketView& view) {
  Teller& teller = tellers_[index];
  teller.at = At::kBusy;
  teller.ticket = view.ticket.id;
  teller.recalled = false;
  const auto ours = by_ticket_.find(view.ticket.id);
  teller.customer.reset();
  if (ours != by_ticket_.end()) teller.customer = ours->second;
  const SimTime usual = service_time(index, view.ticket.service);
  const double pace = plan_.tellers[index].pace;
  teller.service_time =
      SimTime{static_cast<std::int64_t>(static_cast<double>(usual.count()) * pace)};
  bool comes = true;
  if (teller.customer) {
    const PlannedCustomer& planned = plan_.customers[*teller.customer];
    Customer& customer = customers_[*teller.customer];
    if (!customer.called) tally_.waits.push_back(std::max(SimTime{}, now() - planned.arrives));
    customer.called = true;
    comes = !planned.no_show && now() <= planned.silent_after;
  }
  plan_next(now() + (comes ? plan_.walk : plan_.no_show), What::kAtCounter, index);
}

// The counter has a ticket from before (this program was restarted), or somebody paused or closed
// it.
void BranchDay::adopt(std::size_t index, const Answer& refusal) {
  Teller& teller = tellers_[index];
  const auto id = refusal.blocking_ticket();
  const Answer found = id ? teller.actor->look_at(*id) : Answer{};
  if (!found.ticket) {
    teller.at = At::kAway;
    plan_next(now() + kCounterBackoff, What::kTellerFree, index);
    return;
  }
  take(index, *found.ticket);
}

void BranchDay::at_counter(std::size_t index) {
  Teller& teller = tellers_[index];
  teller.actor->set_time(now());
  if (teller.customer) {
    const PlannedCustomer& planned = plan_.customers[*teller.customer];
    if (planned.no_show || now() > planned.silent_after) return did_not_come(index);
  }
  // Refused when a real person at the console was quicker: it is being served then, or over.
  static_cast<void>(teller.actor->ticket(*teller.ticket, "start"));
  plan_next(now() + teller.service_time, What::kServed, index);
}

void BranchDay::did_not_come(std::size_t index) {
  Teller& teller = tellers_[index];
  if (!teller.recalled) {
    teller.recalled = true;
    static_cast<void>(teller.actor->ticket(*teller.ticket, "recall"));
    plan_next(now() + plan_.no_show, What::kAtCounter, index);
    return;
  }
  static_cast<void>(teller.actor->ticket(*teller.ticket, "no-show"));
  ++tally_.no_shows;
  end_visit(index);
}

void BranchDay::served(std::size_t index) {
  Teller& teller = tellers_[index];
  teller.actor->set_time(now());
  if (teller.customer) {
    PlannedCustomer& planned = plan_.customers[*teller.customer];
    if (planned.transfer_to) {
      const std::string body =
          json::serialize(json::object{{"service", planned.transfer_to->value()}});
      planned.transfer_to.reset();
      const Answer answer = teller.actor->ticket(*teller.ticket, "transfer", body);
      if (answer.ok()) {
        ++tally_.transferred;
        teller.at = At::kIdle;
        teller.idle_since = now();
        wake_idle_tellers();
        if (teller.at == At::kIdle) teller_free(index);
        return;
      }
    }
  }
  static_cast<void>(teller.actor->ticket(*teller.ticket, "finish"));
  ++tally_.served;
  end_visit(index);
}

void BranchDay::end_visit(std::size_t index) {
  Teller& teller = tellers_[index];
  if (teller.customer && !customers_[*teller.customer].over) {
    customers_[*teller.customer].over = true;
    ++over_;
  }
  teller.at = At::kIdle;
  teller.idle_since = now();
  teller.ticket.reset();
  teller_free(index);
}

}  // namespace navbat::sim
