#pragma once
// The [panel] table of config/board.toml: where rates, pictures and messages come from.

#include <chrono>
#include <filesystem>
#include <string>

#include "system/config_reader.h"

namespace navbat::board {

struct PanelSettings {
  std::string rates;               // a file, or an address with http:// or https://; empty: none
  int rates_valid_days = 1;        // 1: only on their own date
  std::filesystem::path pictures;  // a folder; empty: none
  std::string messages;            // as `rates`
  std::chrono::milliseconds refresh{60'000};  // how often all of them are looked at
};

[[nodiscard]] bool is_web_address(const std::string& where);

// Each key may be left out. Files are meant from the configuration's folder; whether they are there
// is not asked: the bank may put them in place later. Throws system::ConfigError.
[[nodiscard]] PanelSettings read_panel(system::ConfigReader& reader);

}  // namespace navbat::board
