#include "display_board/panel/panel_settings.h"

#include <algorithm>
#include <string_view>

namespace navbat::board {
namespace {

constexpr int kMostValidDays = 31;
constexpr int kLeastRefreshS = 5;  // a web server is not asked more often by a hundred boards
constexpr int kMostRefreshS = 3'600;

std::size_t scheme_size(std::string_view where) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (where.starts_with(scheme)) {
      return scheme.size();
    }
  }
  return 0;
}

std::string file_or_address(system::ConfigReader& reader, std::string_view key) {
  if (!reader.has(key)) {
    return {};
  }
  const std::string where = reader.text(key);
  const std::size_t host = scheme_size(where);
  if (host == 0) {
    if (where.find("://") != std::string::npos) {
      reader.fail(key, "a file, or an address that starts with http:// or https://");
    }
    return reader.path(key).string();
  }
  const bool visible =
      std::all_of(where.begin(), where.end(), [](char c) { return c > ' ' && c < '\x7F'; });
  if (where.find_first_not_of("/?#", host) != host || !visible) {
    reader.fail(key, "an address like \"https://www.bank.example/rates.json\"");
  }
  return where;
}

}  // namespace

bool is_web_address(const std::string& where) { return scheme_size(where) != 0; }

PanelSettings read_panel(system::ConfigReader& reader) {
  PanelSettings settings;
  settings.rates = file_or_address(reader, "panel.rates");
  settings.rates_valid_days =
      static_cast<int>(reader.whole_or("panel.rates_valid_days", 1, kMostValidDays, 1));
  settings.pictures = reader.path_or("panel.pictures", {});
  settings.messages = file_or_address(reader, "panel.messages");
  settings.refresh =
      std::chrono::seconds(reader.whole_or("panel.refresh_s", kLeastRefreshS, kMostRefreshS, 60));
  return settings;
}

}  // namespace navbat::board
