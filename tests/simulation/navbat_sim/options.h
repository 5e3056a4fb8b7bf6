#pragma once
// The command line of navbat-sim.

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "tests/simulation/navbat_sim/session.h"

namespace navbat::sim {

struct Options {
  SessionOptions session;
  std::filesystem::path config;  // Empty: only with a replay or a load.
  std::filesystem::path replay;
  std::string day;
  std::map<std::string, domain::ServiceId> map;
  std::optional<double> speed = 60;  // Nothing: max.
  std::optional<std::chrono::duration<double>> run_for;
  std::optional<std::int64_t> tickets;  // Load mode.
  int kiosks = 1;
  std::optional<int> tellers;
  bool same_clock = false;  // The server's clock runs at `speed`, too.
  bool repeat = false;
  bool quiet = false;
};

// Nothing to run: print `text` and exit with `status`.
struct Exit {
  int status = 0;
  std::string text;
};

[[nodiscard]] tl::expected<Options, Exit> parse_options(int argc, const char* const* argv);

}  // namespace navbat::sim
