#include "tests/simulation/navbat_sim/queue_log.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <string_view>

#include "tests/simulation/navbat_sim/limits.h"

namespace navbat::sim {
namespace {

enum Column { kDate, kArrival, kService, kPriority, kOutcome, kStart, kEnd, kLeft, kAgent };
constexpr std::array<std::string_view, 9> kColumns{
    "date", "arrival_s", "service", "priority", "outcome", "start_s", "end_s", "left_s", "agent"};
constexpr int kDaySeconds = 24 * 3600;

using Fields = std::vector<std::string>;

Fields split(std::string line) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  Fields fields{""};
  for (const char c : line) {
    if (c == ',') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

std::optional<int> second_of_day(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (value < 0 || value >= kDaySeconds) return std::nullopt;
  return value;
}

tl::unexpected<std::string> wrong(Column column, const std::string& text,
                                  std::string_view expected) {
  return tl::unexpected(std::string{kColumns[column]} + " is \"" + text + "\", expected " +
                        std::string{expected});
}

tl::expected<int, std::string> second(const Fields& fields, Column column) {
  const auto value = second_of_day(fields[column]);
  if (!value) return wrong(column, fields[column], "a second of the day");
  return *value;
}

tl::expected<LoggedVisit, std::string> read_served(const Fields& fields, LoggedVisit visit) {
  const auto start = second(fields, kStart);
  if (!start) return tl::unexpected(start.error());
  const auto end = second(fields, kEnd);
  if (!end) return tl::unexpected(end.error());
  if (*start < visit.arrival_s) return tl::unexpected(std::string{"start before arrival"});
  if (*end < *start) return tl::unexpected(std::string{"end before start"});
  visit.served = true;
  visit.start_s = *start;
  visit.end_s = *end;
  return visit;
}

tl::expected<LoggedVisit, std::string> read_left(const Fields& fields, LoggedVisit visit) {
  const auto left = second(fields, kLeft);
  if (!left) return tl::unexpected(left.error());
  if (*left < visit.arrival_s) return tl::unexpected(std::string{"left before arrival"});
  visit.left_s = *left;
  return visit;
}

tl::expected<LoggedVisit, std::string> read_visit(const Fields& fields) {
  LoggedVisit visit;
  const auto arrival = second(fields, kArrival);
  if (!arrival) return tl::unexpected(arrival.error());
  visit.arrival_s = *arrival;
  visit.service = fields[kService];
  if (visit.service.empty()) return wrong(kService, "", "a service");
  if (fields[kPriority] != "0" && fields[kPriority] != "1") {
    return wrong(kPriority, fields[kPriority], "0 or 1");
  }
  visit.priority = fields[kPriority] == "1";
  visit.agent = fields[kAgent];
  if (fields[kOutcome] == "served") return read_served(fields, std::move(visit));
  if (fields[kOutcome] == "left") return read_left(fields, std::move(visit));
  return wrong(kOutcome, fields[kOutcome], "served or left");
}

void read_row(const std::string& line, std::size_t row, const std::string& day, QueueLog& log) {
  const Fields fields = split(line);
  if (fields.size() != kColumns.size()) {
    log.problems.push_back({row, std::to_string(fields.size()) + " fields, expected " +
                                     std::to_string(kColumns.size())});
    return;
  }
  if (fields[kDate] != day) return;
  auto visit = read_visit(fields);
  if (!visit) {
    log.problems.push_back({row, std::move(visit.error())});
    return;
  }
  visit->row = row;
  log.visits.push_back(std::move(*visit));
}

}  // namespace

tl::expected<QueueLog, std::string> read_queue_log(const std::filesystem::path& file,
                                                   const std::string& day) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  std::ifstream in(file);
  if (error || !in) return tl::unexpected(file.string() + ": expected a queue log to read");
  if (size > kMostLogBytes) return tl::unexpected(file.string() + ": expected at most 256 MiB");
  std::string line;
  std::getline(in, line);
  const Fields header = split(line);
  if (!std::equal(header.begin(), header.end(), kColumns.begin(), kColumns.end())) {
    return tl::unexpected(file.string() +
                          ":1: expected the columns date,arrival_s,service,priority,outcome,"
                          "start_s,end_s,left_s,agent");
  }
  QueueLog log;
  for (std::size_t row = 2; std::getline(in, line); ++row) {
    if (!line.empty()) read_row(line, row, day, log);
  }
  if (log.visits.empty()) {
    return tl::unexpected(file.string() + ": expected rows of the day \"" + day +
                          "\" (YYYY-MM-DD)");
  }
  std::stable_sort(log.visits.begin(), log.visits.end(),
                   [](const auto& a, const auto& b) { return a.arrival_s < b.arrival_s; });
  return log;
}

}  // namespace navbat::sim
