#include "domain/waiting_time_estimator.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

#include "domain/branch_state.h"
#include "domain/calling_order.h"
#include "domain/event.h"

namespace navbat::domain {
namespace {

constexpr std::array<double, 5> kLevels{0.10, 0.25, 0.50, 0.75, 0.90};
// A wide first guess of realised ÷ expected, until outcomes correct it.
constexpr std::array<double, 5> kFirstRatios{0.35, 0.60, 0.95, 1.35, 1.90};
constexpr double kPriorWeight = 4;   // Pseudo-observations behind the configured service time.
constexpr double kMemory = 200;      // Services after which an observation counts for a third.
constexpr double kRatioStep = 0.04;  // Of the stochastic approximation, on the logarithm.
constexpr double kLeastRatio = 0.02;
constexpr double kMostRatio = 50;
constexpr double kShortestToLearn_s = 30;  // Ratios of shorter waits are noise.
constexpr double kLongestService_s = 4 * 3600;
constexpr double kLongestWait_s = 6 * 3600;  // Beyond it nothing honest can be said.
constexpr std::string_view kHeader = "waiting-time-estimator 1";

bool serves(const CounterState& counter, const ServiceId& service) {
  return std::find(counter.services.begin(), counter.services.end(), service) !=
         counter.services.end();
}

bool works(const CounterState& counter) { return counter.open && !counter.paused; }

// A ticket as it would be right after joining now; its id is only a tie-break.
Ticket joining(const ServiceId& service, Timestamp now) {
  Ticket ticket;
  ticket.service = service;
  ticket.joined_at = now;
  ticket.issued_at = now;
  return ticket;
}

}  // namespace

WaitingTimeEstimator::WaitingTimeEstimator(const BranchConfig& config) {
  for (const Service& service : config.services) {
    learned_[service.id] = {static_cast<double>(service.usual_service.count()), kPriorWeight,
                            kFirstRatios};
  }
}

void WaitingTimeEstimator::observe(const BranchState& before, const Event& event) {
  if (std::holds_alternative<DayOpened>(event.payload)) {
    expected_at_issue_.clear();
    return;
  }
  if (const auto* issued = std::get_if<TicketIssued>(&event.payload)) {
    const auto expected = expected_wait_s(before, issued->service, nullptr, event.at);
    if (expected && issued->day == before.day()) expected_at_issue_[issued->ticket] = *expected;
    return;
  }
  const TicketId* id = ticket_of(event.payload);
  const Ticket* ticket = id == nullptr ? nullptr : before.find(*id);
  if (ticket == nullptr) return;
  if (std::holds_alternative<TicketCalled>(event.payload)) {
    const auto expected = expected_at_issue_.find(*id);
    if (expected == expected_at_issue_.end()) return;
    if (expected->second >= kShortestToLearn_s && ticket->transfers == 0) {
      const double realised = static_cast<double>((event.at - ticket->issued_at).count()) / 1000.0;
      learn_ratio(ticket->service, realised / expected->second);
    }
    expected_at_issue_.erase(expected);
  } else if (std::holds_alternative<TicketFinished>(event.payload) && ticket->called_at) {
    learn_service_time(ticket->service,
                       static_cast<double>((event.at - *ticket->called_at).count()) / 1000.0);
  } else if (std::holds_alternative<TicketCancelled>(event.payload) ||
             std::holds_alternative<TicketTransferred>(event.payload)) {
    expected_at_issue_.erase(*id);
  }
}

std::optional<WaitQuantiles> WaitingTimeEstimator::if_joined_now(const BranchState& state,
                                                                 const ServiceId& service,
                                                                 Timestamp now) const {
  const auto expected = expected_wait_s(state, service, nullptr, now);
  if (!expected) return std::nullopt;
  return spread(service, *expected);
}

std::optional<WaitQuantiles> WaitingTimeEstimator::for_ticket(const BranchState& state,
                                                              const Ticket& ticket,
                                                              Timestamp now) const {
  const auto expected = expected_wait_s(state, ticket.service, &ticket, now);
  if (!expected) return std::nullopt;
  return spread(ticket.service, *expected);
}

std::optional<double> WaitingTimeEstimator::expected_wait_s(const BranchState& state,
                                                            const ServiceId& service,
                                                            const Ticket* ticket,
                                                            Timestamp now) const {
  int counters = 0;
  int idle = 0;
  double at_counters_s = 0;
  for (const CounterState& counter : state.counters()) {
    if (!works(counter) || !serves(counter, service)) continue;
    ++counters;
    if (!counter.ticket) {
      ++idle;
      continue;
    }
    // Half a mean service remains on average; less would pretend to know how far it is.
    const Ticket* served = state.find(*counter.ticket);
    at_counters_s += learned_.at(served->service).mean_service_s / 2;
  }
  if (counters == 0) return std::nullopt;

  const Ticket newcomer = joining(service, now);
  const Ticket& asked = ticket != nullptr ? *ticket : newcomer;
  double ahead_s = 0;
  int ahead = 0;
  for (const ServiceId& other : competing_services(state, service)) {
    const int people = ticket != nullptr ? people_ahead_in(state, other, asked, now)
                                         : static_cast<int>(state.waiting(other));
    // Counters that serve the other service but not this one take their part of its customers.
    int all = 0;
    int shared = 0;
    for (const CounterState& counter : state.counters()) {
      if (!works(counter) || !serves(counter, other)) continue;
      ++all;
      if (serves(counter, service)) ++shared;
    }
    const double part = all == 0 ? 1.0 : static_cast<double>(shared) / all;
    ahead_s += people * part * learned_.at(other).mean_service_s;
    ahead += people;
  }
  if (ahead < idle) return 0.0;
  const double expected = (ahead_s + at_counters_s) / counters;
  if (expected > kLongestWait_s) return std::nullopt;
  return expected;
}

WaitQuantiles WaitingTimeEstimator::spread(const ServiceId& service, double expected_s) const {
  const auto& ratio = learned_.at(service).ratio;
  const auto at = [&](std::size_t i) {
    return Seconds{static_cast<std::int64_t>(std::lround(expected_s * ratio[i]))};
  };
  return {at(0), at(1), at(2), at(3), std::max(at(4), Seconds{60})};
}

void WaitingTimeEstimator::learn_service_time(const ServiceId& service, double seconds) {
  Learned& learned = learned_.at(service);
  const double observed = std::clamp(seconds, 1.0, kLongestService_s);
  learned.weight = std::min(learned.weight + 1, kMemory);
  learned.mean_service_s += (observed - learned.mean_service_s) / learned.weight;
}

void WaitingTimeEstimator::learn_ratio(const ServiceId& service, double ratio) {
  auto& ratios = learned_.at(service).ratio;
  const double observed = std::clamp(ratio, kLeastRatio, kMostRatio);
  for (std::size_t i = 0; i < ratios.size(); ++i) {
    const double below = observed <= ratios[i] ? 1.0 : 0.0;
    ratios[i] = std::clamp(ratios[i] * std::exp(kRatioStep * (kLevels[i] - below)), kLeastRatio,
                           kMostRatio);
  }
  std::sort(ratios.begin(), ratios.end());
}

std::string WaitingTimeEstimator::save() const {
  std::map<ServiceId, Learned> ordered(learned_.begin(), learned_.end());
  std::ostringstream text;
  text.precision(17);
  text << kHeader << '\n';
  for (const auto& [service, learned] : ordered) {
    text << service.value() << ' ' << learned.mean_service_s << ' ' << learned.weight;
    for (const double ratio : learned.ratio) text << ' ' << ratio;
    text << '\n';
  }
  return text.str();
}

bool WaitingTimeEstimator::restore(std::string_view saved) {
  std::istringstream text{std::string{saved}};
  std::string header;
  if (!std::getline(text, header) || header != kHeader) return false;
  auto restored = learned_;
  std::string name;
  while (text >> name) {
    Learned learned;
    text >> learned.mean_service_s >> learned.weight;
    for (double& ratio : learned.ratio) text >> ratio;
    const bool sane = !text.fail() && learned.mean_service_s >= 1 &&
                      learned.mean_service_s <= kLongestService_s && learned.weight >= 1 &&
                      learned.weight <= kMemory &&
                      std::is_sorted(learned.ratio.begin(), learned.ratio.end()) &&
                      learned.ratio.front() >= kLeastRatio && learned.ratio.back() <= kMostRatio;
    if (!sane) return false;
    // A service that is offered no more is forgotten.
    if (const auto known = restored.find(ServiceId{name}); known != restored.end()) {
      known->second = learned;
    }
  }
  learned_ = std::move(restored);
  return true;
}

}  // namespace navbat::domain
