#include "domain/delay.h"

#include <algorithm>
#include <array>
#include <vector>

#include "domain/branch_state.h"
#include "domain/calling_order.h"

namespace navbat::domain {
namespace {

constexpr std::array<std::string_view, 3> kNames{"fewer_counters", "long_services", "many_people"};
constexpr std::array<PriorityClass, kPriorityClasses> kClasses{
    PriorityClass::kNormal, PriorityClass::kPriority, PriorityClass::kTransfer,
    PriorityClass::kAppointment};

constexpr int kFewestSlipped = 2;
// Services that took together this much of what is usual are what delays the others.
constexpr std::int64_t kLongPercent = 125;

struct Slipped {
  const Ticket* ticket = nullptr;
  bool is_past = false;  // Its limit has passed already.
  WaitQuantiles ahead;
};

bool carries_promise(const Ticket& ticket) {
  return ticket.promise && ticket.transfers == 0 && !ticket.called_at;
}

// Waiting tickets that may have slipped, first come first. Whoever came last has the most ahead:
// a ticket that could wait as long as that and keep its promise need not be asked for.
std::vector<const Ticket*> may_have_slipped(const BranchState& state, const ServiceId& service,
                                            Seconds most_ahead, Timestamp now) {
  std::vector<QueuePlace> places;
  for (const PriorityClass c : kClasses) {
    for (const QueuePlace& place : state.line(service, c)) {
      const Ticket& ticket = *state.find(place.ticket);
      if (!carries_promise(ticket)) continue;
      if (now + most_ahead - ticket.promise->made_at <= ticket.promise->limit) continue;
      places.push_back(place);
    }
  }
  std::sort(places.begin(), places.end());
  if (places.size() > kMostAskedForDelay) places.resize(kMostAskedForDelay);
  std::vector<const Ticket*> tickets;
  for (const QueuePlace& place : places) tickets.push_back(state.find(place.ticket));
  return tickets;
}

std::vector<Slipped> find_slipped(const BranchState& state, const PromiseEstimator& estimator,
                                  const ServiceId& service, Timestamp now) {
  const auto joining = estimator.if_joined_now(state, service, now);
  if (!joining) return {};
  std::vector<Slipped> slipped;
  for (const Ticket* ticket : may_have_slipped(state, service, joining->p50, now)) {
    const auto ahead = estimator.for_ticket(state, *ticket, now);
    if (!ahead) continue;
    const Milliseconds waited = now - ticket->promise->made_at;
    if (waited + ahead->p50 <= ticket->promise->limit) continue;
    slipped.push_back({ticket, waited > ticket->promise->limit, *ahead});
  }
  return slipped;
}

bool are_fewer_counters(const BranchState& state, const ServiceId& service,
                        const std::vector<Slipped>& slipped) {
  std::int64_t promised = 0;
  for (const Slipped& one : slipped) promised += one.ticket->promised_counters;
  return state.working_counters(service) * static_cast<std::int64_t>(slipped.size()) < promised;
}

// Of the customers who were called since the first of these promises: a service under way counts as
// usual until it exceeds that.
bool are_services_long(const BranchState& state, const ServiceId& service, Timestamp since,
                       Timestamp now) {
  const std::vector<ServiceId> competing = competing_services(state, service);
  Milliseconds spent{};
  Milliseconds usual{};
  for (const auto& [id, ticket] : state.tickets()) {
    const bool is_served = is_at_counter(ticket.state);
    if (!is_served && ticket.state != TicketState::kFinished) continue;
    if (!ticket.called_at || *ticket.called_at < since) continue;
    if (std::find(competing.begin(), competing.end(), ticket.service) == competing.end()) continue;
    const Milliseconds own = (is_served ? now : ticket.ended_at.value_or(now)) - *ticket.called_at;
    const Milliseconds expected = state.config().find_service(ticket.service)->usual_service;
    spent += own;
    usual += is_served ? std::min(own, expected) : expected;
  }
  return spent * 100 > usual * kLongPercent;
}

DelayReason reason_for(const BranchState& state, const ServiceId& service,
                       const std::vector<Slipped>& slipped, Timestamp now) {
  if (are_fewer_counters(state, service, slipped)) return DelayReason::kFewerCounters;
  Timestamp since = now;
  for (const Slipped& one : slipped) since = std::min(since, one.ticket->promise->made_at);
  if (are_services_long(state, service, since, now)) return DelayReason::kLongServices;
  return DelayReason::kManyPeople;
}

}  // namespace

std::optional<ServiceDelay> find_delay(const BranchState& state, const PromiseEstimator& estimator,
                                       const ServiceId& service, Timestamp now) {
  const std::vector<Slipped> slipped = find_slipped(state, estimator, service, now);
  const bool is_one_past =
      std::any_of(slipped.begin(), slipped.end(), [](const Slipped& one) { return one.is_past; });
  if (static_cast<int>(slipped.size()) < kFewestSlipped && !is_one_past) return std::nullopt;
  const WaitQuantiles& first = slipped.front().ahead;
  ServiceDelay delay{.reason = reason_for(state, service, slipped, now),
                     .tickets = static_cast<int>(slipped.size()),
                     .wait = {first.p25, first.p75, first.p90}};
  for (const Slipped& one : slipped) {
    delay.wait.low = std::min(delay.wait.low, one.ahead.p25);
    delay.wait.high = std::max(delay.wait.high, one.ahead.p75);
    delay.wait.limit = std::max(delay.wait.limit, one.ahead.p90);
  }
  return delay;
}

std::string_view to_string(DelayReason reason) { return kNames[static_cast<std::size_t>(reason)]; }

std::optional<DelayReason> parse_delay_reason(std::string_view text) {
  const auto found = std::find(kNames.begin(), kNames.end(), text);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<DelayReason>(found - kNames.begin());
}

}  // namespace navbat::domain
