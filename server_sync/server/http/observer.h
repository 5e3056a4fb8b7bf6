#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "server_sync/server/http/http_types.h"

namespace navbat::server::http {

/// What is worth knowing about one answered request. Holds no token, body or personal data: the
/// route is its pattern, not the path.
struct RequestRecord {
  std::string_view id{};
  Method method = Method::kOther;
  std::string_view route{};  ///< pattern; empty when none matched or the request was malformed
  int status = 0;
  std::chrono::microseconds duration{0};  ///< from the request's first byte to the answer sent
  std::string_view principal{};           ///< empty when nobody was identified
  std::string_view peer{};
  std::size_t request_bytes = 0;   ///< body only
  std::size_t response_bytes = 0;  ///< body only
};

/// Watches the server, for metrics and the log. Called from all of the server's threads; must not
/// block. Every function has an empty default, so that a watcher names only what it wants.
class ServerObserver {
 public:
  virtual ~ServerObserver() = default;
  virtual void on_request(const RequestRecord& /*record*/) {}
  virtual void on_connections(std::size_t /*open_now*/) {}
  virtual void on_streams(std::size_t /*open_now*/) {}
  /// A connection was turned away; `why` is "total", "address" or "streams".
  virtual void on_refused(std::string_view /*why*/) {}
  /// A stream was ended by the server; `why` is "slow", "stuck", "store" or "drain".
  virtual void on_stream_dropped(std::string_view /*why*/) {}
  /// Something that an operator should read, in one sentence.
  virtual void on_trouble(std::string_view /*what*/) {}
};

}  // namespace navbat::server::http
