// navbat-kiosk: the customer's terminal. Chooses clock, configuration and log; everything else is
// told.

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <mutex>

#include "kiosk/app/program.h"
#include "kiosk/app/stop_signals.h"
#include "system/config_reader.h"
#include "system/steady_clock.h"

namespace {

using namespace navbat;

constexpr int kBadUsage = 2;

struct Arguments {
  std::string config;
  std::string server;
  std::string data;
  std::string tickets;
  std::string screenshot;
  bool then_exit = false;
};

kiosk::Config configure(const Arguments& arguments) {
  kiosk::Config config = kiosk::read_config(arguments.config);
  if (!arguments.server.empty()) {
    config.server.url = arguments.server;
    config.kiosk.phone_page = arguments.server + "/t/";
  }
  if (!arguments.data.empty()) {
    config.kiosk.data = arguments.data;
    config.paper = config.kiosk.data / "tickets";
  }
  if (!arguments.tickets.empty()) {
    config.paper = arguments.tickets;
  }
  return config;
}

int fail(const std::string& line) {
  std::cerr << "navbat-kiosk: " << line << '\n';
  return kBadUsage;
}

int run(const Arguments& arguments, kiosk::StopSignals& signals,
        std::chrono::steady_clock::time_point started) {
  const system::SteadyClock clock;
  std::mutex log_mutex;
  const auto since_start = [started] {
    return std::chrono::duration_cast<ui::Moment>(std::chrono::steady_clock::now() - started);
  };
  kiosk::ProgramOptions options;
  options.config = configure(arguments);
  options.screenshot = arguments.screenshot;
  options.exit_after_screenshot = arguments.then_exit;
  options.monotonic = since_start;
  options.log = [&](const std::string& line) {
    const std::lock_guard lock(log_mutex);
    std::cout << domain::to_rfc3339(clock.now()) << " +" << since_start().count() << " ms " << line
              << std::endl;
  };
  auto program = kiosk::Program::open(std::move(options), clock);
  if (!program) {
    return fail(program.error());
  }
  signals.on_stop([&program] { (*program)->stop(); });
  const int status = (*program)->run();
  signals.on_stop(nullptr);
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  const auto started = std::chrono::steady_clock::now();
  kiosk::StopSignals signals;
  CLI::App app{"A bank branch's ticket terminal."};
  Arguments arguments;
  app.set_version_flag("--version", "navbat-kiosk " NAVBAT_VERSION);
  app.add_option("--config", arguments.config, "TOML file; config/kiosk.toml documents it")
      ->required();
  app.add_option("--server", arguments.server, "address in place of server.url");
  app.add_option("--data", arguments.data, "folder in place of device.data; tickets go below it");
  app.add_option("--tickets", arguments.tickets, "folder in place of printing.folder");
  auto* screenshot =
      app.add_option("--screenshot", arguments.screenshot, "save a PNG once live data is shown");
  app.add_flag("--then-exit", arguments.then_exit, "leave after the screenshot")->needs(screenshot);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    return fail(std::string(error.what()) + "; expected the options that --help lists");
  }
  try {
    return run(arguments, signals, started);
  } catch (const system::ConfigError& error) {
    return fail(error.what());
  }
}
