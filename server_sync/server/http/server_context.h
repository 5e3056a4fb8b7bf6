#pragma once

#include <atomic>
#include <string>

#include "server_sync/server/http/connection_limit.h"
#include "server_sync/server/http/observer.h"
#include "server_sync/server/http/router.h"
#include "server_sync/server/limits.h"

namespace navbat::server::http {

/// Internal: what all connections of a server share. Outlives them.
struct ServerContext {
  HttpLimits limits;
  std::string id_prefix;
  ConnectionLimit connections;
  std::atomic<std::size_t> refusals{0};  ///< being answered now
  std::atomic<std::size_t> streams{0};   ///< open now
  const Router* router = nullptr;
  ServerObserver* observer = nullptr;
};

}  // namespace navbat::server::http
