#include "kiosk/app/config.h"

#include <algorithm>

#include "domain/ids.h"
#include "kiosk/printing/make_printer.h"
#include "system/config_reader.h"
#include "ui/draw/theme.h"

namespace navbat::kiosk {
namespace {

// The screens that the layouts are made for: 21.5 to 43 inches upright. On a smaller one the
// letters of DESIGN §8 leave no room for six services.
constexpr double kLeastWidthMm = 262;
constexpr double kMostWidthMm = 560;

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
  kiosk.name = reader.name("device.name");
  kiosk.number = reader.text("device.number");
  const std::string letter = reader.text("device.letter");
  if (letter.size() != 1 || letter[0] < 'A' || letter[0] > 'Z') {
    reader.fail("device.letter", "one capital letter from A to Z");
  }
  kiosk.letter = letter[0];
  kiosk.data = reader.path("device.data");
  if (reader.has("device.phone_page")) {
    kiosk.phone_page = reader.url("device.phone_page");
  }
}

// Upright or lying, as the bank hangs it.
void read_size(system::ConfigReader& reader, Config::Screen& screen) {
  if (!reader.has("screen.pixels")) {
    return;
  }
  constexpr double kFewest = 720;
  constexpr double kMost = 7680;
  const std::vector<double> pixels = reader.numbers("screen.pixels", kFewest, kMost);
  if (pixels.size() != 2) {
    reader.fail("screen.pixels", "width and height, like [1080, 1920]");
  }
  screen.size = {static_cast<float>(pixels[0]), static_cast<float>(pixels[1])};
}

void read_screen(system::ConfigReader& reader, Config::Screen& screen) {
  screen.width_mm =
      static_cast<float>(reader.number("screen.width_mm", kLeastWidthMm, kMostWidthMm));
  constexpr double kHighest = 1500;  // above the floor
  screen.bottom_mm = static_cast<float>(reader.number_or("screen.bottom_mm", 0, kHighest, 800));
  read_size(reader, screen);
  screen.fullscreen = reader.flag_or("screen.fullscreen", false);
  screen.reduced_motion = reader.flag_or("screen.reduced_motion", false);
  screen.software = reader.flag_or("screen.software", false);
  constexpr std::int64_t kSoonest = 15;
  constexpr std::int64_t kLatest = 3600;
  const std::int64_t attract = reader.whole_or("screen.attract_after_s", 0, kLatest, 0);
  if (attract != 0 && attract < kSoonest) {
    reader.fail("screen.attract_after_s", "0 for never, or 15 to 3600 seconds");
  }
  if (attract != 0) {
    screen.attract_after = std::chrono::seconds(attract);
  }
}

void read_access(system::ConfigReader& reader, Config::Access& access) {
  constexpr std::int64_t kLoudest = 100;
  access.volume = static_cast<int>(reader.whole_or("access.volume", 20, kLoudest, access.volume));
  access.speech = reader.text_or("access.speech", access.speech);
  if (access.speech == "none") {
    access.speech.clear();
  }
  for (const ui::KeypadAction action : ui::all_keypad_actions()) {
    const std::string key = "access.keys." + std::string(ui::to_string(action));
    for (const std::string& name : reader.texts_or(key, {})) {
      if (const auto bound = access.keypad.bind(name, action); !bound) {
        reader.fail(key, bound.error());
      }
    }
  }
}

void read_hub(system::ConfigReader& reader, Config::Hub& hub) {
  if (!reader.has("hub")) {
    return;
  }
  hub.url = reader.url("hub.url");
  hub.token = reader.text("hub.token");
  hub.branches = reader.texts("hub.branches");
}

void read_staff(system::ConfigReader& reader, Config::Staff& staff) {
  staff.pin_hash = reader.text_or("staff.pin_hash", "");
  if (!staff.pin_hash.empty() && !staff.pin_hash.starts_with("$argon2id$")) {
    reader.fail("staff.pin_hash", "what `navbat-kiosk --hash-pin` prints");
  }
  staff.key = reader.text_or("staff.key", "");
}

void read_printing(system::ConfigReader& reader, PrinterSettings& printing) {
  constexpr std::int64_t kFewestDots = 384;  // 58 mm paper
  constexpr std::int64_t kMostDots = 832;    // 112 mm
  constexpr std::int64_t kFastest = 921'600;
  const auto kind = parse_printer_kind(reader.text_or("printing.kind", "png"));
  if (!kind) {
    reader.fail("printing.kind", kind.error().expected);
  }
  printing.kind = *kind;
  printing.address = reader.text_or("printing.address", "");
  printing.device = reader.path_or("printing.device", {});
  printing.baud = static_cast<int>(reader.whole_or("printing.baud", 0, kFastest, 0));
  printing.status = reader.flag_or("printing.status", true);
  printing.queue = reader.text_or("printing.queue", "");
  printing.server = reader.text_or("printing.server", "");
  printing.folder = reader.path_or("printing.folder", {});
  printing.dots = static_cast<int>(reader.whole_or("printing.dots", kFewestDots, kMostDots, 576));
  if (const auto usable = check(printing); !usable) {
    reader.fail("printing." + usable.error().key, usable.error().expected);
  }
}

}  // namespace

Config read_config(const std::filesystem::path& file) {
  system::ConfigReader reader(file);
  Config config;
  config.server.url = reader.url("server.url");
  config.server.branch = reader.name("server.branch");
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
  read_hub(reader, config.hub);
  read_access(reader, config.access);
  config.server.ca_file = reader.path_or("server.ca_file", {});
  config.home.appointments = reader.flag_or("home.appointments", true);
  config.home.priority = reader.flag_or("home.priority", true);
  config.home.ratings = reader.flag_or("home.ratings", true);
  read_staff(reader, config.staff);
  read_printing(reader, config.printing);
  reader.refuse_unknown_keys();
  return config;
}

}  // namespace navbat::kiosk
