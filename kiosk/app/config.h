#pragma once
// The kiosk's configuration, read from TOML. config/kiosk.toml documents every key.

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/printing/printer_settings.h"
#include "ui/access/keypad.h"
#include "ui/draw/color.h"
#include "ui/draw/geometry.h"

namespace navbat::kiosk {

struct Config {
  struct Server {
    std::string url;
    std::string branch;
    std::string token;
    std::filesystem::path ca_file;  // empty: the system's authorities
  } server;

  // Where the waits of other branches are asked for; an empty url: nowhere.
  struct Hub {
    std::string url;
    std::string token;
    std::vector<std::string> branches;
  } hub;

  // What home offers besides services.
  struct Home {
    bool appointments = true;
    bool priority = true;
    bool ratings = true;
  } home;

  struct Kiosk {
    std::string name;    // of the device: "kiosk-1"
    std::string number;  // printed on tickets
    char letter = 'X';   // of its own series
    std::filesystem::path data;
    std::string phone_page;  // the ticket's id follows; empty: no QR code
  } kiosk;

  struct Screen {
    float width_mm = 267.7F;
    float bottom_mm = 800;  // of the lit area above the floor
    ui::Size size{1080, 1920};
    bool fullscreen = false;
    bool reduced_motion = false;
    bool software = false;
    // The screen for nobody comes up after so long without a touch; nothing: never.
    std::optional<std::chrono::milliseconds> attract_after;
  } screen;

  struct Staff {
    std::string pin_hash;  // Argon2id; empty: no staff menu
    std::string key;       // opens the menu besides the corner: "Ctrl+Alt+S"; empty: none
  } staff;

  // The reading voice and the keypad of customers who do not see the screen.
  struct Access {
    int volume = 60;                   // percent; what it falls back to after each customer
    std::string speech = "espeak-ng";  // program; empty: no voice
    ui::KeypadMap keypad = ui::KeypadMap::standard();
  } access;

  struct Brand {
    std::string bank;  // shown until the server has told it
    std::filesystem::path logo;
    ui::Color color;
    ui::Color accent;
  } brand;

  std::filesystem::path catalogues;
  std::vector<std::string> languages;  // the first is the one that a customer finds
  PrinterSettings printing;
};

// Throws system::ConfigError with one line.
Config read_config(const std::filesystem::path& file);

}  // namespace navbat::kiosk
