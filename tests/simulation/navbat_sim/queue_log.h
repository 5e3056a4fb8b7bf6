#pragma once
// A recorded queue log as CSV: date, arrival_s, service, priority, outcome, start_s, end_s, left_s,
// agent; times are seconds of the local day. A real log has warts: what cannot be believed is
// reported by row and reason, and the reader goes on.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace navbat::sim {

struct LoggedVisit {
  std::size_t row = 0;  // Line of the file, the header is 1.
  int arrival_s = 0;
  std::string service;
  bool priority = false;
  bool served = false;
  int start_s = 0;      // When served.
  int end_s = 0;        // When served.
  int left_s = 0;       // When left.
  std::string agent{};  // May be empty.
};

struct RowProblem {
  std::size_t row = 0;
  std::string reason;
};

struct QueueLog {
  std::vector<LoggedVisit> visits;   // Of the day asked for, in order of arrival.
  std::vector<RowProblem> problems;  // Rows of that day (or of no readable day) that were left out.
};

// The rows of `day` ("1999-02-03"). The error is one line: a file that cannot be read, columns that
// are not there, a day that is not in it.
[[nodiscard]] tl::expected<QueueLog, std::string> read_queue_log(const std::filesystem::path& file,
                                                                 const std::string& day);

}  // namespace navbat::sim
