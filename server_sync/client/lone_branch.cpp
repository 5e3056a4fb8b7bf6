#include "server_sync/client/lone_branch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "domain/calling_order.h"
#include "server_sync/client/limits.h"

namespace navbat::client {
namespace {

using domain::Milliseconds;
using domain::Seconds;
using domain::Timestamp;

// Shorter waits say nothing about how much slower or quicker a branch is than its configuration.
constexpr Seconds kLeastToScale{60};
constexpr double kMostScale = 4;

// Ties of arrival are broken by id: whoever comes now stands behind everybody who is there.
constexpr domain::TicketId::Bytes kLastOfAll{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                             0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};

domain::BranchConfig config_of(const BranchInfo& info) {
  domain::BranchConfig config;
  config.id = info.id;
  for (const ServiceInfo& service : info.services) {
    config.services.push_back({.id = service.id,
                               .letter = service.letter,
                               .target_wait = service.target_wait,
                               .usual_service = std::max(Seconds{1}, service.usual_service)});
  }
  config.counters = info.counters;
  return config;
}

double scale(Seconds said, Seconds computed) {
  if (computed < kLeastToScale) return 1;
  const double ratio = static_cast<double>(said.count()) / static_cast<double>(computed.count());
  return std::clamp(ratio, 1 / kMostScale, kMostScale);
}

Seconds scaled(Seconds wait, double by) {
  return Seconds{std::llround(static_cast<double>(wait.count()) * by)};
}

}  // namespace

LoneBranch::LoneBranch(const BranchInfo& info, const QueueSnapshot& picture)
    : pictured_at_(picture.at),
      played_to_(picture.at),
      state_(config_of(info)),
      frozen_(state_),
      estimator_(state_.config()) {
  if (!picture.day || picture.waiting_total > kMostImagined) return;
  carry_out(state_, domain::decide_day(state_, *picture.day, picture.at), picture.at);
  open_counters(picture);
  fill_lines(picture);
  frozen_ = state_;
  learn_scales(picture);
}

void LoneBranch::open_counters(const QueueSnapshot& picture) {
  for (const CounterNow& counter : picture.counters) {
    const bool works = counter.status != domain::CounterStatus::kClosed &&
                       counter.status != domain::CounterStatus::kPaused;
    if (!works) continue;
    const domain::OpenCounter open{counter.counter, domain::TellerId{"teller"}, counter.services};
    carry_out(state_, domain::decide_open_counter(state_, open), picture.at);
    if (counter.ticket) seat(counter, counter.ticket->service);
  }
}

// The customer at a counter has on average half of the usual time left.
void LoneBranch::seat(const CounterNow& counter, const domain::ServiceId& service) {
  const domain::CounterState* open = state_.find_counter(counter.counter);
  if (open == nullptr ||
      std::find(open->services.begin(), open->services.end(), service) == open->services.end()) {
    return;
  }
  const domain::TicketId ticket = imagined_ticket(pictured_at_);
  issue(state_, ticket, service, pictured_at_);
  carry_out(state_, domain::decide_call(state_, {counter.counter, ticket}, pictured_at_),
            pictured_at_);
  free_at_[counter.counter] = pictured_at_ + usual(service) / 2;
}

// Arrivals spread evenly since the first one still waiting.
void LoneBranch::fill_lines(const QueueSnapshot& picture) {
  for (const ServiceQueue& queue : picture.services) {
    for (int i = 0; i < queue.waiting; ++i) {
      const Milliseconds waited = std::chrono::duration_cast<Milliseconds>(queue.longest_wait) *
                                  (queue.waiting - i) / queue.waiting;
      const Timestamp arrived = pictured_at_ - waited;
      issue(state_, imagined_ticket(arrived), queue.service, arrived);
    }
  }
}

void LoneBranch::learn_scales(const QueueSnapshot& picture) {
  for (const ServiceQueue& queue : picture.services) {
    if (!queue.promise || state_.config().find_service(queue.service) == nullptr) continue;
    const auto own = estimator_.if_joined_now(state_, queue.service, pictured_at_);
    if (!own) continue;
    scales_[queue.service] = {.low = scale(queue.promise->low, own->p25),
                              .high = scale(queue.promise->high, own->p75),
                              .limit = scale(queue.promise->limit, own->p90)};
  }
}

void LoneBranch::issued(const domain::TicketId& ticket, const domain::ServiceId& service,
                        Timestamp at) {
  const Timestamp joins = std::max(at, played_to_);
  play_until(joins);
  issue(state_, ticket, service, joins);
  issue(frozen_, ticket, service, joins);
}

std::optional<WaitEstimate> LoneBranch::estimate(const domain::ServiceId& service, Timestamp now) {
  if (now - pictured_at_ > kOwnEstimateFor) return std::nullopt;
  const auto found = scales_.find(service);
  if (found == scales_.end()) return std::nullopt;
  const Scale& by = found->second;
  play_until(now);
  const auto wait = estimator_.if_joined_now(state_, service, now);
  const auto standing = estimator_.if_joined_now(frozen_, service, now);
  if (!wait || !standing) return std::nullopt;
  domain::Ticket newcomer;
  newcomer.id = domain::TicketId(kLastOfAll);
  newcomer.service = service;
  newcomer.joined_at = now;
  newcomer.issued_at = now;
  WaitEstimate estimate;
  estimate.range.low = scaled(wait->p25, by.low);
  estimate.range.high = std::max(estimate.range.low, scaled(wait->p75, by.high));
  estimate.range.limit =
      std::max({estimate.range.high, scaled(wait->p90, by.limit), scaled(standing->p90, by.limit)});
  estimate.people_ahead = domain::people_ahead(state_, newcomer, now);
  estimate.live = false;
  return estimate;
}

void LoneBranch::play_until(Timestamp until) {
  call_all(played_to_);
  for (;;) {
    const auto next =
        std::min_element(free_at_.begin(), free_at_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (next == free_at_.end() || next->second > until) break;
    const auto [counter, at] = *next;
    free_at_.erase(next);
    played_to_ = std::max(played_to_, at);
    if (const auto ticket = state_.find_counter(counter)->ticket) {
      carry_out(state_, domain::decide_start(state_, {*ticket, counter}), played_to_);
      carry_out(state_, domain::decide_finish(state_, {*ticket, counter}, {}), played_to_);
    }
    call_all(played_to_);
  }
  played_to_ = std::max(played_to_, until);
}

// Every counter that is free calls who is next for it.
void LoneBranch::call_all(Timestamp at) {
  for (const domain::CounterId& id : state_.config().counters) {
    const domain::CounterState* counter = state_.find_counter(id);
    if (!counter->open || counter->ticket) continue;
    carry_out(state_, domain::decide_call(state_, {id, std::nullopt}, at), at);
    if (!counter->ticket) continue;
    free_at_[id] = at + usual(state_.find(*counter->ticket)->service);
  }
}

// At the pace that the server's promises show: where they are twice the computed ones, each service
// takes twice as long.
Milliseconds LoneBranch::usual(const domain::ServiceId& service) const {
  const domain::Service* known = state_.config().find_service(service);
  if (known == nullptr) return Milliseconds::zero();
  const auto found = scales_.find(service);
  const double pace = found == scales_.end() ? 1 : (found->second.low + found->second.high) / 2;
  return scaled(known->usual_service, pace);
}

void LoneBranch::issue(domain::BranchState& branch, const domain::TicketId& ticket,
                       const domain::ServiceId& service, Timestamp at) {
  domain::IssueTicket wish;
  wish.id = ticket;
  wish.service = service;
  wish.language = domain::LanguageTag{"en"};
  carry_out(branch, domain::decide_issue(branch, wish), at);
}

void LoneBranch::carry_out(domain::BranchState& branch, const domain::Decision& decision,
                           Timestamp at) {
  if (!decision) return;
  for (const domain::EventPayload& payload : *decision) {
    branch.apply({.version = branch.version() + 1,
                  .day = branch.day().value_or(domain::BusinessDay{}),
                  .at = at,
                  .recorded_at = at,
                  .actor = "imagined",
                  .payload = payload});
  }
}

domain::TicketId LoneBranch::imagined_ticket(Timestamp at) {
  std::array<std::uint8_t, 10> counted{};
  std::uint64_t number = ++imagined_;
  for (std::size_t i = counted.size(); i > 0 && number > 0; --i, number >>= 8U) {
    counted[i - 1] = static_cast<std::uint8_t>(number & 0xFFU);
  }
  return domain::TicketId::make(at, counted);
}

}  // namespace navbat::client
