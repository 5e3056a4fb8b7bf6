#pragma once
// The whole server: database, writer, identities, routes, pages, metrics and log around one branch.

#include <cstdint>
#include <memory>
#include <string>

#include <tl/expected.hpp>

#include "domain/time.h"
#include "server_sync/server/config/server_config.h"
#include "server_sync/server/identity/secrets.h"
#include "server_sync/server/limits.h"
#include "system/password_hash.h"

namespace spdlog {
class logger;
}

namespace navbat::server {

struct ServerParts {
  const domain::Clock& clock;  // Outlives the server.
  FillRandom random;
  std::shared_ptr<spdlog::logger> logger;
  HttpLimits http{};
  IdentityLimits identity{};
  ApiLimits api{};
  DeviceLimits devices{};
  system::PasswordCost password_cost{};
};

class ServerApp {
 public:
  // Binds, opens the data, opens the day, serves. The error is one line for the operator; nothing
  // runs then.
  [[nodiscard]] static tl::expected<std::unique_ptr<ServerApp>, std::string> start(
      ServerConfig config, ServerParts parts);
  // stop()
  ~ServerApp();
  ServerApp(const ServerApp&) = delete;
  ServerApp& operator=(const ServerApp&) = delete;

  [[nodiscard]] std::uint16_t port() const;

  // Takes no more connections, finishes what runs, ends the streams, closes the data.
  void stop();

 private:
  class Implementation;
  explicit ServerApp(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace navbat::server
