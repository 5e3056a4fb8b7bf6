#include "display_board/app/config.h"

#include <algorithm>

#include "domain/ids.h"
#include "system/config_reader.h"
#include "ui/draw/theme.h"

namespace navbat::board {
namespace {

// From a monitor above one counter to a wall.
constexpr double kLeastWidthMm = 300;
constexpr double kMostWidthMm = 5'000;

// The languages that the catalogues are written in.
const std::vector<std::string> kLanguages{"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"};

std::string name(system::ConfigReader& reader, std::string_view key) {
  std::string value = reader.text(key);
  if (!domain::is_valid_name(value)) {
    reader.fail(key, "a name of 1 to 40 letters a-z, A-Z, digits and - _ .");
  }
  return value;
}

ui::Color color_or(system::ConfigReader& reader, std::string_view key, ui::Color fallback) {
  if (!reader.has(key)) {
    return fallback;
  }
  const auto color = ui::parse_color(reader.text(key));
  if (!color) {
    reader.fail(key, color.error());
  }
  return *color;
}

void read_server(system::ConfigReader& reader, Config::Server& server) {
  server.url = reader.text("server.url");
  const bool http = server.url.starts_with("http://") || server.url.starts_with("https://");
  if (!http || server.url.size() < 9 || server.url.find_first_of(" \t\"<>") != std::string::npos) {
    reader.fail("server.url", "an address like \"http://127.0.0.1:8080\"");
  }
  server.branch = name(reader, "server.branch");
  server.token = reader.text("server.token");
}

void read_screen(system::ConfigReader& reader, Config::Screen& screen) {
  screen.width_mm =
      static_cast<float>(reader.number("screen.width_mm", kLeastWidthMm, kMostWidthMm));
  screen.fullscreen = reader.flag_or("screen.fullscreen", false);
  screen.reduced_motion = reader.flag_or("screen.reduced_motion", false);
  screen.software = reader.flag_or("screen.software", false);
}

void read_texts(system::ConfigReader& reader, Config::Texts& texts) {
  texts.folder = reader.path("texts.folder");
  texts.languages = reader.texts("texts.languages");
  for (const std::string& language : texts.languages) {
    if (std::find(kLanguages.begin(), kLanguages.end(), language) == kLanguages.end()) {
      reader.fail("texts.languages", "some of uz, uz-Cyrl, az, tr, pl, ru, en");
    }
  }
  texts.turn = std::chrono::seconds(reader.whole_or("texts.turn_s", 5, 600, 15));
}

}  // namespace

Config read_config(const std::filesystem::path& file) {
  system::ConfigReader reader(file);
  Config config;
  read_server(reader, config.server);
  config.device.name = name(reader, "device.name");
  config.device.data = reader.path("device.data");
  read_screen(reader, config.screen);
  const ui::Theme theme = ui::light_theme();
  config.brand.bank = reader.text("brand.bank");
  config.brand.logo = reader.path_or("brand.logo", {});
  config.brand.color = color_or(reader, "brand.color", theme.palette.brand);
  config.brand.accent = color_or(reader, "brand.accent", theme.palette.accent);
  read_texts(reader, config.texts);
  config.audio.on = reader.flag_or("audio.on", true);
  config.audio.volume = static_cast<float>(reader.number_or("audio.volume", 0, 1, 1));
  config.audio.program = reader.text_or("audio.program", "espeak-ng");
  reader.refuse_unknown_keys();
  return config;
}

}  // namespace navbat::board
