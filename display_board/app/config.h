#pragma once
// config/board.toml, read and checked.

#include <filesystem>
#include <string>
#include <vector>

#include "display_board/app/options.h"
#include "display_board/model/turns.h"
#include "display_board/model/zone.h"
#include "display_board/panel/panel_settings.h"
#include "display_board/speech/voice_settings.h"
#include "display_board/view/layout.h"
#include "display_board/view/look.h"
#include "server_sync/client/branch_view.h"
#include "ui/draw/color.h"

namespace navbat::board {

struct Config {
  struct Server {
    std::string url;
    std::string branch;
    std::string token;
    std::filesystem::path ca_file;  // empty: the system's authorities
  };
  struct Device {
    std::string name;            // of this device, unique in the branch
    std::filesystem::path data;  // what it keeps for a start without the server
  };
  struct Screen {
    LayoutSpec spec;
    Contrast contrast = Contrast::kNormal;
    bool fullscreen = false;
    bool reduced_motion = false;
    bool software = false;
  };
  struct Brand {
    std::string bank;
    std::filesystem::path logo;
    ui::Color color;
    ui::Color accent;
  };
  struct Texts {
    std::filesystem::path folder;
    TurnSettings turns;
  };

  Server server;
  Device device;
  Screen screen;
  Brand brand;
  Texts texts;
  Zone zone;
  client::Translations zone_name;  // empty: not shown
  PanelSettings panel;
  VoiceSettings voice;
};

// Throws system::ConfigError with one line: file, line, key, what was expected.
[[nodiscard]] Config read_config(const std::filesystem::path& file);

// The same with what the command line says instead of the file.
[[nodiscard]] Config configure(const Options& options);

}  // namespace navbat::board
