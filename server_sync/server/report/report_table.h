#pragma once
// The columns of a wait report, the same for every format.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server_sync/server/report/wait_report.h"

namespace navbat::server {

// Empty: no value, e.g. the mean wait of nobody.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double>;

struct ReportTable {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

[[nodiscard]] ReportTable to_table(const WaitReport& report);

}  // namespace navbat::server
