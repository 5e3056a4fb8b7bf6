#include "domain/availability.h"

#include <algorithm>

namespace navbat::domain {
namespace {

std::chrono::year_month_day days_after(const std::chrono::year_month_day& date, int days) {
  return std::chrono::year_month_day{std::chrono::sys_days{date} + std::chrono::days{days}};
}

bool contains(const DaySpans& spans, int minute) {
  return std::any_of(spans.begin(), spans.end(), [minute](const OpenSpan& span) {
    return span.from_min <= minute && minute < span.to_min;
  });
}

// The first span that begins after `minute` of the day, or on one of the days after it.
std::optional<LocalMinute> next_opening(const ServiceHours& hours,
                                        const std::chrono::year_month_day& day, int minute) {
  for (int away = 0; away <= kOpensWithin; ++away) {
    const auto date = days_after(day, away);
    for (const OpenSpan& span : hours.on(date)) {
      if (away > 0 || span.from_min > minute) return LocalMinute{date, span.from_min};
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(ClosedBecause because) {
  return because == ClosedBecause::kHours ? "hours" : "quota";
}

std::optional<ClosedBecause> parse_closed_because(std::string_view text) {
  if (text == "hours") return ClosedBecause::kHours;
  if (text == "quota") return ClosedBecause::kQuota;
  return std::nullopt;
}

Availability availability(const ServiceHours& hours, std::optional<int> quota, int issued_today,
                          const LocalTime& now) {
  const int minute = now.hour * 60 + now.minute;
  const bool within_hours = contains(hours.on(now.date), minute);
  const bool used_up = quota && issued_today >= *quota;
  if (within_hours && !used_up) return {};
  Availability closed;
  closed.closed_because = within_hours ? ClosedBecause::kQuota : ClosedBecause::kHours;
  // The rest of today brings no ticket once they are all given.
  const bool has_hours = hours.branch.week || hours.own || !hours.branch.special_days.empty();
  if (has_hours) closed.opens_at = next_opening(hours, now.date, used_up ? kDayMinutes : minute);
  return closed;
}

}  // namespace navbat::domain
