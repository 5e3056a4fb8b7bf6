#pragma once
// GET /wait-times: what was asked, and its answer as JSON, CSV and XLSX. The figures are
// domain/wait_statistics'.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "domain/branch_config.h"
#include "domain/business_day.h"
#include "domain/wait_statistics.h"

namespace navbat::server {

// A period is whole business days, or instants; both ends are as the asker wrote them.
struct WaitQuery {
  std::string from_text;
  std::string to_text;
  domain::BusinessDay first_day;  // Business days that hold everything in the period.
  domain::BusinessDay last_day;
  std::optional<domain::Timestamp> from;  // Narrower bounds on the issue, when instants were given.
  std::optional<domain::Timestamp> to;    // Exclusive.
  std::vector<domain::GroupBy> by;
};

// What was wrong: the parameter and what was expected.
struct QueryError {
  std::string parameter;
  std::string expected;
};

// The longest period that one question may span, days.
inline constexpr int kLongestPeriod = 3660;

// `today` stands for a missing `from`; a missing `to` is the same day as `from`.
[[nodiscard]] tl::expected<WaitQuery, QueryError> parse_wait_query(
    std::optional<std::string_view> from, std::optional<std::string_view> to,
    std::optional<std::string_view> by, const domain::BusinessDay& today,
    const domain::BranchCalendar& calendar);

struct WaitReport {
  WaitQuery query;
  std::vector<domain::WaitRow> rows;
};

// `visits` are those of the query's business days; targets come from the configuration.
[[nodiscard]] WaitReport make_report(WaitQuery query, std::vector<domain::Visit> visits,
                                     const domain::BranchConfig& config,
                                     const domain::BranchCalendar& calendar);

[[nodiscard]] std::string to_json(const WaitReport& report);
// RFC 4180 with a header row; text that a spreadsheet would take for a formula is quoted with an
// apostrophe.
[[nodiscard]] std::string to_csv(const WaitReport& report);
// A workbook's bytes; the error is one line for the log.
[[nodiscard]] tl::expected<std::string, std::string> to_xlsx(const WaitReport& report);

}  // namespace navbat::server
