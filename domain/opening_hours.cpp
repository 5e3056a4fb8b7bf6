#include "domain/opening_hours.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace navbat::domain {
namespace {

constexpr const char* kSpansExpected =
    "times such as \"09:00-18:00\" or \"09:00-13:00 14:00-18:00\", one after the other";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "HH:MM", up to "24:00".
std::optional<int> parse_minute(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  if (!is_digit(text[0]) || !is_digit(text[1]) || !is_digit(text[3]) || !is_digit(text[4])) {
    return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  const int total = hour * 60 + minute;
  if (minute > 59 || total > kDayMinutes) return std::nullopt;
  return total;
}

std::optional<OpenSpan> parse_span(std::string_view text) {
  if (text.size() != 11 || text[5] != '-') return std::nullopt;
  const auto from = parse_minute(text.substr(0, 5));
  const auto to = parse_minute(text.substr(6));
  if (!from || !to || *from >= *to) return std::nullopt;
  return OpenSpan{*from, *to};
}

void write_minute(std::string& out, int minute) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d", minute / 60, minute % 60);
  out += text.data();
}

}  // namespace

tl::expected<DaySpans, std::string> parse_spans(std::string_view text) {
  DaySpans spans;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const auto span = parse_span(text.substr(0, end));
    if (!span || (!spans.empty() && span->from_min < spans.back().to_min)) {
      return tl::unexpected(std::string{kSpansExpected});
    }
    spans.push_back(*span);
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
    if (text.empty()) return tl::unexpected(std::string{kSpansExpected});
  }
  return spans;
}

std::string to_string(const DaySpans& spans) {
  std::string text;
  for (const OpenSpan& span : spans) {
    if (!text.empty()) text += ' ';
    write_minute(text, span.from_min);
    text += '-';
    write_minute(text, span.to_min);
  }
  return text;
}

DaySpans all_day() { return {OpenSpan{}}; }

DaySpans common_spans(const DaySpans& a, const DaySpans& b) {
  DaySpans both;
  for (const OpenSpan& left : a) {
    for (const OpenSpan& right : b) {
      const OpenSpan common{std::max(left.from_min, right.from_min),
                            std::min(left.to_min, right.to_min)};
      if (common.from_min < common.to_min) both.push_back(common);
    }
  }
  return both;
}

const DaySpans& WeekHours::on(const std::chrono::year_month_day& date) const {
  const std::chrono::weekday weekday{std::chrono::sys_days{date}};
  return days[weekday.iso_encoding() - 1];
}

DaySpans OpeningHours::on(const std::chrono::year_month_day& date) const {
  const auto special = std::find_if(special_days.begin(), special_days.end(),
                                    [&](const SpecialDay& day) { return day.date == date; });
  if (special != special_days.end()) return special->spans;
  return week ? week->on(date) : all_day();
}

DaySpans ServiceHours::on(const std::chrono::year_month_day& date) const {
  const DaySpans open = branch.on(date);
  return own ? common_spans(open, own->on(date)) : open;
}

}  // namespace navbat::domain
