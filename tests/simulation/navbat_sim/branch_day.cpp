// The day's clockwork and its customers; branch_day_tellers.cpp has the tellers.

#include "tests/simulation/navbat_sim/branch_day.h"

#include <algorithm>
#include <array>

#include "tests/simulation/navbat_sim/limits.h"

namespace navbat::sim {

BranchDay::BranchDay(DayPlan plan, Pace pace, Session& session, DayTally& tally,
                     std::stop_token stop)
    : plan_(std::move(plan)),
      pace_(pace),
      session_(session),
      tally_(tally),
      stop_(std::move(stop)),
      pacer_(pace.speed, plan_.opens),
      customers_(plan_.customers.size()),
      moved_(Pacer::Steady::now()),
      next_line_(Pacer::Steady::now() + kProgressEvery) {
  for (int k = 1; k <= std::max(1, pace.kiosks); ++k) kiosks_.push_back(session_.kiosk(k));
  for (const PlannedTeller& planned : plan_.tellers) {
    tellers_.emplace_back();
    tellers_.back().actor = session_.teller(planned.counter);
    last_shift_ends_ = std::max(last_shift_ends_, planned.shifts.back().to);
  }
  for (std::size_t t = 0; t < tellers_.size(); ++t) {
    plan_next(plan_.tellers[t].shifts.front().from, What::kTellerFree, t);
  }
  for (std::size_t c = 0; c < customers_.size(); ++c) {
    plan_next(plan_.customers[c].arrives, What::kArrives, c);
  }
}

void BranchDay::plan_next(SimTime at, What what, std::size_t who) {
  heap_.push({at, ++order_, what, who});
}

void BranchDay::happen(const Next& next) {
  switch (next.what) {
    case What::kArrives:
      return arrive(next.who);
    case What::kLeaves:
      return leave(next.who);
    case What::kTellerFree:
      return teller_free(next.who);
    case What::kAtCounter:
      return at_counter(next.who);
    case What::kServed:
      return served(next.who);
  }
}

bool BranchDay::out_of_time() const {
  return stop_.stop_requested() || (pace_.until && Pacer::Steady::now() >= *pace_.until);
}

bool BranchDay::over() const {
  if (over_ < customers_.size()) return false;
  return std::none_of(tellers_.begin(), tellers_.end(),
                      [](const Teller& teller) { return teller.at == At::kBusy; });
}

// True when the next thing is due; false when somebody else did something in the branch first.
bool BranchDay::wait_for_next(const std::function<void(const std::string&)>& progress) {
  while (!out_of_time()) {
    if (Pacer::Steady::now() >= next_line_) {
      progress(progress_line());
      next_line_ = Pacer::Steady::now() + kProgressEvery;
    }
    if (!heap_.empty() && pacer_.jumps()) return true;
    const auto look_up = Pacer::Steady::now() + kIdleLook;
    const auto due = heap_.empty() ? look_up : pacer_.real(heap_.top().at);
    if (Pacer::Steady::now() >= due) return !heap_.empty();
    if (session_.bell().wait(seen_, std::min({due, look_up, next_line_}))) {
      seen_ = session_.bell().rung();
      return false;
    }
  }
  return false;
}

bool BranchDay::run(const std::function<void(const std::string&)>& progress) {
  while (!over() && !out_of_time()) {
    if (!wait_for_next(progress)) {
      wake_idle_tellers();
      if (heap_.empty()) settle_what_others_did();
      if (heap_.empty() && Pacer::Steady::now() - moved_ > kStuckAfter) break;
      continue;
    }
    moved_ = Pacer::Steady::now();
    const Next next = heap_.top();
    heap_.pop();
    pacer_.reach(next.at);
    happen(next);
  }
  progress(progress_line());
  return over() || !out_of_time();
}

// A real person at a console may have dealt with the planned customers.
void BranchDay::settle_what_others_did() {
  session_.follower().with_auditor([&](const EventAuditor& auditor) {
    for (Customer& customer : customers_) {
      if (customer.over || !customer.ticket) continue;
      const auto found = auditor.tickets().find(*customer.ticket);
      if (found == auditor.tickets().end() || domain::is_open(found->second.state)) continue;
      customer.over = true;
      ++over_;
      moved_ = Pacer::Steady::now();
    }
  });
}

void BranchDay::arrive(std::size_t index) {
  const PlannedCustomer& planned = plan_.customers[index];
  Customer& customer = customers_[index];
  Actor& kiosk = *kiosks_[index % kiosks_.size()];
  kiosk.set_time(now());
  const Answer answer = kiosk.issue({planned.service, planned.language, planned.priority});
  if (!answer.ticket) {
    customer.over = true;
    ++over_;
    if (!stop_.stop_requested()) {
      session_.findings().add("A ticket was refused with " + std::to_string(answer.status) + ".");
    }
    return;
  }
  ++tally_.tickets;
  customer.ticket = answer.ticket->ticket.id;
  by_ticket_[*customer.ticket] = index;
  if (planned.leaves) plan_next(std::max(now(), *planned.leaves), What::kLeaves, index);
  wake_idle_tellers();
}

void BranchDay::leave(std::size_t index) {
  Customer& customer = customers_[index];
  if (customer.over || customer.called) return;
  Actor& kiosk = *kiosks_[index % kiosks_.size()];
  kiosk.set_time(now());
  const Answer answer = kiosk.ticket(*customer.ticket, "cancel");
  // Refused: called in that very moment, or dealt with by a real person.
  if (!answer.ticket) return;
  customer.over = true;
  ++over_;
  ++tally_.left;
}

std::string BranchDay::progress_line() const {
  const auto at = std::chrono::duration_cast<std::chrono::minutes>(now()).count();
  std::array<char, 16> clock{};
  std::snprintf(clock.data(), clock.size(), "%02d:%02d", static_cast<int>(at / 60),
                static_cast<int>(at % 60));
  const auto waiting =
      tally_.tickets - static_cast<std::int64_t>(tally_.waits.size()) - tally_.left;
  return std::string{clock.data()} + "  tickets " + std::to_string(tally_.tickets) + " of " +
         std::to_string(customers_.size()) + "  waiting " + std::to_string(waiting) + "  served " +
         std::to_string(tally_.served) + "  left " + std::to_string(tally_.left) + "  no-shows " +
         std::to_string(tally_.no_shows) + "  broken " +
         std::to_string(session_.findings().count());
}

}  // namespace navbat::sim
