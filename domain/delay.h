#pragma once
// A service that cannot keep what it promised to people who wait now, and why.

#include <optional>
#include <string_view>

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

[[nodiscard]] std::string_view to_string(DelayReason reason);  // "fewer_counters" …
[[nodiscard]] std::optional<DelayReason> parse_delay_reason(std::string_view text);

}  // namespace navbat::domain
