#include "server_sync/server/report/report_table.h"

namespace navbat::server {
namespace {

Cell cell(const std::optional<double>& value) {
  if (!value) return std::monostate{};
  return *value;
}

}  // namespace

ReportTable to_table(const WaitReport& report) {
  ReportTable table;
  for (const domain::GroupBy by : report.query.by) table.columns.emplace_back(to_string(by));
  for (const char* column :
       {"issued", "called", "served", "no_shows", "left", "mean_wait_s", "p50_wait_s", "p90_wait_s",
        "p95_wait_s", "within_target", "promises", "promises_kept", "mean_service_s"}) {
    table.columns.emplace_back(column);
  }
  for (const domain::WaitRow& row : report.rows) {
    std::vector<Cell> cells;
    for (const std::string& key : row.key) cells.emplace_back(key);
    cells.insert(cells.end(), {row.issued, row.called, row.served, row.no_shows, row.left,
                               cell(row.mean_wait_s), cell(row.p50_wait_s), cell(row.p90_wait_s),
                               cell(row.p95_wait_s), cell(row.within_target), row.promises,
                               row.promises_kept, cell(row.mean_service_s)});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace navbat::server
