#include "display_board/app/config.h"

#include <algorithm>

#include "display_board/languages.h"
#include "domain/ids.h"
#include "system/config_reader.h"
#include "ui/draw/theme.h"

namespace navbat::board {
namespace {

// From a small sign above one counter to a wall.
constexpr double kLeastWidthMm = 150;
constexpr double kMostWidthMm = 10'000;
constexpr double kLeastDistance = 1;  // metres
constexpr double kMostDistance = 60;
constexpr double kFewestPixels = 360;
constexpr double kMostPixels = 7'680;

// More languages side by side would leave each of them too small.
constexpr std::size_t kMostTogether = 3;

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
  server.url = reader.url("server.url");
  server.branch = reader.name("server.branch");
  server.token = reader.text("server.token");
  server.ca_file = reader.path_or("server.ca_file", {});
}

LayoutKind read_kind(system::ConfigReader& reader) {
  const std::string kind = reader.text_or("screen.layout", "hall");
  if (kind != "hall" && kind != "counter") {
    reader.fail("screen.layout", "\"hall\" or \"counter\"");
  }
  return kind == "hall" ? LayoutKind::kHall : LayoutKind::kCounter;
}

Contrast read_contrast(system::ConfigReader& reader) {
  const std::string contrast = reader.text_or("screen.contrast", "normal");
  if (contrast != "normal" && contrast != "high") {
    reader.fail("screen.contrast", "\"normal\" or \"high\"");
  }
  return contrast == "high" ? Contrast::kHigh : Contrast::kNormal;
}

void read_screen(system::ConfigReader& reader, Config::Screen& screen) {
  screen.spec.kind = read_kind(reader);
  screen.spec.width_mm =
      static_cast<float>(reader.number("screen.width_mm", kLeastWidthMm, kMostWidthMm));
  screen.spec.distance_m =
      static_cast<float>(reader.number_or("screen.distance_m", kLeastDistance, kMostDistance, 10));
  if (reader.has("screen.pixels")) {
    const std::vector<double> pixels = reader.numbers("screen.pixels", kFewestPixels, kMostPixels);
    if (pixels.size() != 2) {
      reader.fail("screen.pixels", "width and height, like [1920, 1080]");
    }
    screen.spec.pixels = {static_cast<float>(pixels[0]), static_cast<float>(pixels[1])};
  }
  if (const auto layout = make_layout(screen.spec); !layout) {
    reader.fail("screen.width_mm", layout.error());
  }
  screen.contrast = read_contrast(reader);
  screen.fullscreen = reader.flag_or("screen.fullscreen", false);
  screen.reduced_motion = reader.flag_or("screen.reduced_motion", false);
  screen.software = reader.flag_or("screen.software", false);
}

void read_texts(system::ConfigReader& reader, Config::Texts& texts) {
  texts.folder = reader.path("texts.folder");
  texts.turns.languages = reader.texts("texts.languages");
  for (const std::string& language : texts.turns.languages) {
    if (std::find(kLanguages.begin(), kLanguages.end(), language) == kLanguages.end()) {
      reader.fail("texts.languages", "some of uz, uz-Cyrl, az, tr, pl, ru, en");
    }
  }
  const std::string show = reader.text_or("texts.show", "in_turn");
  texts.turns.together = show == "together";
  if (show != "in_turn" && !texts.turns.together) {
    reader.fail("texts.show", "\"in_turn\" or \"together\"");
  }
  if (texts.turns.together && texts.turns.languages.size() > kMostTogether) {
    reader.fail("texts.languages", "at most 3 when they stand side by side (texts.show)");
  }
  texts.turns.turn = std::chrono::seconds(reader.whole_or("texts.turn_s", 5, 600, 15));
}

template <typename Id>
std::vector<Id> read_names(system::ConfigReader& reader, std::string_view key) {
  std::vector<Id> names;
  for (const std::string& name : reader.texts_or(key, {})) {
    if (!domain::is_valid_name(name)) {
      reader.fail(key, "names of 1 to 40 letters a-z, A-Z, digits and - _ .");
    }
    names.emplace_back(name);
  }
  return names;
}

void read_zone(system::ConfigReader& reader, Config& config) {
  config.zone.counters = read_names<domain::CounterId>(reader, "zone.counters");
  config.zone.services = read_names<domain::ServiceId>(reader, "zone.services");
  if (reader.has("zone.name")) {
    config.zone_name = reader.text_table("zone.name");
  }
  if (config.screen.spec.kind == LayoutKind::kCounter && config.zone.counters.size() != 1) {
    reader.fail("zone.counters", "the one counter that a board of layout \"counter\" hangs above");
  }
}

}  // namespace

Config read_config(const std::filesystem::path& file) {
  system::ConfigReader reader(file);
  Config config;
  read_server(reader, config.server);
  config.device.name = reader.name("device.name");
  config.device.data = reader.path("device.data");
  read_screen(reader, config.screen);
  const ui::Theme theme = ui::light_theme();
  config.brand.bank = reader.text("brand.bank");
  config.brand.logo = reader.path_or("brand.logo", {});
  config.brand.color = color_or(reader, "brand.color", theme.palette.brand);
  config.brand.accent = color_or(reader, "brand.accent", theme.palette.accent);
  read_texts(reader, config.texts);
  read_zone(reader, config);
  config.panel = read_panel(reader);
  config.voice = read_voice(reader);
  reader.refuse_unknown_keys();
  return config;
}

Config configure(const Options& options) {
  Config config = read_config(options.config);
  if (!options.server.empty()) {
    config.server.url = options.server;
  }
  if (!options.data.empty()) {
    config.device.data = options.data;
  }
  config.voice.on = config.voice.on && !options.mute;
  return config;
}

}  // namespace navbat::board
