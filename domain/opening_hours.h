#pragma once
// When a branch and its services are open, in the branch's local wall time.
//
// A day's hours are spans of minutes after local midnight. A special day replaces its weekday for
// the whole branch; a service with hours of its own is open while both it and the branch are.

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "domain/business_day.h"

namespace navbat::domain {

inline constexpr int kDayMinutes = 24 * 60;

// From the first minute to before the last: 0 <= from < to <= kDayMinutes.
struct OpenSpan {
  int from_min = 0;
  int to_min = kDayMinutes;
  friend auto operator<=>(const OpenSpan&, const OpenSpan&) = default;
};

// Ascending and apart from each other. Empty: closed all day.
using DaySpans = std::vector<OpenSpan>;

// "09:00-13:00 14:00-18:00"; "24:00" ends a day, an empty text is a closed day. The error says what
// was expected.
[[nodiscard]] tl::expected<DaySpans, std::string> parse_spans(std::string_view text);
[[nodiscard]] std::string to_string(const DaySpans& spans);
[[nodiscard]] DaySpans all_day();
// What lies in both.
[[nodiscard]] DaySpans common_spans(const DaySpans& a, const DaySpans& b);

struct WeekHours {
  std::array<DaySpans, 7> days;  // From Monday.
  friend bool operator==(const WeekHours&, const WeekHours&) = default;

  [[nodiscard]] const DaySpans& on(const std::chrono::year_month_day& date) const;
};
// The keys of a week in configuration and messages, from Monday: "mon" … "sun".
inline constexpr std::array<std::string_view, 7> kWeekdayKeys{"mon", "tue", "wed", "thu",
                                                              "fri", "sat", "sun"};

struct SpecialDay {
  std::chrono::year_month_day date{};
  DaySpans spans;
  friend bool operator==(const SpecialDay&, const SpecialDay&) = default;
};

struct OpeningHours {
  std::optional<WeekHours> week;  // Nothing: open at any time.
  std::vector<SpecialDay> special_days;
  friend bool operator==(const OpeningHours&, const OpeningHours&) = default;

  [[nodiscard]] DaySpans on(const std::chrono::year_month_day& date) const;
};

// When a service can be asked for: the branch's hours, and its own within them.
struct ServiceHours {
  OpeningHours branch;
  std::optional<WeekHours> own;

  [[nodiscard]] DaySpans on(const std::chrono::year_month_day& date) const;
};

}  // namespace navbat::domain
