#pragma once
// Runs what the options ask for; what main() and the tests call.

#include <functional>
#include <stop_token>
#include <string>

#include <tl/expected.hpp>

#include "tests/simulation/navbat_sim/options.h"

namespace navbat::sim {

struct Result {
  std::string summary;
  std::size_t broken = 0;  // Invariants.
  std::vector<std::string> first_broken;
  std::int64_t calls = 0;
  std::int64_t calls_in_order = 0;
  std::int64_t tickets = 0;
  std::int64_t retries = 0;
};

struct Output {
  std::function<void(const std::string&)> say;       // A line for the reader.
  std::function<void(const std::string&)> progress;  // Replaces the line before.
};

// The error is one line: a configuration, log or server that cannot be used.
[[nodiscard]] tl::expected<Result, std::string> run(const Options& options, const Output& output,
                                                    const std::stop_token& stop);

}  // namespace navbat::sim
