#include "server_sync/server/config/hours_config.h"

#include <algorithm>

#include "server_sync/server/config/config_parts.h"
#include "system/config_reader.h"

namespace navbat::server {
namespace {

using system::ConfigReader;

domain::DaySpans spans(ConfigReader& in, const std::string& key) {
  auto parsed = domain::parse_spans(in.text(key));
  if (!parsed) in.fail(key, parsed.error());
  return std::move(*parsed);
}

}  // namespace

std::optional<domain::WeekHours> read_week(ConfigReader& in, const std::string& key) {
  if (!in.has(key)) return std::nullopt;
  domain::WeekHours week;
  bool any = false;
  for (std::size_t i = 0; i < week.days.size(); ++i) {
    const std::string day = key + "." + std::string{domain::kWeekdayKeys[i]};
    if (!in.has(day)) continue;
    week.days[i] = spans(in, day);
    any = true;
  }
  if (!any) in.fail(key, "days such as { mon = \"09:00-18:00\" }, from mon to sun");
  return week;
}

std::vector<domain::SpecialDay> read_special_days(ConfigReader& in) {
  std::vector<domain::SpecialDay> days;
  const std::size_t count = in.tables("special_days");
  for (std::size_t i = 0; i < count; ++i) {
    const auto key = [i](const char* member) { return element("special_days", i, member); };
    const auto date = domain::BusinessDay::parse(in.text(key("date")));
    const auto same = [&](const domain::SpecialDay& day) { return day.date == date->date; };
    if (!date || std::ranges::any_of(days, same)) {
      in.fail(key("date"), "a date such as \"2026-12-31\", each once");
    }
    const bool closed = in.flag_or(key("closed"), false);
    if (closed == in.has(key("hours"))) {
      in.fail(key("date"), "closed = true, or hours such as \"09:00-14:00\", not both");
    }
    days.push_back({date->date, closed ? domain::DaySpans{} : spans(in, key("hours"))});
  }
  return days;
}

}  // namespace navbat::server
