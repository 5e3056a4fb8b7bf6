#include "server_sync/server/http/http_server.h"

#include <algorithm>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <vector>

#include "server_sync/server/http/connection.h"
#include "server_sync/server/http/event_channel.h"
#include "server_sync/server/http/io_loop.h"
#include "server_sync/server/http/server_context.h"

namespace navbat::server::http {
namespace {

using std::chrono::milliseconds;
using Tcp = net::ip::tcp;

// All deadlines are looked at this often: a quarter of the shortest, between 5 and 250 ms.
milliseconds tick_of(const HttpLimits& limits) {
  const milliseconds shortest =
      std::min({limits.header_time, limits.body_time, limits.idle_time, limits.handler_time,
                limits.write_time, limits.linger_time, limits.heartbeat});
  return std::clamp(shortest / 4, milliseconds(5), milliseconds(250));
}

bool is_out_of_resources(ErrorCode error) {
  return error == net::error::no_descriptors || error == net::error::no_buffer_space ||
         error == net::error::no_memory ||
         error == boost::system::errc::too_many_files_open_in_system;
}

std::string where(const HttpServerOptions& options) {
  return options.host + ":" + std::to_string(options.port);
}

}  // namespace

class HttpServer::Implementation {
 public:
  explicit Implementation(HttpServerOptions options)
      : options_(std::move(options)),
        server_{.limits = options_.limits,
                .id_prefix = options_.id_prefix,
                .connections = ConnectionLimit(options_.limits.connections)} {
    for (unsigned i = 0; i < std::max(1U, options_.threads); ++i) {
      loops_.push_back(std::make_unique<IoLoop>(i, tick_of(options_.limits), *options_.clock));
    }
    acceptor_.emplace(loops_.front()->context());
    pause_.emplace(loops_.front()->context());
  }

  ~Implementation() { stop(milliseconds(0)); }

  tl::expected<void, std::string> bind() {
    ErrorCode error;
    Tcp::resolver resolver(loops_.front()->context());
    const auto found =
        resolver.resolve(options_.host, std::to_string(options_.port),
                         Tcp::resolver::passive | Tcp::resolver::numeric_service, error);
    if (error || found.empty()) {
      return tl::make_unexpected("cannot listen on " + where(options_) +
                                 ": no such address; expected an address of this machine");
    }
    const Tcp::endpoint endpoint = *found.begin();
    acceptor_->open(endpoint.protocol(), error);
    if (!error) acceptor_->set_option(net::socket_base::reuse_address(true), error);
    if (!error) acceptor_->bind(endpoint, error);
    if (!error) acceptor_->listen(net::socket_base::max_listen_connections, error);
    if (error == net::error::address_in_use) {
      return tl::make_unexpected("cannot listen on " + where(options_) +
                                 ": the port is in use by another program");
    }
    if (error) {
      return tl::make_unexpected("cannot listen on " + where(options_) + ": " + error.message());
    }
    port_ = acceptor_->local_endpoint().port();
    return {};
  }

  void start(const Router& router, ServerObserver& observer) {
    server_.router = &router;
    server_.observer = &observer;
    server_.connections.set_observer(&observer);
    accept();
    running_ = true;
    for (const auto& loop : loops_) loop->run();
  }

  void stop(milliseconds deadline) {
    if (!running_) return;
    running_ = false;
    loops_.front()->gate()->post([this] {
      ErrorCode ignored;
      acceptor_->close(ignored);
      pause_->cancel();
    });
    for (const auto& loop : loops_) loop->drain(deadline);
    for (const auto& loop : loops_) loop->join();
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }

  std::shared_ptr<EventChannel> open_channel(std::uint64_t head, const BacklogReader& backlog) {
    std::vector<std::shared_ptr<LoopGate>> gates;
    for (const auto& loop : loops_) gates.push_back(loop->gate());
    return std::make_shared<LoopedChannel>(std::move(gates), head, options_.limits.stream_replay,
                                           backlog);
  }

 private:
  void accept() {
    IoLoop& loop = *loops_[next_loop_++ % loops_.size()];
    acceptor_->async_accept(loop.context(), [this, &loop](ErrorCode error, Socket socket) {
      if (!acceptor_->is_open()) return;
      if (is_out_of_resources(error)) return pause();
      if (!error) admit(loop, std::move(socket));
      accept();
    });
  }

  void pause() {
    server_.observer->on_trouble("out of descriptors or buffers: accepting nothing for a moment");
    pause_->expires_after(options_.limits.accept_pause);
    pause_->async_wait([this](ErrorCode error) {
      if (!error && acceptor_->is_open()) accept();
    });
  }

  void admit(IoLoop& loop, Socket socket) {
    ErrorCode error;
    const auto remote = socket.remote_endpoint(error);
    if (error) return;  // gone already
    std::string peer = remote.address().to_string();
    auto slot = server_.connections.admit(peer, remote.address().is_loopback()
                                                    ? options_.limits.connections_from_loopback
                                                    : options_.limits.connections_per_address);
    if (!slot) return refuse(loop, std::move(socket), std::move(peer), slot.error());
    auto connection = std::make_shared<Connection>(std::move(socket), loop, server_,
                                                   std::move(peer), std::move(*slot));
    loop.gate()->post([connection = std::move(connection)] { connection->start(); });
  }

  void refuse(IoLoop& loop, Socket socket, std::string peer, ConnectionLimit::Refusal refusal) {
    const bool total = refusal == ConnectionLimit::Refusal::kTotal;
    server_.observer->on_refused(total ? "total" : "address");
    if (++server_.refusals > options_.limits.refusals_in_flight) {
      --server_.refusals;
      return;
    }
    auto connection = std::make_shared<Connection>(std::move(socket), loop, server_,
                                                   std::move(peer), ConnectionLimit::Slot());
    loop.gate()->post([connection = std::move(connection), total] {
      connection->refuse({.status = total ? 503 : 429,
                          .kind = "too-many-connections",
                          .detail = total ? "The server has as many connections as it may."
                                          : "This address has as many connections as it may."});
    });
  }

  const HttpServerOptions options_;
  ServerContext server_;
  std::vector<std::unique_ptr<IoLoop>> loops_;
  std::optional<Tcp::acceptor> acceptor_;  // on the first loop
  std::optional<net::steady_timer> pause_;
  std::size_t next_loop_ = 0;
  std::uint16_t port_ = 0;
  bool running_ = false;
};

HttpServer::HttpServer(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}

HttpServer::~HttpServer() = default;

tl::expected<std::unique_ptr<HttpServer>, std::string> HttpServer::listen(
    HttpServerOptions options) {
  auto implementation = std::make_unique<Implementation>(std::move(options));
  if (auto bound = implementation->bind(); !bound) return tl::make_unexpected(bound.error());
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(implementation)));
}

std::uint16_t HttpServer::port() const { return implementation_->port(); }

std::shared_ptr<EventChannel> HttpServer::open_channel(std::uint64_t head, BacklogReader backlog) {
  return implementation_->open_channel(head, backlog);
}

void HttpServer::start(const Router& router, ServerObserver& observer) {
  implementation_->start(router, observer);
}

void HttpServer::stop(milliseconds deadline) { implementation_->stop(deadline); }

}  // namespace navbat::server::http
