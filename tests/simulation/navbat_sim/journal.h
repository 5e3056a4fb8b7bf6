#pragma once
// Everything that the server acknowledged, with times: in memory for the checks at the end, and as
// JSON lines for programs that check for themselves. Thread-safe.
//
// One line: {"at":real time,"sim_s":simulated second of the day or null,"who":"kiosk 3",
// "did":"issue","key":…,"status":201,"attempts":1,"reply":{the body as received}}

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/time.h"
#include "tests/simulation/navbat_sim/day_plan.h"

namespace navbat::sim {

struct Acknowledged {
  std::string who;
  std::string did;  // issue, call, start …
  std::string key;
  int status = 0;
  int attempts = 1;
  std::optional<SimTime> sim;
  std::string body;
};

struct IssueAck {
  domain::TicketId ticket;
  std::string label;
  domain::ServiceId service;
};

struct CallAck {
  domain::TicketId ticket;
  domain::CounterId counter;
  domain::Timestamp called_at{};
};

class Journal {
 public:
  // An empty path: no file. False when the file cannot be written.
  [[nodiscard]] bool open(const std::filesystem::path& file);

  void record(const Acknowledged& acknowledged);
  void add(IssueAck ack);
  void add(CallAck ack);

  [[nodiscard]] std::size_t issued();

  // For use when nobody records any more.
  [[nodiscard]] const std::vector<IssueAck>& issues() const { return issues_; }
  [[nodiscard]] const std::vector<CallAck>& calls() const { return calls_; }
  [[nodiscard]] std::int64_t requests() const { return requests_; }
  [[nodiscard]] std::int64_t retries() const { return retries_; }
  // "call 409" → how often: answers other than the plain success.
  [[nodiscard]] const std::map<std::string, std::int64_t>& refusals() const { return refusals_; }

 private:
  std::mutex mutex_;
  std::ofstream file_;
  std::vector<IssueAck> issues_;
  std::vector<CallAck> calls_;
  std::int64_t requests_ = 0;
  std::int64_t retries_ = 0;
  std::map<std::string, std::int64_t> refusals_;
};

}  // namespace navbat::sim
