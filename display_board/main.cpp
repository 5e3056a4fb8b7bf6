// navbat-board: chooses the real clock, randomness and configuration; board_program.cpp does the
// rest.

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>

#include "display_board/app/board_program.h"
#include "system/config_reader.h"
#include "system/random_source.h"
#include "system/steady_clock.h"
#include "system/stop_signals.h"

int main(int argc, char** argv) {
  using namespace navbat;
  const board::Parsed parsed = board::parse_options(argc, argv);
  if (!parsed.options) {
    return parsed.status;
  }
  system::StopSignals signals;
  spdlog::set_default_logger(spdlog::stderr_color_mt("board"));
  const system::SteadyClock clock;
  try {
    return board::run_board(*parsed.options, board::read_config(parsed.options->config), clock,
                            system::fill_random, signals);
  } catch (const system::ConfigError& error) {
    std::fprintf(stderr, "navbat-board: %s\n", error.what());
    return 2;
  }
}
