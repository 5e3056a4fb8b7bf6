// The wait report as JSON, CSV and XLSX.

#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <boost/json.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "server_sync/server/report/report_table.h"

namespace navbat::server {
namespace {

namespace json = boost::json;

struct ToJson {
  json::value operator()(std::monostate) const { return nullptr; }
  json::value operator()(const std::string& text) const { return json::value(text); }
  json::value operator()(std::int64_t number) const { return number; }
  json::value operator()(double number) const { return number; }
};

std::string in_figures(double number) {
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.3f", number);
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string csv_text(const std::string& text) {
  const bool formula =
      !text.empty() && std::string_view{"=+-@\t\r"}.find(text[0]) != std::string_view::npos;
  std::string safe = formula ? "'" + text : text;
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
  return quoted + "\"";
}

struct ToCsv {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const std::string& text) const { return csv_text(text); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return in_figures(number); }
};

// A file of its own in the system's temporary folder, gone with this object.
class TempFile {
 public:
  TempFile() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "navbat-report-XXXXXX").string();
    const int descriptor = mkstemp(pattern.data());
    if (descriptor < 0) return;
    close(descriptor);
    path_ = pattern;
  }
  TempFile(const TempFile&) = delete;
  TempFile& operator=(const TempFile&) = delete;
  ~TempFile() {
    if (!path_.empty()) unlink(path_.c_str());
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void write_cells(lxw_worksheet* sheet, const ReportTable& table, lxw_format* heading) {
  for (lxw_col_t c = 0; c < table.columns.size(); ++c) {
    worksheet_write_string(sheet, 0, c, table.columns[c].c_str(), heading);
  }
  for (lxw_row_t r = 0; r < table.rows.size(); ++r) {
    for (lxw_col_t c = 0; c < table.rows[r].size(); ++c) {
      const Cell& cell = table.rows[r][c];
      if (const auto* text = std::get_if<std::string>(&cell)) {
        worksheet_write_string(sheet, r + 1, c, text->c_str(), nullptr);
      } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
        worksheet_write_number(sheet, r + 1, c, static_cast<double>(*whole), nullptr);
      } else if (const auto* number = std::get_if<double>(&cell)) {
        worksheet_write_number(sheet, r + 1, c, *number, nullptr);
      }
    }
  }
}

}  // namespace

std::string to_json(const WaitReport& report) {
  const ReportTable table = to_table(report);
  json::array by;
  for (const domain::GroupBy group : report.query.by) {
    const std::string_view name = to_string(group);
    by.push_back(json::string(name));
  }
  json::array rows;
  for (const auto& cells : table.rows) {
    json::object row;
    for (std::size_t c = 0; c < cells.size(); ++c)
      row[table.columns[c]] = std::visit(ToJson{}, cells[c]);
    rows.push_back(std::move(row));
  }
  return json::serialize(json::object{{"from", report.query.from_text},
                                      {"to", report.query.to_text},
                                      {"by", std::move(by)},
                                      {"rows", std::move(rows)}});
}

std::string to_csv(const WaitReport& report) {
  const ReportTable table = to_table(report);
  std::string out;
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    out += (c > 0 ? "," : "") + table.columns[c];
  out += "\r\n";
  for (const auto& cells : table.rows) {
    for (std::size_t c = 0; c < cells.size(); ++c)
      out += (c > 0 ? "," : "") + std::visit(ToCsv{}, cells[c]);
    out += "\r\n";
  }
  return out;
}

tl::expected<std::string, std::string> to_xlsx(const WaitReport& report) {
  // The library writes to a named file only.
  const TempFile file;
  if (file.path().empty()) return tl::unexpected(std::string{"no temporary file for a workbook"});
  lxw_workbook* book = workbook_new(file.path().c_str());
  lxw_worksheet* sheet = book == nullptr ? nullptr : workbook_add_worksheet(book, "Waits");
  if (sheet == nullptr) return tl::unexpected(std::string{"no memory for a workbook"});
  lxw_format* heading = workbook_add_format(book);
  format_set_bold(heading);
  write_cells(sheet, to_table(report), heading);
  worksheet_freeze_panes(sheet, 1, 0);
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) {
    return tl::unexpected(std::string{"workbook not written: "} + lxw_strerror(error));
  }
  std::ifstream in{file.path(), std::ios::binary};
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

}  // namespace navbat::server
