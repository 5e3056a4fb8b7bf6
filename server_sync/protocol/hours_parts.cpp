#include "server_sync/protocol/hours_parts.h"

#include "server_sync/protocol/json_parts.h"
#include "server_sync/protocol/json_writer.h"

namespace navbat::protocol {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostSpecialDays = 2000;

domain::DaySpans read_spans(ObjectReader& in, std::string_view member) {
  auto spans = domain::parse_spans(in.string(member));
  if (spans) return std::move(*spans);
  in.fail(member, spans.error());
  return {};
}

}  // namespace

json::object week_to_json(const domain::WeekHours& week) {
  json::object out;
  for (std::size_t i = 0; i < week.days.size(); ++i) {
    if (!week.days[i].empty()) out[domain::kWeekdayKeys[i]] = to_string(week.days[i]);
  }
  return out;
}

std::optional<domain::WeekHours> read_week_opt(ObjectReader& in, std::string_view member) {
  const json::value* value = in.object(member, false);
  if (value == nullptr) return std::nullopt;
  ObjectReader part = in.nested(*value, member);
  domain::WeekHours week;
  for (std::size_t i = 0; i < week.days.size(); ++i) {
    const std::string_view key = domain::kWeekdayKeys[i];
    if (part.has(key)) week.days[i] = read_spans(part, key);
  }
  return week;
}

json::array special_days_to_json(const std::vector<domain::SpecialDay>& days) {
  json::array out;
  for (const domain::SpecialDay& day : days) {
    json::object item{{"date", domain::BusinessDay{day.date}.to_string()}};
    if (day.spans.empty()) {
      item["closed"] = true;
    } else {
      item["hours"] = to_string(day.spans);
    }
    out.push_back(std::move(item));
  }
  return out;
}

std::vector<domain::SpecialDay> read_special_days(ObjectReader& in, std::string_view member) {
  std::vector<domain::SpecialDay> days;
  const json::array* items = in.array(member, kMostSpecialDays, false);
  if (items == nullptr) return days;
  for (const json::value& item : *items) {
    ObjectReader part = in.nested(item, std::string{member} + "[]");
    domain::SpecialDay day{read_day(part, "date").date, {}};
    if (part.has("hours")) day.spans = read_spans(part, "hours");
    days.push_back(std::move(day));
  }
  return days;
}

}  // namespace navbat::protocol
