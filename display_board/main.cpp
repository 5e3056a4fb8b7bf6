// navbat-board: chooses the real clock, randomness, configuration and log; program.cpp does the
// rest.

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <system_error>

#include "display_board/app/program.h"
#include "system/config_reader.h"
#include "system/random_source.h"
#include "system/steady_clock.h"
#include "system/stop_signals.h"
#include "system/supervisor.h"
#include "system/watchdog.h"

namespace {

using namespace navbat;

constexpr int kBadUsage = 2;

int fail(const std::string& line, int status) {
  std::fprintf(stderr, "navbat-board: %s\n", line.c_str());
  return status;
}

void write_log(const std::string& line) { spdlog::info("{}", line); }

int run(const board::Options& options) {
  system::StopSignals signals;
  const auto watchdog = system::Watchdog::from_environment();
  const system::SteadyClock clock;
  auto program = board::Program::open({.options = options,
                                       .config = board::configure(options),
                                       .random = system::fill_random,
                                       .log = write_log},
                                      clock);
  if (!program) {
    return fail(program.error(), 1);
  }
  signals.on_stop([&program] { (*program)->stop(); });
  int status = 0;
  {
    const system::WatchdogFeed feed(watchdog, [&program](std::function<void()> task) {
      (*program)->post_quietly(std::move(task));
    });
    status = (*program)->run();
  }
  watchdog.stopping();
  signals.on_stop(nullptr);
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  const board::Parsed parsed = board::parse_options(argc, argv);
  if (!parsed.options) {
    return parsed.status;
  }
  spdlog::set_default_logger(spdlog::stderr_color_mt("board"));
  try {
    return parsed.options->supervised
               ? system::supervise_this_program(argc, argv, board::kSupervised, write_log)
               : run(*parsed.options);
  } catch (const system::ConfigError& error) {
    return fail(error.what(), kBadUsage);
  } catch (const std::system_error& error) {
    return fail(error.what(), kBadUsage);
  }
}
