#pragma once
// Whether a service can be asked for at some moment, by its hours and its quota: the same answer on
// the server and on a kiosk that is alone.

#include <optional>
#include <string_view>

#include "domain/business_day.h"
#include "domain/opening_hours.h"

namespace navbat::domain {

enum class ClosedBecause { kHours, kQuota };
[[nodiscard]] std::string_view to_string(ClosedBecause because);  // "hours", "quota"
[[nodiscard]] std::optional<ClosedBecause> parse_closed_because(std::string_view text);

// A minute on the branch's clocks; BranchCalendar::instant() says when that is.
struct LocalMinute {
  std::chrono::year_month_day date{};
  int minute = 0;  // After midnight.
  friend bool operator==(const LocalMinute&, const LocalMinute&) = default;
};

struct Availability {
  std::optional<ClosedBecause> closed_because;  // Nothing: open.
  // Closed: when the service opens next. Nothing when that is farther away than `kOpensWithin`, or
  // when only the new business day of a branch without hours brings tickets again.
  std::optional<LocalMinute> opens_at;

  [[nodiscard]] bool is_open() const { return !closed_because.has_value(); }
};

inline constexpr int kOpensWithin = 31;  // Days.

// `quota` is how many tickets a business day the service gives, `issued_today` how many it gave.
// A quota that is used up closes the rest of the local day, later spans of it too.
[[nodiscard]] Availability availability(const ServiceHours& hours, std::optional<int> quota,
                                        int issued_today, const LocalTime& now);

}  // namespace navbat::domain
