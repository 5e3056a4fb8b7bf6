#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "domain/time.h"
#include "server_sync/server/http/event_stream.h"
#include "server_sync/server/http/observer.h"
#include "server_sync/server/http/router.h"
#include "server_sync/server/limits.h"

namespace navbat::server::http {

struct HttpServerOptions {
  std::string host = "127.0.0.1";  ///< an address or a name
  std::uint16_t port = 0;          ///< 0: any free one
  unsigned threads = 2;
  const domain::Clock* clock = nullptr;  ///< for the Date header; never null, outlives the server
  HttpLimits limits;
  /// Begins every request id, so that ids of two runs differ. 1 to 32 letters and digits.
  std::string id_prefix = "r";
};

/// HTTP/1.1 on N threads, each with its own event loop; a connection stays on the thread that it
/// was given to, so nothing in it needs a lock. Refuses what is malformed or too much with a
/// problem (RFC 9457) and stays up.
///
/// Life: listen() binds, open_channel() as often as needed, start() serves, stop() drains. All from
/// one thread, except that handlers, replies and channels live on any.
class HttpServer {
 public:
  /// Binds and listens. The error is one line for the operator, e.g. that the port is in use.
  [[nodiscard]] static tl::expected<std::unique_ptr<HttpServer>, std::string> listen(
      HttpServerOptions options);
  /// Stops at once if stop() was not called.
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// The bound port.
  [[nodiscard]] std::uint16_t port() const;

  /// A new stream of events whose newest version is `head`. The channel may outlive the server; it
  /// then does nothing.
  [[nodiscard]] std::shared_ptr<EventChannel> open_channel(std::uint64_t head,
                                                           BacklogReader backlog);

  /// Serves until stop(). The router and the observer must outlive the server.
  void start(const Router& router, ServerObserver& observer);

  /// Stops accepting, lets running requests finish, ends the streams; what is still open at the
  /// deadline is cut. Returns when all threads have ended.
  void stop(std::chrono::milliseconds deadline);

 private:
  class Implementation;
  explicit HttpServer(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace navbat::server::http
