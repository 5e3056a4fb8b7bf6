#pragma once
// How a promise is shown: whole minutes, rounded outwards so that rounding never promises more than
// was meant.

#include "domain/promise.h"

namespace navbat::domain {

// Minutes as shown: "about low–high min, 9 in 10 wait under limit".
struct PromiseRange {
  int low_min = 0;
  int high_min = 1;   // At least low_min and 1.
  int limit_min = 1;  // At least high_min, never 0.
  friend bool operator==(const PromiseRange&, const PromiseRange&) = default;
};

// Low is rounded down, high and limit up: to whole minutes up to 30, to multiples of 5 above,
// because a finer figure would pretend a precision that no forecast has.
[[nodiscard]] PromiseRange shown_range(Seconds low, Seconds high, Seconds limit);

}  // namespace navbat::domain
