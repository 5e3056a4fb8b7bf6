#pragma once
// What navbat-server is told by its TOML file; config/demo.toml documents every key.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/branch_config.h"
#include "domain/commands.h"
#include "server_sync/protocol/branch_info.h"

namespace navbat::server {

// A device or person that the demo lets in without enrolment. Their secrets are public: loopback
// only.
struct DemoDevice {
  std::string token;
  std::string kind;  // "kiosk" or "board"
  std::optional<domain::NodeId>
      node;  // Absent: it may speak for any node, as several simulated kiosks do.
};
struct DemoUser {
  std::string token;  // As bearer, for scripts.
  std::string login;  // With `password`, on the web pages.
  std::string password;
  std::string name;
  std::string role;  // "teller", "manager" or "admin"
  std::optional<domain::CounterId> counter;
};

struct ServerConfig {
  std::string host;
  std::uint16_t port = 0;
  unsigned threads = 2;
  std::filesystem::path data;
  std::filesystem::path web;

  domain::BranchConfig branch;
  protocol::BranchInfo info;
  std::chrono::minutes day_starts_at{0};
  std::vector<domain::OpenCounter> standing_counters;  // Opened with each business day.

  std::vector<DemoDevice> demo_devices;
  std::vector<DemoUser> demo_users;

  [[nodiscard]] bool is_demo() const { return !demo_devices.empty() || !demo_users.empty(); }
};

// "HOST:PORT", "[::1]:8080"; port 0 is any free one. Nothing when it is neither.
struct Listen {
  std::string host;
  std::uint16_t port = 0;
};
[[nodiscard]] std::optional<Listen> parse_listen(const std::string& text);

// Only programs of the same machine can reach it: 127.0.0.0/8, ::1, localhost.
[[nodiscard]] bool is_loopback(const std::string& host);

// Throws system::ConfigError with one line: file, line, key and what was expected.
[[nodiscard]] ServerConfig read_server_config(const std::filesystem::path& file);

}  // namespace navbat::server
