#pragma once
// A service that cannot keep what it promised to people who wait now, and why.

#include <cstddef>
#include <optional>
#include <string_view>

#include "domain/ids.h"
#include "domain/promise.h"

namespace navbat::domain {

enum class DelayReason {
  kFewerCounters,  // Fewer counters serve it than when the promises were made.
  kLongServices,   // A customer takes longer than usual.
  kManyPeople,     // Neither: more people came before them than was foreseen.
};

struct ServiceDelay {
  DelayReason reason = DelayReason::kManyPeople;
  int tickets = 0;  // That wait and will be called after their limit.
  WaitRange wait;   // What they still have ahead, from now: over all of them.
  friend bool operator==(const ServiceDelay&, const ServiceDelay&) = default;
};

// At most so many waiting tickets a service are asked for what is still ahead of them, first come
// first: the delay is reckoned again for every picture of the queue.
inline constexpr std::size_t kMostAskedForDelay = 40;

// The delay of `service` at `now`. A promise that a waiting ticket carries has slipped when what it
// has waited and half of what it may still have ahead (P50) exceed the limit. A delay is two such
// tickets, or one whose limit has passed already. Without an honest estimate of what is still ahead
// there is no new range to state, and so no delay. Promises of tickets that were called before, or
// came from another service, are not counted.
[[nodiscard]] std::optional<ServiceDelay> find_delay(const BranchState& state,
                                                     const PromiseEstimator& estimator,
                                                     const ServiceId& service, Timestamp now);

[[nodiscard]] std::string_view to_string(DelayReason reason);  // "fewer_counters" …
[[nodiscard]] std::optional<DelayReason> parse_delay_reason(std::string_view text);

}  // namespace navbat::domain
