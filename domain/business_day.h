#pragma once
// A branch's business day: the local date of its time zone, changing at a configured hour instead
// of at midnight.

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "domain/time.h"

namespace date {
class time_zone;
}

namespace navbat::domain {

struct BusinessDay {
  std::chrono::year_month_day date{};

  [[nodiscard]] std::string to_string() const;  // "2026-11-22"
  [[nodiscard]] static std::optional<BusinessDay> parse(std::string_view text);
  [[nodiscard]] BusinessDay plus_days(int days) const;
  friend auto operator<=>(const BusinessDay&, const BusinessDay&) = default;
};

// Local wall time, for grouping by hour and for tickets on paper.
struct LocalTime {
  std::chrono::year_month_day date{};
  int hour = 0;
  int minute = 0;
  int second = 0;
};

// Translates instants to the branch's local days and hours. Cheap to copy; immutable; safe to
// share.
class BranchCalendar {
 public:
  // `zone` outlives the calendar (the time-zone database never unloads). `day_starts_at` is the
  // local time at which a new business day begins, 00:00 to 12:00; work after midnight still
  // belongs to the day before.
  BranchCalendar(const date::time_zone* zone, std::chrono::minutes day_starts_at);

  [[nodiscard]] BusinessDay day_of(Timestamp at) const;
  // The first instant of the day; where DST skips or repeats it, the earliest one that exists.
  [[nodiscard]] Timestamp start_of(const BusinessDay& day) const;
  [[nodiscard]] LocalTime local(Timestamp at) const;
  // The instant of a minute after local midnight; where DST skips or repeats it, as in start_of().
  [[nodiscard]] Timestamp instant(const std::chrono::year_month_day& date, int minute) const;

 private:
  const date::time_zone* zone_;
  std::chrono::minutes day_starts_at_;
};

// Finds an IANA zone ("Asia/Tashkent") in the system's time-zone database, or says what was
// expected.
[[nodiscard]] tl::expected<const date::time_zone*, std::string> find_time_zone(
    const std::string& name);

// Which day the branch should be in, given the one that is open: a day opens once and the branch
// never goes back; a clock that leaps more than `kLongestClosure` ahead (a dead clock battery, a
// typing error) is not believed.
inline constexpr std::chrono::days kLongestClosure{120};

enum class DayVerdict { kSameDay, kNewDay, kClockBehind, kClockAbsurd };
[[nodiscard]] DayVerdict judge_day(const std::optional<BusinessDay>& open,
                                   const BusinessDay& by_clock);

}  // namespace navbat::domain
