#include "domain/wait_statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>

namespace navbat::domain {
namespace {

constexpr std::array<std::string_view, 5> kGroups{"hour", "day", "service", "counter", "teller"};

struct Group {
  WaitRow row;
  std::vector<Milliseconds> waits;
  std::int64_t within = 0;
  Milliseconds service_total{};
  std::int64_t service_count = 0;
};

std::string hour_key(Timestamp at, const BranchCalendar& calendar) {
  const LocalTime local = calendar.local(at);
  std::array<char, 8> hour{};
  std::snprintf(hour.data(), hour.size(), "T%02d:00", local.hour);
  return BusinessDay{local.date}.to_string() + hour.data();
}

std::string key_of(const Visit& visit, GroupBy by, const BranchCalendar& calendar) {
  switch (by) {
    case GroupBy::kHour:
      return hour_key(visit.issued_at, calendar);
    case GroupBy::kDay:
      return visit.day.to_string();
    case GroupBy::kService:
      return visit.service.value();
    case GroupBy::kCounter:
      return visit.counter.value();
    case GroupBy::kTeller:
      return visit.teller.value();
  }
  return {};
}

// Counters sort as people count them: "2" before "10".
struct NaturalLess {
  bool operator()(const std::vector<std::string>& a, const std::vector<std::string>& b) const {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), less);
  }
  static bool is_number(const std::string& s) {
    return !s.empty() && s.find_first_not_of("0123456789") == std::string::npos;
  }
  static bool less(const std::string& a, const std::string& b) {
    if (is_number(a) && is_number(b) && a.size() != b.size()) return a.size() < b.size();
    return a < b;
  }
};

void count_service(Group& group, const Visit& visit) {
  if (visit.state != TicketState::kFinished || !visit.ended_at) return;
  const Timestamp from = visit.started_at.value_or(*visit.called_at);
  group.service_total += std::max(Milliseconds{0}, *visit.ended_at - from);
  ++group.service_count;
}

void count_call(Group& group, const Visit& visit) {
  const Milliseconds wait = wait_of(visit);
  ++group.row.called;
  group.waits.push_back(wait);
  if (wait <= visit.target_wait) ++group.within;
  if (visit.promise_limit) {
    ++group.row.promises;
    if (wait <= *visit.promise_limit) ++group.row.promises_kept;
  }
  count_service(group, visit);
}

void count(Group& group, const Visit& visit) {
  ++group.row.issued;
  if (visit.called_at) count_call(group, visit);
  switch (visit.state) {
    case TicketState::kServing:
    case TicketState::kFinished:
      ++group.row.served;
      break;
    case TicketState::kNoShow:
      ++group.row.no_shows;
      break;
    case TicketState::kCancelled:
      ++group.row.left;
      break;
    default:
      break;
  }
}

double seconds(Milliseconds duration) { return static_cast<double>(duration.count()) / 1000.0; }

WaitRow finish(Group& group) {
  WaitRow row = std::move(group.row);
  if (!group.waits.empty()) {
    std::sort(group.waits.begin(), group.waits.end());
    Milliseconds total{};
    for (const Milliseconds wait : group.waits) total += wait;
    const auto called = static_cast<double>(group.waits.size());
    row.mean_wait_s = seconds(total) / called;
    row.p50_wait_s = seconds(percentile(group.waits, 0.50));
    row.p90_wait_s = seconds(percentile(group.waits, 0.90));
    row.p95_wait_s = seconds(percentile(group.waits, 0.95));
    row.within_target = static_cast<double>(group.within) / called;
  }
  if (group.service_count > 0) {
    row.mean_service_s = seconds(group.service_total) / static_cast<double>(group.service_count);
  }
  return row;
}

bool needs_call(const std::vector<GroupBy>& by) {
  return std::any_of(by.begin(), by.end(),
                     [](GroupBy b) { return b == GroupBy::kCounter || b == GroupBy::kTeller; });
}

}  // namespace

std::string_view to_string(GroupBy by) { return kGroups[static_cast<std::size_t>(by)]; }

std::optional<GroupBy> parse_group_by(std::string_view text) {
  for (std::size_t i = 0; i < kGroups.size(); ++i) {
    if (kGroups[i] == text) return static_cast<GroupBy>(i);
  }
  return std::nullopt;
}

Milliseconds wait_of(const Visit& visit) {
  return std::max(Milliseconds{0}, *visit.called_at - visit.issued_at);
}

std::vector<WaitRow> summarise(const std::vector<Visit>& visits, const std::vector<GroupBy>& by,
                               const BranchCalendar& calendar) {
  std::map<std::vector<std::string>, Group, NaturalLess> groups;
  if (by.empty()) groups[{}];
  const bool called_only = needs_call(by);
  for (const Visit& visit : visits) {
    if (called_only && !visit.called_at) continue;
    std::vector<std::string> key;
    for (const GroupBy b : by) key.push_back(key_of(visit, b, calendar));
    Group& group = groups[key];
    if (group.row.issued == 0) group.row.key = std::move(key);
    count(group, visit);
  }
  std::vector<WaitRow> rows;
  for (auto& [key, group] : groups) rows.push_back(finish(group));
  return rows;
}

Milliseconds percentile(const std::vector<Milliseconds>& sorted, double p) {
  const auto rank =
      static_cast<std::size_t>(std::ceil(p * static_cast<double>(sorted.size()) - 1e-9));
  return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

}  // namespace navbat::domain
