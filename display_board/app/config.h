#pragma once
// config/board.toml, read and checked.

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "ui/draw/color.h"

namespace navbat::board {

struct Config {
  struct Server {
    std::string url;
    std::string branch;
    std::string token;
  };
  struct Device {
    std::string name;            // of this device, unique in the branch
    std::filesystem::path data;  // what it keeps for a start without the server
  };
  struct Screen {
    float width_mm = 1218;
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
    std::vector<std::string> languages;
    std::chrono::milliseconds turn{15'000};
  };
  struct Audio {
    bool on = true;
    float volume = 1;  // 0 to 1
    std::string program;
  };

  Server server;
  Device device;
  Screen screen;
  Brand brand;
  Texts texts;
  Audio audio;
};

// Throws system::ConfigError with one line: file, line, key, what was expected.
[[nodiscard]] Config read_config(const std::filesystem::path& file);

}  // namespace navbat::board
