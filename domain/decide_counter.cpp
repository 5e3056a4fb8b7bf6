// Tellers come to counters, pause and leave.

#include "domain/commands.h"

namespace navbat::domain {
namespace {

Rejection rejection(RejectionCode code, std::string detail, std::string expected) {
  return {code, std::move(detail), std::move(expected), {}, {}};
}

Outcome<const CounterState*> find(const BranchState& state, const CounterId& id) {
  const CounterState* counter = state.find_counter(id);
  if (counter != nullptr) return counter;
  return tl::unexpected(rejection(RejectionCode::kUnknownCounter,
                                  "The branch has no counter \"" + id.value() + "\".",
                                  "a counter of the branch"));
}

Outcome<const CounterState*> find_free(const BranchState& state, const CounterId& id) {
  return find(state, id).and_then([&](const CounterState* counter) -> Outcome<const CounterState*> {
    if (!counter->ticket) return counter;
    const Ticket* ticket = state.find(*counter->ticket);
    Rejection busy =
        rejection(RejectionCode::kCounterBusy,
                  "Counter " + id.value() + " still has " + ticket->label.to_string() + ".",
                  "a counter without a called or served ticket");
    busy.state = ticket->state;
    busy.ticket = ticket->id;
    return tl::unexpected(std::move(busy));
  });
}

Outcome<std::vector<ServiceId>> services_of(const BranchState& state, const OpenCounter& command) {
  std::vector<ServiceId> services = command.services;
  for (const ServiceId& service : services) {
    if (state.config().find_service(service) == nullptr) {
      return tl::unexpected(rejection(RejectionCode::kUnknownService,
                                      "The branch has no service \"" + service.value() + "\".",
                                      "services of the branch"));
    }
  }
  if (services.empty()) {
    for (const Service& service : state.config().services) services.push_back(service.id);
  }
  return services;
}

}  // namespace

Decision decide_open_counter(const BranchState& state, const OpenCounter& command) {
  const auto services = services_of(state, command);
  if (!services) return tl::unexpected(services.error());
  const auto found = find(state, command.counter);
  if (!found) return tl::unexpected(found.error());
  const CounterState& counter = **found;
  if (counter.open && counter.teller == command.teller && counter.services == *services &&
      !counter.paused) {
    return std::vector<EventPayload>{};
  }
  std::vector<EventPayload> events;
  // One teller a counter, one counter a teller: whoever was here, or wherever the teller was,
  // closes first.
  for (const CounterState& other : state.counters()) {
    if (!other.open || (other.id != command.counter && other.teller != command.teller)) continue;
    if (auto free = find_free(state, other.id); !free) return tl::unexpected(free.error());
    events.push_back(CounterClosed{other.id});
  }
  events.push_back(CounterOpened{command.counter, command.teller, *services});
  return events;
}

Decision decide_close_counter(const BranchState& state, const CounterId& id) {
  return find_free(state, id).map([&](const CounterState* counter) {
    std::vector<EventPayload> events;
    if (counter->open) events.push_back(CounterClosed{id});
    return events;
  });
}

Decision decide_pause_counter(const BranchState& state, const CounterId& id,
                              const std::string& reason) {
  constexpr std::size_t kLongestReason = 200;
  const auto found = find_free(state, id);
  if (!found) return tl::unexpected(found.error());
  if (!(*found)->open) {
    return tl::unexpected(rejection(RejectionCode::kCounterNotOpen,
                                    "Counter " + id.value() + " is closed.", "an open counter"));
  }
  if (reason.size() > kLongestReason) {
    return tl::unexpected(
        rejection(RejectionCode::kInvalidValue, "The reason is too long.", "at most 200 bytes"));
  }
  std::vector<EventPayload> events;
  if (!(*found)->paused) events.push_back(CounterPaused{id, reason});
  return events;
}

Decision decide_resume_counter(const BranchState& state, const CounterId& id) {
  const auto found = find(state, id);
  if (!found) return tl::unexpected(found.error());
  if (!(*found)->open) {
    return tl::unexpected(rejection(RejectionCode::kCounterNotOpen,
                                    "Counter " + id.value() + " is closed.", "an open counter"));
  }
  std::vector<EventPayload> events;
  if ((*found)->paused) events.push_back(CounterResumed{id});
  return events;
}

}  // namespace navbat::domain
