#include "tests/simulation/navbat_sim/options.h"

#include <CLI/CLI.hpp>
#include <charconv>

namespace navbat::sim {
namespace {

struct Raw {
  std::string speed = "60";
  double run_for_s = 0;
  std::int64_t tickets = 0;
  int tellers = 0;
  std::vector<std::string> map;
};

void describe(CLI::App& app, Options& options, Raw& raw) {
  app.set_version_flag("--version", "navbat-sim " NAVBAT_VERSION);
  app.add_option("--config", options.config, "Scenario (TOML); config/sim.toml explains it");
  app.add_option("--replay", options.replay, "Replay a recorded day from this queue log (CSV)");
  app.add_option("--day", options.day, "Which day of the log, YYYY-MM-DD");
  app.add_option("--map", raw.map, "Log's service=branch's service, comma-separated")
      ->delimiter(',');
  app.add_option("--server", options.session.server, "Base URL of navbat-server");
  app.add_option("--branch", options.session.branch, "Branch");
  app.add_option("--speed", raw.speed, "Simulated seconds a real second, or max");
  app.add_option("--for", raw.run_for_s, "Stop after so many real seconds")
      ->check(CLI::Range(0.001, 1e9));
  app.add_option("--tickets", raw.tickets,
                 "Load: this many tickets as fast as they are answered, no simulated time")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{10'000'000}));
  app.add_option("--kiosks", options.kiosks, "Virtual kiosks")->check(CLI::Range(1, 1000));
  app.add_option("--tellers", raw.tellers, "Virtual tellers, on the first counters")
      ->check(CLI::Range(1, 1000));
  app.add_option("--log", options.session.log, "Write everything acknowledged (JSON lines)");
  app.add_option("--kiosk-token", options.session.kiosk_token, "Bearer token of the kiosks");
  app.add_option("--teller-token", options.session.teller_token,
                 "Bearer token of the tellers; {counter} stands for the counter");
  app.add_option("--board-token", options.session.board_token, "Bearer token that follows events");
  app.add_flag("--alone", options.session.alone,
               "Nobody else uses the branch: every ticket in it must be ours");
  app.add_flag("--same-clock", options.same_clock,
               "The server's clock runs at --speed, too (libfaketime)");
  app.add_flag("--repeat", options.repeat, "Another day after each, until --for or a signal");
  app.add_flag("--quiet", options.quiet, "No progress line");
}

std::optional<std::string> complete(Options& options, const Raw& raw) {
  if (raw.speed == "max") {
    options.speed.reset();
  } else {
    double speed = 0;
    const char* end = raw.speed.data() + raw.speed.size();
    const auto [read, error] = std::from_chars(raw.speed.data(), end, speed);
    if (error != std::errc{} || read != end || !(speed > 0 && speed <= 1e6)) {
      return "--speed: expected a number above 0 up to 1000000, or max";
    }
    options.speed = speed;
  }
  if (raw.run_for_s > 0) options.run_for = std::chrono::duration<double>{raw.run_for_s};
  if (raw.tickets > 0) options.tickets = raw.tickets;
  if (raw.tellers > 0) options.tellers = raw.tellers;
  for (const std::string& pair : raw.map) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size()) {
      return "--map: expected pairs such as PS=cash,NW=payments";
    }
    options.map[pair.substr(0, equals)] = domain::ServiceId{pair.substr(equals + 1)};
  }
  if (!options.replay.empty() && options.day.empty()) return "--replay: expected --day YYYY-MM-DD";
  if (options.replay.empty() && options.config.empty()) {
    return "expected --config FILE or --replay FILE --day YYYY-MM-DD (see --help)";
  }
  if (options.tickets && options.config.empty()) return "--tickets: expected --config FILE";
  return std::nullopt;
}

}  // namespace

tl::expected<Options, Exit> parse_options(int argc, const char* const* argv) {
  CLI::App app{"Virtual customers and tellers on the real API of navbat-server.", "navbat-sim"};
  Options options;
  Raw raw;
  describe(app, options, raw);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return tl::unexpected(Exit{0, app.help()});
  } catch (const CLI::CallForVersion&) {
    return tl::unexpected(Exit{0, "navbat-sim " NAVBAT_VERSION "\n"});
  } catch (const CLI::ParseError& error) {
    return tl::unexpected(Exit{2, std::string{"navbat-sim: "} + error.what() + "\n"});
  }
  if (const auto problem = complete(options, raw)) {
    return tl::unexpected(Exit{2, "navbat-sim: " + *problem + "\n"});
  }
  return options;
}

}  // namespace navbat::sim
