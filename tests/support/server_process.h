#pragma once
// A real navbat-server with the demo's configuration, its data in a folder of the test's.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/child_process.h"

namespace navbat::testing {

// A port of 127.0.0.1 that nobody uses now, below the range that outgoing connections take.
[[nodiscard]] std::uint16_t free_port();

// True as soon as GET /readyz answers 200; false when it has not until `limit` passed or `server`
// ended.
[[nodiscard]] bool wait_until_ready(std::uint16_t port, ChildProcess& server,
                                    std::chrono::milliseconds limit);

// libfaketime, when it is installed.
[[nodiscard]] std::optional<std::filesystem::path> fake_clock_library();

class ServerProcess {
 public:
  struct Options {
    std::filesystem::path folder;  // Exists; holds the database and the logs.
    std::filesystem::path config = tree_file("config/demo.toml");
    std::vector<std::string> more{};  // Further arguments.
    // Another clock for the server, through libfaketime: "@2026-03-02 04:00:00 x600" starts at that
    // UTC time and runs 600 times as fast. Empty: the real one.
    std::string clock{};
  };

  // Starts it and waits until it is ready; throws std::runtime_error with its output otherwise.
  explicit ServerProcess(Options options);

  // kill -9.
  void kill() { process_->kill(); }
  // Again on the same data and port; ready when this returns.
  void start();
  // From the next start on; see Options.
  void set_clock(std::string clock) { options_.clock = std::move(clock); }
  // SIGTERM; the exit status.
  [[nodiscard]] std::optional<int> stop();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::string url() const;
  [[nodiscard]] ChildProcess& process() const { return *process_; }
  // What another server on the same data (or port) would be started with.
  [[nodiscard]] std::vector<std::string> arguments(std::uint16_t port,
                                                   const std::filesystem::path& data) const;
  [[nodiscard]] std::filesystem::path data() const { return options_.folder / "data"; }

 private:
  Options options_;
  std::uint16_t port_;
  std::unique_ptr<ChildProcess> process_;
};

}  // namespace navbat::testing
