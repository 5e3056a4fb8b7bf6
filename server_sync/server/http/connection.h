#pragma once

#include <memory>
#include <optional>
#include <string>

#include "server_sync/server/http/beast.h"
#include "server_sync/server/http/connection_limit.h"
#include "server_sync/server/http/io_loop.h"
#include "server_sync/server/http/problem.h"
#include "server_sync/server/http/reply.h"
#include "server_sync/server/http/server_context.h"

namespace navbat::server::http {

/// Internal: one client's connection, on its loop's thread for its whole life. Reads one request,
/// hands it to its route, writes the answer, then reads the next; bytes of pipelined requests wait
/// in the buffer meanwhile. A reply that becomes a stream takes the socket away.
class Connection final : public LoopMember, public std::enable_shared_from_this<Connection> {
 public:
  Connection(Socket socket, IoLoop& loop, ServerContext& server, std::string peer,
             ConnectionLimit::Slot slot);
  ~Connection() override;

  void start();
  /// Answers without reading a request, then closes.
  void refuse(const Problem& problem);

  /// The answer to the request `number`; one that comes too late is dropped.
  void on_reply(std::uint64_t number, Response response, std::string principal);
  void on_stream(std::uint64_t number, StreamStart start, std::string principal);

  void on_tick(SteadyTime now) override;
  void on_drain() override;
  void cut() override { close(); }

 private:
  enum class Phase { kIdle, kHeader, kBody, kHandling, kWriting, kLinger, kClosed };
  using Parser = bhttp::request_parser<bhttp::string_body>;

  void begin_request();
  void enter(Phase phase, std::chrono::milliseconds time);
  void read();
  void on_read(ErrorCode error, std::size_t bytes);
  void parse_header();
  void on_header();
  void find_route();
  void send_continue();
  void parse_body();
  void dispatch();
  void answer_problem(Problem problem);
  void write(Response response);
  void on_written(ErrorCode error);
  void record(std::size_t response_bytes);
  void linger();
  void close();

  Socket socket_;
  IoLoop& loop_;
  ServerContext& server_;
  ConnectionLimit::Slot slot_;
  const std::string peer_;
  Phase phase_ = Phase::kIdle;
  SteadyTime deadline_;
  SteadyTime started_;
  bool timed_out_ = false;
  bool keep_alive_ = false;
  bool refused_ = false;
  beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  std::size_t header_bytes_ = 0;  // consumed by the parser so far
  std::size_t discarded_bytes_ = 0;
  Request request_;
  Method method_ = Method::kOther;
  std::size_t body_bytes_ = 0;
  std::string id_;
  std::string route_name_;
  std::string principal_;
  const Route* route_ = nullptr;
  std::uint64_t number_ = 0;  // of the request that may be answered now
  std::string head_;
  Response response_;
};

}  // namespace navbat::server::http
