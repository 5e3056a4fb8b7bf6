#include "kiosk/app/config.h"

#include <algorithm>

#include "domain/ids.h"
#include "system/config_reader.h"
#include "ui/draw/theme.h"

namespace navbat::kiosk {
namespace {

// The screens that the layouts are made for: 21.5 to 43 inches upright. On a smaller one the
// letters of DESIGN §8 leave no room for six services.
constexpr double kLeastWidthMm = 262;
constexpr double kMostWidthMm = 560;

bool is_http_url(std::string_view text) {
  return (text.starts_with("http://") || text.starts_with("https://")) &&
         text.find_first_of(" \t\"<>") == std::string_view::npos && text.size() > 8;
}

std::string url(system::ConfigReader& reader, std::string_view key) {
  std::string value = reader.text(key);
  if (!is_http_url(value)) {
    reader.fail(key, "an address like \"http://127.0.0.1:8080\"");
  }
  return value;
}

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

void read_kiosk(system::ConfigReader& reader, Config::Kiosk& kiosk) {
  kiosk.name = name(reader, "device.name");
  kiosk.number = reader.text("device.number");
  const std::string letter = reader.text("device.letter");
  if (letter.size() != 1 || letter[0] < 'A' || letter[0] > 'Z') {
    reader.fail("device.letter", "one capital letter from A to Z");
  }
  kiosk.letter = letter[0];
  kiosk.data = reader.path("device.data");
  kiosk.phone_page = reader.text_or("device.phone_page", "");
  if (!kiosk.phone_page.empty() && !is_http_url(kiosk.phone_page)) {
    reader.fail("device.phone_page", "an address like \"https://queue.example/t/\"");
  }
}

void read_screen(system::ConfigReader& reader, Config::Screen& screen) {
  screen.width_mm =
      static_cast<float>(reader.number("screen.width_mm", kLeastWidthMm, kMostWidthMm));
  screen.fullscreen = reader.flag_or("screen.fullscreen", false);
  screen.reduced_motion = reader.flag_or("screen.reduced_motion", false);
  screen.software = reader.flag_or("screen.software", false);
}

}  // namespace

Config read_config(const std::filesystem::path& file) {
  system::ConfigReader reader(file);
  Config config;
  config.server.url = url(reader, "server.url");
  config.server.branch = name(reader, "server.branch");
  config.server.token = reader.text("server.token");
  read_kiosk(reader, config.kiosk);
  read_screen(reader, config.screen);
  const ui::Theme theme = ui::light_theme();
  config.brand.bank = reader.text("brand.bank");
  config.brand.logo = reader.path_or("brand.logo", {});
  config.brand.color = color_or(reader, "brand.color", theme.palette.brand);
  config.brand.accent = color_or(reader, "brand.accent", theme.palette.accent);
  config.catalogues = reader.path("texts.folder");
  config.languages = reader.texts("texts.languages");
  config.paper = reader.path("printing.folder");
  reader.refuse_unknown_keys();
  return config;
}

}  // namespace navbat::kiosk
