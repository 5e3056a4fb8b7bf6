#pragma once
// The promise that a ticket carries, and the interface of whoever can make one.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.h"
#include "domain/time.h"

namespace navbat::domain {

struct Event;
struct Ticket;
class BranchState;

// "About low–high, 9 in 10 wait under limit": P25, P75 and P90 of the wait, counted from `made_at`.
struct Promise {
  Seconds low{};
  Seconds high{};
  Seconds limit{};
  Timestamp made_at{};
  friend bool operator==(const Promise&, const Promise&) = default;
};

// The distribution of a wait that is still ahead, counted from the moment of asking. Ascending.
struct WaitQuantiles {
  Seconds p10{};
  Seconds p25{};
  Seconds p50{};
  Seconds p75{};
  Seconds p90{};
  friend bool operator==(const WaitQuantiles&, const WaitQuantiles&) = default;
};

// A range of waits as it travels: P25, P75 and P90, counted from the moment it was asked for.
struct WaitRange {
  Seconds low{};
  Seconds high{};
  Seconds limit{};
  friend bool operator==(const WaitRange&, const WaitRange&) = default;
};

[[nodiscard]] Promise to_promise(const WaitQuantiles& wait, Timestamp made_at);

// Kept: called within the limit. The goal is nine in ten.
[[nodiscard]] bool is_kept(const Promise& promise, Timestamp called_at);

// Foretells waits from a branch's state and learns from its events. Not thread-safe; one instance a
// branch, owned by whoever owns the state. Deterministic: the same events give the same answers.
class PromiseEstimator {
 public:
  virtual ~PromiseEstimator() = default;

  // Learns from an event; called for each one, in order, with the state just before it is applied.
  virtual void observe(const BranchState& before, const Event& event) = 0;

  // The wait of a ticket that joined `service` now. Nothing when there is no honest estimate.
  [[nodiscard]] virtual std::optional<WaitQuantiles> if_joined_now(const BranchState& state,
                                                                   const ServiceId& service,
                                                                   Timestamp now) const = 0;

  // The remaining wait of a ticket that waits.
  [[nodiscard]] virtual std::optional<WaitQuantiles> for_ticket(const BranchState& state,
                                                                const Ticket& ticket,
                                                                Timestamp now) const = 0;

  // What was learned, as versioned text that `restore` reads; unreadable text is refused and
  // forgets nothing.
  [[nodiscard]] virtual std::string save() const = 0;
  [[nodiscard]] virtual bool restore(std::string_view saved) = 0;
};

}  // namespace navbat::domain
