// navbat-wait-check: waits by hour of issue, computed from navbat-sim's log alone. A second opinion
// on GET …/wait-times: it shares no code with the server or the domain, and takes its hours from
// the C library's time zones.
//
//   navbat-wait-check LOG ZONE      e.g. sim.jsonl Asia/Tashkent
//
// Prints {"rows":[…]} with the members of a wait-times row. Exit status 2 when the log cannot be
// read.

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

namespace json = boost::json;

struct Ticket {
  std::int64_t issued_ms = 0;
  std::optional<std::int64_t> called_ms;
  std::optional<std::int64_t> started_ms;
  std::optional<std::int64_t> finished_ms;
  std::optional<double> limit_s;
  double target_s = 0;
  std::string state;
};

struct Hour {
  std::int64_t issued = 0, served = 0, no_shows = 0, left = 0, promises = 0, kept = 0, within = 0;
  std::vector<std::int64_t> waits_ms;
  std::vector<std::int64_t> services_ms;
};

std::int64_t milliseconds(const json::value& text) {
  std::tm parts{};
  int ms = 0;
  const std::string time{text.as_string().c_str()};
  if (std::sscanf(time.c_str(), "%d-%d-%dT%d:%d:%d.%dZ", &parts.tm_year, &parts.tm_mon,
                  &parts.tm_mday, &parts.tm_hour, &parts.tm_min, &parts.tm_sec, &ms) != 7) {
    throw std::runtime_error("no time: " + time);
  }
  parts.tm_year -= 1900;
  parts.tm_mon -= 1;
  return static_cast<std::int64_t>(timegm(&parts)) * 1000 + ms;
}

std::optional<std::int64_t> milliseconds_if(const json::value& time) {
  if (time.is_null()) return std::nullopt;
  return milliseconds(time);
}

void take(const json::object& reply, std::map<std::string, Ticket>& tickets) {
  Ticket& ticket = tickets[reply.at("id").as_string().c_str()];
  ticket.issued_ms = milliseconds(reply.at("issued_at"));
  ticket.called_ms = milliseconds_if(reply.at("called_at"));
  ticket.started_ms = milliseconds_if(reply.at("started_at"));
  ticket.finished_ms = milliseconds_if(reply.at("finished_at"));
  ticket.state = reply.at("state").as_string().c_str();
  if (const json::value& promise = reply.at("promise"); !promise.is_null()) {
    ticket.limit_s = promise.as_object().at("limit_s").to_number<double>();
  }
  if (const json::value* why = reply.if_contains("why")) {
    ticket.target_s = why->as_object().at("target_s").to_number<double>();
  }
}

std::map<std::string, Ticket> read_log(const char* file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(std::string{file} + ": cannot be read");
  std::map<std::string, Ticket> tickets;
  for (std::string line; std::getline(in, line);) {
    const json::value entry = json::parse(line);
    const json::value& reply = entry.as_object().at("reply");
    const bool done = entry.as_object().at("status").to_number<int>() < 300;
    if (done && reply.is_object() && reply.as_object().contains("issued_at")) {
      take(reply.as_object(), tickets);
    }
  }
  return tickets;
}

std::string hour_of(std::int64_t ms) {
  const std::time_t second = ms / 1000;
  std::tm local{};
  localtime_r(&second, &local);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:00", &local);
  return text.data();
}

void count_call(const Ticket& ticket, Hour& hour) {
  const std::int64_t wait = *ticket.called_ms - ticket.issued_ms;
  hour.waits_ms.push_back(wait);
  if (static_cast<double>(wait) <= ticket.target_s * 1000) ++hour.within;
  if (ticket.limit_s) {
    ++hour.promises;
    if (static_cast<double>(wait) <= *ticket.limit_s * 1000) ++hour.kept;
  }
  if (ticket.state == "finished") {
    hour.services_ms.push_back(*ticket.finished_ms - ticket.started_ms.value_or(*ticket.called_ms));
  }
}

std::map<std::string, Hour> by_hour(const std::map<std::string, Ticket>& tickets) {
  std::map<std::string, Hour> hours;
  for (const auto& [id, ticket] : tickets) {
    Hour& hour = hours[hour_of(ticket.issued_ms)];
    ++hour.issued;
    if (ticket.state == "finished" || ticket.state == "serving") ++hour.served;
    if (ticket.state == "no_show") ++hour.no_shows;
    if (ticket.state == "cancelled") ++hour.left;
    if (ticket.called_ms) count_call(ticket, hour);
  }
  return hours;
}

json::value mean_s(const std::vector<std::int64_t>& values) {
  if (values.empty()) return nullptr;
  std::int64_t total = 0;
  for (const std::int64_t value : values) total += value;
  return static_cast<double>(total) / 1000.0 / static_cast<double>(values.size());
}

// Nearest rank: the smallest value that at least `percent` of all do not exceed.
json::value rank_s(const std::vector<std::int64_t>& sorted, std::size_t percent) {
  if (sorted.empty()) return nullptr;
  const std::size_t rank = (sorted.size() * percent + 99) / 100;
  return static_cast<double>(sorted[std::max<std::size_t>(rank, 1) - 1]) / 1000.0;
}

json::object row_of(const std::string& name, Hour hour) {
  std::sort(hour.waits_ms.begin(), hour.waits_ms.end());
  const auto called = static_cast<std::int64_t>(hour.waits_ms.size());
  json::object row{{"hour", name},
                   {"issued", hour.issued},
                   {"called", called},
                   {"served", hour.served},
                   {"no_shows", hour.no_shows},
                   {"left", hour.left},
                   {"mean_wait_s", mean_s(hour.waits_ms)},
                   {"p50_wait_s", rank_s(hour.waits_ms, 50)},
                   {"p90_wait_s", rank_s(hour.waits_ms, 90)},
                   {"p95_wait_s", rank_s(hour.waits_ms, 95)},
                   {"promises", hour.promises},
                   {"promises_kept", hour.kept},
                   {"mean_service_s", mean_s(hour.services_ms)}};
  row["within_target"] = nullptr;
  if (called > 0) {
    row["within_target"] = static_cast<double>(hour.within) / static_cast<double>(called);
  }
  return row;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "navbat-wait-check: expected LOG ZONE, e.g. sim.jsonl Asia/Tashkent\n";
    return 2;
  }
  setenv("TZ", argv[2], 1);
  tzset();
  try {
    json::array rows;
    for (auto& [name, hour] : by_hour(read_log(argv[1]))) rows.push_back(row_of(name, hour));
    std::cout << json::serialize(json::object{{"rows", std::move(rows)}}) << "\n";
  } catch (const std::exception& error) {
    std::cerr << "navbat-wait-check: " << error.what() << "\n";
    return 2;
  }
  return 0;
}
