#include "display_board/app/options.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace navbat::board {

Parsed parse_options(int argc, const char* const* argv) {
  Options options;
  CLI::App app("The board of a bank branch's hall: shows and speaks every call.", "navbat-board");
  app.set_version_flag("--version", std::string("navbat-board ") + NAVBAT_VERSION);
  app.add_option("--config", options.config, "TOML file, see config/board.toml")
      ->required()
      ->type_name("FILE");
  app.add_option("--server", options.server, "address of the server instead of server.url")
      ->type_name("URL");
  app.add_option("--data", options.data, "folder of this device instead of device.data")
      ->type_name("DIR");
  app.add_flag("--headless", options.headless, "no window: for tests with many boards");
  app.add_flag("--mute", options.mute, "no sound");
  app.add_flag("--report-shown", options.report_shown,
               "write a line for each call when it is on the screen, and the picture at the end");
  app.add_flag("--report-heard", options.report_heard,
               "write a line for each call when its sound is over");
  app.add_flag(
      kSupervised, options.supervised,
      "watch over the board: start it again when it hangs or dies (where no systemd does)");
  app.add_option("--screenshot", options.photo.file,
                 "save a picture as PNG when the branch is shown, and end")
      ->type_name("FILE");
  app.add_option("--after-calls", options.photo.after_calls,
                 "with --screenshot: when so many calls were shown")
      ->type_name("N")
      ->check(CLI::Range(0, 100'000));
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wish) {
    return {.options = std::nullopt, .status = app.exit(wish)};
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "navbat-board: %s; see --help\n", error.what());
    return {.options = std::nullopt, .status = 2};
  }
  return {.options = std::move(options), .status = 0};
}

}  // namespace navbat::board
