#include "domain/business_day.h"

#include <array>
#include <charconv>
#include <cstdio>

#include <date/tz.h>

namespace navbat::domain {
namespace {

std::chrono::year_month_day to_std(date::local_days day) {
  // Both count days from 1970-01-01.
  return std::chrono::year_month_day{
      std::chrono::sys_days{std::chrono::days{day.time_since_epoch().count()}}};
}

date::local_days to_local(const std::chrono::year_month_day& date) {
  return date::local_days{date::days{std::chrono::sys_days{date}.time_since_epoch().count()}};
}

date::sys_time<Milliseconds> to_date(Timestamp at) {
  return date::sys_time<Milliseconds>{at.time_since_epoch()};
}

}  // namespace

std::string BusinessDay::to_string() const {
  std::array<char, 24> text{};
  const int length =
      std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<BusinessDay> BusinessDay::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [text](std::size_t from, std::size_t length) -> std::optional<int> {
    int value = 0;
    const char* first = text.data() + from;
    const auto [end, error] = std::from_chars(first, first + length, value);
    if (error != std::errc{} || end != first + length || value < 0) return std::nullopt;
    return value;
  };
  const auto year = number(0, 4);
  const auto month = number(5, 2);
  const auto day = number(8, 2);
  if (!year || !month || !day || *year < 1970) return std::nullopt;
  const BusinessDay result{{std::chrono::year{*year},
                            std::chrono::month{static_cast<unsigned>(*month)},
                            std::chrono::day{static_cast<unsigned>(*day)}}};
  if (!result.date.ok()) return std::nullopt;
  return result;
}

BusinessDay BusinessDay::plus_days(int days) const {
  return {std::chrono::year_month_day{std::chrono::sys_days{date} + std::chrono::days{days}}};
}

BranchCalendar::BranchCalendar(const date::time_zone* zone, std::chrono::minutes day_starts_at)
    : zone_(zone), day_starts_at_(day_starts_at) {}

BusinessDay BranchCalendar::day_of(Timestamp at) const {
  const auto local = zone_->to_local(to_date(at)) - day_starts_at_;
  return {to_std(date::floor<date::days>(local))};
}

Timestamp BranchCalendar::start_of(const BusinessDay& day) const {
  const auto local = to_local(day.date) + day_starts_at_;
  const auto utc = zone_->to_sys(local, date::choose::earliest);
  return Timestamp{std::chrono::duration_cast<Milliseconds>(utc.time_since_epoch())};
}

Timestamp BranchCalendar::instant(const std::chrono::year_month_day& date, int minute) const {
  const auto local = to_local(date) + std::chrono::minutes{minute};
  const auto utc = zone_->to_sys(local, date::choose::earliest);
  return Timestamp{std::chrono::duration_cast<Milliseconds>(utc.time_since_epoch())};
}

LocalTime BranchCalendar::local(Timestamp at) const {
  const auto local = zone_->to_local(to_date(at));
  const auto day = date::floor<date::days>(local);
  const date::hh_mm_ss time{date::floor<Seconds>(local - day)};
  return {.date = to_std(day),
          .hour = static_cast<int>(time.hours().count()),
          .minute = static_cast<int>(time.minutes().count()),
          .second = static_cast<int>(time.seconds().count())};
}

tl::expected<const date::time_zone*, std::string> find_time_zone(const std::string& name) {
  try {
    return date::locate_zone(name);
  } catch (const std::exception&) {
    return tl::unexpected("unknown time zone \"" + name +
                          "\": expected an IANA name such as Asia/Tashkent");
  }
}

DayVerdict judge_day(const std::optional<BusinessDay>& open, const BusinessDay& by_clock) {
  if (!open) return DayVerdict::kNewDay;
  if (by_clock == *open) return DayVerdict::kSameDay;
  if (by_clock < *open) return DayVerdict::kClockBehind;
  const auto leap = std::chrono::sys_days{by_clock.date} - std::chrono::sys_days{open->date};
  return leap > kLongestClosure ? DayVerdict::kClockAbsurd : DayVerdict::kNewDay;
}

}  // namespace navbat::domain
