// navbat-kiosk: the customer's terminal. Chooses clock, configuration and log; everything else is
// told.

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <system_error>

#include "kiosk/app/program.h"
#include "system/config_reader.h"
#include "system/password_hash.h"
#include "system/steady_clock.h"
#include "system/stop_signals.h"
#include "system/supervisor.h"
#include "system/watchdog.h"

namespace {

using namespace navbat;

constexpr int kBadUsage = 2;
constexpr const char* kSupervised = "--supervised";

struct Arguments {
  std::string config;
  std::string server;
  std::string data;
  std::string tickets;
  std::string screenshot;
  bool then_exit = false;
  bool supervised = false;
};

kiosk::Config configure(const Arguments& arguments) {
  kiosk::Config config = kiosk::read_config(arguments.config);
  if (!arguments.server.empty()) {
    config.server.url = arguments.server;
    config.kiosk.phone_page = arguments.server + "/t/";
  }
  if (!arguments.data.empty()) {
    config.kiosk.data = arguments.data;
    config.printing.folder = config.kiosk.data / "tickets";
  }
  if (!arguments.tickets.empty()) {
    config.printing.folder = arguments.tickets;
  }
  return config;
}

int fail(const std::string& line) {
  std::cerr << "navbat-kiosk: " << line << '\n';
  return kBadUsage;
}

// Reads the PIN from standard input, so that it stands in no command line or shell history.
int hash_pin() {
  constexpr std::size_t kShortest = 4;
  constexpr std::size_t kLongest = 12;
  std::cerr << "PIN of 4 to 12 digits: ";
  std::string pin;
  std::getline(std::cin, pin);
  const bool digits = pin.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || pin.size() < kShortest || pin.size() > kLongest) {
    return fail("that is no PIN; expected 4 to 12 digits");
  }
  std::cout << "pin_hash = \"" << system::hash_password(pin, {}) << "\"\n";
  return 0;
}

int run(const Arguments& arguments, system::StopSignals& signals,
        std::chrono::steady_clock::time_point started) {
  const auto watchdog = system::Watchdog::from_environment();
  const system::SteadyClock clock;
  std::mutex log_mutex;
  const auto since_start = [started] {
    return std::chrono::duration_cast<ui::Moment>(std::chrono::steady_clock::now() - started);
  };
  kiosk::ProgramOptions options;
  options.config = configure(arguments);
  options.version = NAVBAT_VERSION;
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
  const auto started = std::chrono::steady_clock::now();
  CLI::App app{"A bank branch's ticket terminal."};
  Arguments arguments;
  app.set_version_flag("--version", "navbat-kiosk " NAVBAT_VERSION);
  auto* config_option =
      app.add_option("--config", arguments.config, "TOML file; config/kiosk.toml documents it");
  app.add_option("--server", arguments.server, "address in place of server.url");
  app.add_option("--data", arguments.data, "folder in place of device.data; tickets go below it");
  app.add_option("--tickets", arguments.tickets, "folder in place of printing.folder");
  auto* screenshot =
      app.add_option("--screenshot", arguments.screenshot, "save a PNG once live data is shown");
  app.add_flag("--then-exit", arguments.then_exit, "leave after the screenshot")->needs(screenshot);
  app.add_flag(
      kSupervised, arguments.supervised,
      "watch over the kiosk: start it again when it hangs or dies (where no systemd does)");
  bool hashes_pin = false;
  app.add_flag("--hash-pin", hashes_pin,
               "read a PIN and print the line for staff.pin_hash of the configuration");
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    return fail(std::string(error.what()) + "; expected the options that --help lists");
  }
  if (hashes_pin) {
    return hash_pin();
  }
  if (config_option->count() == 0) {
    return fail("--config is missing; expected a TOML file like config/kiosk.toml");
  }
  try {
    if (arguments.supervised) {
      const system::SteadyClock clock;
      return system::supervise_this_program(argc, argv, kSupervised, [&](const std::string& line) {
        std::cout << domain::to_rfc3339(clock.now()) << " supervisor: " << line << std::endl;
      });
    }
    system::StopSignals signals;
    return run(arguments, signals, started);
  } catch (const system::ConfigError& error) {
    return fail(error.what());
  } catch (const std::system_error& error) {
    return fail(error.what());
  }
}
