#pragma once
// The kiosk's configuration, read from TOML. config/kiosk.toml documents every key.

#include <filesystem>
#include <string>
#include <vector>

#include "ui/draw/color.h"
#include "ui/draw/geometry.h"

namespace navbat::kiosk {

struct Config {
  struct Server {
    std::string url;
    std::string branch;
    std::string token;
  } server;

  struct Kiosk {
    std::string name;    // of the device: "kiosk-1"
    std::string number;  // printed on tickets
    char letter = 'X';   // of its own series
    std::filesystem::path data;
    std::string phone_page;  // the ticket's id follows; empty: no QR code
  } kiosk;

  struct Screen {
    float width_mm = 267.7F;
    ui::Size size{1080, 1920};
    bool fullscreen = false;
    bool reduced_motion = false;
    bool software = false;
  } screen;

  struct Brand {
    std::string bank;  // shown until the server has told it
    std::filesystem::path logo;
    ui::Color color;
    ui::Color accent;
  } brand;

  std::filesystem::path catalogues;
  std::vector<std::string> languages;  // the first is the one that a customer finds
  std::filesystem::path paper;         // the folder for printed tickets
};

// Throws system::ConfigError with one line.
Config read_config(const std::filesystem::path& file);

}  // namespace navbat::kiosk
