#include "domain/calling_order.h"

#include <algorithm>
#include <array>
#include <vector>

namespace navbat::domain {
namespace {

constexpr std::array<PriorityClass, kPriorityClasses> kClasses{
    PriorityClass::kNormal, PriorityClass::kPriority, PriorityClass::kTransfer,
    PriorityClass::kAppointment};

struct Candidate {
  const Ticket* ticket = nullptr;
  QueuePlace place;
  std::int64_t share = 0;
};

Candidate candidate(const BranchState& state, const QueuePlace& place, Timestamp now) {
  const Ticket* ticket = state.find(place.ticket);
  return {ticket, place, share_permille(state.config(), *ticket, now)};
}

// Within one line the first to come has the largest share, so the heads of the lines are all that
// can be next.
std::vector<Candidate> heads(const BranchState& state, const std::vector<ServiceId>& services,
                             Timestamp now) {
  std::vector<Candidate> result;
  for (const ServiceId& service : services) {
    for (const PriorityClass c : kClasses) {
      const Line& line = state.line(service, c);
      if (!line.empty()) result.push_back(candidate(state, *line.begin(), now));
    }
  }
  return result;
}

bool larger_share(const Candidate& a, const Candidate& b) {
  if (a.share != b.share) return a.share > b.share;
  return a.place < b.place;
}

bool came_first(const Candidate& a, const Candidate& b) { return a.place < b.place; }

bool is_normal(const Candidate& c) { return c.ticket->priority_class() == PriorityClass::kNormal; }

const Candidate* overtaken_often(const BranchState& state, const CounterState& counter,
                                 Timestamp now, Candidate& storage) {
  for (const QueuePlace& place : state.overtaken_often()) {
    const Ticket* ticket = state.find(place.ticket);
    const auto& served = counter.services;
    if (std::find(served.begin(), served.end(), ticket->service) == served.end()) continue;
    storage = candidate(state, place, now);
    return &storage;
  }
  return nullptr;
}

CallingReason reason_for(const BranchState& state, const Ticket& ticket, CallingRule rule,
                         Timestamp now) {
  CallingReason reason;
  reason.rule = rule;
  reason.priority_class = ticket.priority_class();
  reason.wait = std::chrono::floor<Seconds>(std::max(Milliseconds{0}, now - ticket.counts_from()));
  reason.target = state.config().find_service(ticket.service)->target_wait;
  reason.share_permille = share_permille(state.config(), ticket, now);
  reason.overtaken = ticket.overtaken;
  return reason;
}

// By the configured rule alone, after `streak` calls since the last normal one: sorts so that the
// first is next.
CallingRule sort_by_rule(const OrderPolicy& order, std::int32_t streak,
                         std::vector<Candidate>& candidates) {
  if (order.rule == OrderRule::kFifo) {
    std::sort(candidates.begin(), candidates.end(), came_first);
    return CallingRule::kFirstArrived;
  }
  if (order.rule == OrderRule::kRatio) {
    const bool normals_turn = streak >= order.ratio;
    std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
      if (is_normal(a) != is_normal(b)) return is_normal(a) == normals_turn;
      return came_first(a, b);
    });
    return CallingRule::kRatioTurn;
  }
  std::sort(candidates.begin(), candidates.end(), larger_share);
  return CallingRule::kLargestShare;
}

bool stands_before(const BranchState& state, const Candidate& other, const Candidate& own) {
  const bool by_share = state.config().order.rule == OrderRule::kAccumulating;
  return by_share ? larger_share(other, own) : came_first(other, own);
}

// How many of a line stand before `own`. Counted from the back, where newcomers are: at issue this
// looks at one.
int ahead_in_line(const BranchState& state, const Line& line, const Candidate& own, Timestamp now) {
  auto ahead = static_cast<int>(line.size());
  for (auto place = line.rbegin(); place != line.rend(); ++place) {
    const bool is_own = place->ticket == own.ticket->id;
    if (!is_own && stands_before(state, candidate(state, *place, now), own)) break;
    --ahead;
  }
  return ahead;
}

}  // namespace

std::int64_t share_permille(const BranchConfig& config, const Ticket& ticket, Timestamp now) {
  const Service* service = config.find_service(ticket.service);
  const auto weight =
      config.order.weight_permille[static_cast<std::size_t>(ticket.priority_class())];
  // Milliseconds × thousandths ÷ (seconds × 1000) = thousandths of the target.
  const std::int64_t wait_ms = (now - ticket.counts_from()).count();
  return wait_ms * weight / (service->target_wait.count() * 1000);
}

std::optional<NextCall> next_call(const BranchState& state, const CounterState& counter,
                                  Timestamp now) {
  std::vector<Candidate> candidates = heads(state, counter.services, now);
  if (candidates.empty()) return std::nullopt;
  CallingRule rule = sort_by_rule(state.config().order, state.priority_streak(), candidates);
  const Candidate* next = candidates.data();
  const Candidate* runner_up = candidates.size() > 1 ? &candidates[1] : nullptr;

  Candidate storage;
  const Candidate* often = overtaken_often(state, counter, now, storage);
  if (often != nullptr && rule != CallingRule::kFirstArrived && often->ticket != next->ticket) {
    runner_up = next;
    next = often;
    rule = CallingRule::kOvertakenOften;
  }

  NextCall result{next->ticket->id, reason_for(state, *next->ticket, rule, now)};
  if (runner_up != nullptr) {
    result.why.runner_up = runner_up->ticket->label;
    result.why.runner_up_share_permille = runner_up->share;
  }
  return result;
}

CallingReason chosen_reason(const BranchState& state, const Ticket& ticket, Timestamp now) {
  return reason_for(state, ticket, CallingRule::kChosenByTeller, now);
}

std::vector<ServiceId> competing_services(const BranchState& state, const ServiceId& service) {
  std::vector<ServiceId> result{service};
  for (const CounterState& counter : state.counters()) {
    const auto& served = counter.services;
    if (!counter.open || std::find(served.begin(), served.end(), service) == served.end()) continue;
    for (const ServiceId& other : served) {
      if (std::find(result.begin(), result.end(), other) == result.end()) result.push_back(other);
    }
  }
  return result;
}

std::vector<TicketId> next_in_line(const BranchState& state, const ServiceId& service,
                                   std::size_t most, Timestamp now) {
  const OrderPolicy& order = state.config().order;
  std::vector<TicketId> next;
  const auto is_taken = [&next](const TicketId& id) {
    return std::find(next.begin(), next.end(), id) != next.end();
  };
  if (order.rule != OrderRule::kFifo) {
    for (const QueuePlace& place : state.overtaken_often()) {
      if (next.size() == most) return next;
      if (state.find(place.ticket)->service == service) next.push_back(place.ticket);
    }
  }
  // Only the first `most` of each line can be among the first `most` of all.
  std::vector<Candidate> candidates;
  for (const PriorityClass c : kClasses) {
    std::size_t taken = 0;
    for (const QueuePlace& place : state.line(service, c)) {
      if (taken == most) break;
      if (is_taken(place.ticket)) continue;
      candidates.push_back(candidate(state, place, now));
      ++taken;
    }
  }
  std::int32_t streak = state.priority_streak();
  while (next.size() < most && !candidates.empty()) {
    sort_by_rule(order, streak, candidates);
    streak = is_normal(candidates.front()) ? 0 : streak + 1;
    next.push_back(candidates.front().ticket->id);
    candidates.erase(candidates.begin());
  }
  return next;
}

int people_ahead_in(const BranchState& state, const ServiceId& service, const Ticket& ticket,
                    Timestamp now) {
  const Candidate own{
      &ticket, {ticket.counts_from(), ticket.id}, share_permille(state.config(), ticket, now)};
  int ahead = 0;
  for (const PriorityClass c : kClasses) {
    ahead += ahead_in_line(state, state.line(service, c), own, now);
  }
  return ahead;
}

int people_ahead(const BranchState& state, const Ticket& ticket, Timestamp now) {
  int ahead = 0;
  for (const ServiceId& service : competing_services(state, ticket.service)) {
    ahead += people_ahead_in(state, service, ticket, now);
  }
  return ahead;
}

}  // namespace navbat::domain
