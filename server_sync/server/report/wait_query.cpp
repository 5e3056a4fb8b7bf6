// What may be asked of the wait report.

#include <algorithm>

#include "server_sync/server/report/wait_report.h"

namespace navbat::server {
namespace {

constexpr const char* kMomentExpected =
    "a local date such as 2026-11-22, or an RFC 3339 time such as 2026-11-22T04:00:00Z";

struct Moment {
  domain::BusinessDay day;
  std::optional<domain::Timestamp> at;  // When an instant was given.
};

std::optional<Moment> parse_moment(std::string_view text, const domain::BranchCalendar& calendar) {
  if (const auto day = domain::BusinessDay::parse(text)) return Moment{*day, std::nullopt};
  const auto at = domain::parse_rfc3339(text);
  if (!at) return std::nullopt;
  return Moment{calendar.day_of(*at), *at};
}

tl::expected<std::vector<domain::GroupBy>, QueryError> parse_by(std::string_view text) {
  std::vector<domain::GroupBy> by;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    const auto group = domain::parse_group_by(text.substr(0, comma));
    if (!group || std::find(by.begin(), by.end(), *group) != by.end()) {
      return tl::unexpected(
          QueryError{"by", "hour, day, service, counter or teller, each at most once"});
    }
    by.push_back(*group);
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  return by;
}

}  // namespace

tl::expected<WaitQuery, QueryError> parse_wait_query(std::optional<std::string_view> from,
                                                     std::optional<std::string_view> to,
                                                     std::optional<std::string_view> by,
                                                     const domain::BusinessDay& today,
                                                     const domain::BranchCalendar& calendar) {
  WaitQuery query;
  query.from_text = from ? std::string{*from} : today.to_string();
  const auto first = parse_moment(query.from_text, calendar);
  if (!first) return tl::unexpected(QueryError{"from", kMomentExpected});
  query.to_text = to ? std::string{*to} : first->day.to_string();
  const auto last = parse_moment(query.to_text, calendar);
  if (!last) return tl::unexpected(QueryError{"to", kMomentExpected});

  query.first_day = first->day;
  query.last_day = last->day;
  query.from = first->at;
  query.to = last->at;
  const bool reversed =
      query.last_day < query.first_day || (query.from && query.to && *query.to < *query.from);
  if (reversed) return tl::unexpected(QueryError{"to", "a time that is not before \"from\""});
  const auto length =
      std::chrono::sys_days{query.last_day.date} - std::chrono::sys_days{query.first_day.date};
  if (length.count() > kLongestPeriod) {
    return tl::unexpected(
        QueryError{"to", "at most " + std::to_string(kLongestPeriod) + " days after \"from\""});
  }
  auto groups = parse_by(by.value_or(""));
  if (!groups) return tl::unexpected(groups.error());
  query.by = std::move(*groups);
  return query;
}

WaitReport make_report(WaitQuery query, std::vector<domain::Visit> visits,
                       const domain::BranchConfig& config, const domain::BranchCalendar& calendar) {
  std::erase_if(visits, [&](const domain::Visit& visit) {
    return (query.from && visit.issued_at < *query.from) ||
           (query.to && visit.issued_at >= *query.to);
  });
  for (domain::Visit& visit : visits) {
    if (const domain::Service* service = config.find_service(visit.service)) {
      visit.target_wait = service->target_wait;
    }
  }
  WaitReport report;
  report.rows = domain::summarise(visits, query.by, calendar);
  report.query = std::move(query);
  return report;
}

}  // namespace navbat::server
