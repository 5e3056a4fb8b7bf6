#pragma once
// The command line of navbat-board.

#include <filesystem>
#include <optional>
#include <string>

#include "display_board/app/photographer.h"

namespace navbat::board {

struct Options {
  std::filesystem::path config;
  std::string server;          // instead of the configuration's; empty: none
  std::filesystem::path data;  // the same
  bool headless = false;       // no window, nothing is rasterised
  bool mute = false;
  bool supervised = false;    // watch over this very command as a child
  bool report_shown = false;  // a line on standard output for each call on the screen
  bool report_heard = false;  // the same for what was heard
  PhotoWish photo;
};

// The options, or the exit status when there is nothing to run: 0 after --help and --version, 2
// after bad usage. Prints what there is to say.
struct Parsed {
  std::optional<Options> options;
  int status = 0;
};
inline constexpr const char* kSupervised = "--supervised";
[[nodiscard]] Parsed parse_options(int argc, const char* const* argv);

}  // namespace navbat::board
