#include "server_sync/server/http/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/write.hpp>
#include <charconv>
#include <exception>

#include "server_sync/server/http/connection_reply.h"
#include "server_sync/server/http/event_channel.h"
#include "server_sync/server/http/header_check.h"
#include "server_sync/server/http/response_head.h"
#include "server_sync/server/http/stream_session.h"
#include "server_sync/server/http/target.h"
#include "server_sync/server/http/text.h"

namespace navbat::server::http {
namespace {

constexpr std::size_t kHeaderReadBytes = 2 * 1024;
constexpr std::size_t kBodyReadBytes = 16 * 1024;
// Of a request that was refused, thrown away before the connection is cut.
constexpr std::size_t kLingerBytes = 1024 * 1024;
// A buffer that grew beyond this for one large body is given back before the next request.
constexpr std::size_t kKeptBufferBytes = 8 * 1024;

std::string request_id(const ServerContext& server, std::size_t loop, std::uint64_t number) {
  std::array<char, 16> hex{};
  const auto end = std::to_chars(hex.data(), hex.data() + hex.size(), number, 16).ptr;
  return server.id_prefix + "-" + std::to_string(loop) + "-" + std::string(hex.data(), end);
}

}  // namespace

Connection::Connection(Socket socket, IoLoop& loop, ServerContext& server, std::string peer,
                       ConnectionLimit::Slot slot)
    : socket_(std::move(socket)),
      loop_(loop),
      server_(server),
      slot_(std::move(slot)),
      peer_(std::move(peer)) {}

Connection::~Connection() {
  if (refused_) --server_.refusals;
}

void Connection::start() {
  loop_.add(shared_from_this());
  ErrorCode ignored;
  socket_.set_option(net::ip::tcp::no_delay(true), ignored);
  begin_request();
}

void Connection::refuse(const Problem& problem) {
  refused_ = true;
  loop_.add(shared_from_this());
  started_ = std::chrono::steady_clock::now();
  answer_problem(problem);
}

void Connection::enter(Phase phase, std::chrono::milliseconds time) {
  phase_ = phase;
  deadline_ = std::chrono::steady_clock::now() + time;
}

void Connection::begin_request() {
  ++number_;
  route_ = nullptr;
  route_name_.clear();
  principal_.clear();
  id_.clear();
  method_ = Method::kOther;
  header_bytes_ = 0;
  body_bytes_ = 0;
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(server_.limits.header_bytes));
  parser_->body_limit(boost::none);
  if (buffer_.size() == 0 && buffer_.capacity() > kKeptBufferBytes) buffer_.shrink_to_fit();
  enter(Phase::kIdle, server_.limits.idle_time);
  if (buffer_.size() > 0) {
    started_ = std::chrono::steady_clock::now();
    enter(Phase::kHeader, server_.limits.header_time);
    parse_header();
  } else if (loop_.draining()) {
    close();
  } else {
    read();
  }
}

void Connection::read() {
  const std::size_t bytes = phase_ == Phase::kBody ? kBodyReadBytes : kHeaderReadBytes;
  const auto space = buffer_.prepare(bytes);
  socket_.async_read_some(space, [self = shared_from_this()](ErrorCode error, std::size_t read) {
    self->on_read(error, read);
  });
}

void Connection::on_read(ErrorCode error, std::size_t bytes) {
  if (phase_ == Phase::kClosed) return;
  if (phase_ == Phase::kLinger) {
    discarded_bytes_ += bytes;
    if (error || discarded_bytes_ > kLingerBytes) return close();
    return read();
  }
  if (timed_out_ && error) {
    timed_out_ = false;
    return answer_problem({.status = 408,
                           .kind = "request-timeout",
                           .detail = "The request did not arrive in time."});
  }
  timed_out_ = false;
  if (error) return close();
  buffer_.commit(bytes);
  if (phase_ == Phase::kIdle) {
    started_ = std::chrono::steady_clock::now();
    enter(Phase::kHeader, server_.limits.header_time);
  }
  if (phase_ == Phase::kHeader) return parse_header();
  parse_body();
}

void Connection::parse_header() {
  const std::size_t limit = server_.limits.header_bytes;
  while (!parser_->is_header_done()) {
    if (buffer_.size() == 0) return read();
    ErrorCode error;
    const std::size_t used = parser_->put(buffer_.data(), error);
    buffer_.consume(used);
    header_bytes_ += used;
    // Beast's own limit is for one call; fields that arrive one by one would slip under it.
    const bool waits = error == bhttp::error::need_more;
    if (header_bytes_ + (waits ? buffer_.size() : 0) > limit) error = bhttp::error::header_limit;
    if (error == bhttp::error::need_more) return read();
    if (error) return answer_problem(parse_problem(error, !parser_->get().target().empty()));
  }
  on_header();
}

void Connection::on_header() {
  id_ = request_id(server_, loop_.index(), loop_.next_number());
  const auto& header = parser_->get().base();
  method_ = method_of(header);
  keep_alive_ = header.version() >= 11 && parser_->keep_alive();
  if (auto problem = check_header(header, server_.limits)) {
    return answer_problem(std::move(*problem));
  }
  request_ = Request{};
  request_.method = method_;
  request_.target.assign(header.target().data(), header.target().size());
  auto target = parse_target(request_.target);
  if (!target) {
    return answer_problem({.status = 400,
                           .kind = "malformed-request",
                           .detail = "The request target is malformed.",
                           .expected = target.error()});
  }
  request_.segments = std::move(target->segments);
  request_.query = std::move(target->query);
  // Before the body: trailers of a chunked body must not look like headers.
  request_.headers = headers_of(header);
  request_.peer = peer_;
  request_.id = id_;
  find_route();
}

void Connection::find_route() {
  auto match = server_.router->match(method_, request_.segments);
  if (auto* wrong = std::get_if<Router::WrongMethod>(&match)) {
    Response response = problem_response(
        {.status = 405, .detail = "The method does not apply here.", .expected = wrong->allow},
        id_);
    response.headers.add("Allow", wrong->allow);
    keep_alive_ = keep_alive_ && parser_->is_done();
    return write(std::move(response));
  }
  if (std::holds_alternative<Router::NotFound>(match)) {
    return answer_problem({.status = 404, .detail = "There is nothing at this address."});
  }
  auto& found = std::get<Router::Found>(match);
  route_ = found.route;
  route_name_ = route_->pattern;
  request_.route = route_->pattern;
  request_.path = std::move(found.path);
  const std::size_t limit = route_->body_bytes.value_or(server_.limits.body_bytes);
  if (parser_->content_length().value_or(0) > limit) {
    return answer_problem({.status = 413,
                           .kind = "body-too-large",
                           .detail = "The body is too large.",
                           .expected = "at most " + std::to_string(limit) + " bytes"});
  }
  parser_->body_limit(limit);
  parser_->eager(true);
  enter(Phase::kBody, server_.limits.body_time);
  if (!parser_->is_done() && request_.headers.find("Expect")) return send_continue();
  parse_body();
}

void Connection::send_continue() {
  static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  net::async_write(socket_, net::buffer(kContinue),
                   [self = shared_from_this()](ErrorCode error, std::size_t) {
                     if (self->phase_ == Phase::kClosed) return;
                     if (error) return self->close();
                     self->parse_body();
                   });
}

void Connection::parse_body() {
  while (!parser_->is_done()) {
    if (buffer_.size() == 0) return read();
    ErrorCode error;
    const std::size_t used = parser_->put(buffer_.data(), error);
    buffer_.consume(used);
    if (error == bhttp::error::need_more) {
      // Only a chunk's head or trailers can wait here; they too have an end.
      if (buffer_.size() <= server_.limits.header_bytes) return read();
      error = bhttp::error::bad_chunk;
    }
    if (error) return answer_problem(parse_problem(error, true));
  }
  dispatch();
}

void Connection::dispatch() {
  request_.body = std::move(parser_->get().body());
  body_bytes_ = request_.body.size();
  enter(Phase::kHandling, server_.limits.handler_time);
  Reply reply(std::make_shared<ConnectionReply>(loop_.gate(), weak_from_this(), number_));
  try {
    route_->handler(std::move(request_), std::move(reply));
  } catch (const std::exception& error) {
    // The reply was destroyed on the way here and has answered 500.
    server_.observer->on_trouble("handler of " + route_name_ + " threw: " + error.what());
  }
}

void Connection::on_reply(std::uint64_t number, Response response, std::string principal) {
  if (number != number_ || phase_ != Phase::kHandling) return;
  principal_ = std::move(principal);
  write(std::move(response));
}

void Connection::on_stream(std::uint64_t number, StreamStart start, std::string principal) {
  if (number != number_ || phase_ != Phase::kHandling) return;
  principal_ = std::move(principal);
  if (method_ == Method::kHead) {
    Response head = empty_response(200);
    head.headers.add("Content-Type", "text/event-stream");
    keep_alive_ = false;
    return write(std::move(head));
  }
  if (loop_.draining() || server_.streams >= server_.limits.streams) {
    server_.observer->on_refused("streams");
    return answer_problem({.status = 503,
                           .kind = "too-many-streams",
                           .detail = "The server holds as many event streams as it may."});
  }
  auto* channel = dynamic_cast<LoopedChannel*>(start.channel.get());
  if (channel == nullptr) {
    return answer_problem({.status = 500, .detail = "The channel belongs to another server."});
  }
  response_ = empty_response(200);
  record(0);
  const auto stream = std::make_shared<StreamSession>(std::move(socket_), loop_, server_,
                                                      std::move(slot_), *channel, std::move(start));
  phase_ = Phase::kClosed;
  const auto self = shared_from_this();
  stream->begin(id_);
  loop_.remove(this);
}

void Connection::answer_problem(Problem problem) {
  // The unread rest of a request cannot be told from the next one.
  keep_alive_ = keep_alive_ && parser_ && parser_->is_done();
  Response response = problem_response(problem, id_);
  if (problem.status == 503 || problem.status == 429) response.headers.add("Retry-After", "1");
  write(std::move(response));
}

void Connection::write(Response response) {
  ++number_;
  if (loop_.draining()) keep_alive_ = false;
  response_ = std::move(response);
  head_ = response_head(response_, keep_alive_, loop_.http_date(), id_);
  enter(Phase::kWriting, server_.limits.write_time);
  const bool with_body = method_ != Method::kHead && status_has_body(response_.status);
  const std::string_view body = with_body ? std::string_view(response_.body_text()) : "";
  const std::array<net::const_buffer, 2> buffers{net::buffer(head_), net::buffer(body)};
  net::async_write(socket_, buffers,
                   [self = shared_from_this(), bytes = body.size()](ErrorCode error, std::size_t) {
                     self->record(error ? 0 : bytes);
                     if (self->phase_ != Phase::kClosed) self->on_written(error);
                   });
}

void Connection::on_written(ErrorCode error) {
  response_ = Response{};
  if (error) return close();
  if (!keep_alive_) return linger();
  begin_request();
}

void Connection::record(std::size_t response_bytes) {
  const auto duration = std::chrono::steady_clock::now() - started_;
  server_.observer->on_request(
      {.id = id_,
       .method = method_,
       .route = route_name_,
       .status = response_.status,
       .duration = std::chrono::duration_cast<std::chrono::microseconds>(duration),
       .principal = principal_,
       .peer = peer_,
       .request_bytes = body_bytes_,
       .response_bytes = response_bytes});
}

void Connection::linger() {
  // Closing with unread bytes would reset the connection and could take the answer with it.
  ErrorCode error;
  socket_.shutdown(net::ip::tcp::socket::shutdown_send, error);
  if (error) return close();
  buffer_.clear();
  enter(Phase::kLinger, server_.limits.linger_time);
  read();
}

void Connection::on_tick(SteadyTime now) {
  if (now < deadline_) return;
  switch (phase_) {
    case Phase::kHeader:
    case Phase::kBody: {
      // The pending read ends with an error and answers 408; one that just succeeded goes on.
      timed_out_ = true;
      deadline_ = now + server_.limits.write_time;
      ErrorCode ignored;
      socket_.cancel(ignored);
      return;
    }
    case Phase::kHandling:
      return answer_problem({.status = 503,
                             .kind = "handler-timeout",
                             .detail = "The server did not find an answer in time."});
    case Phase::kClosed:
      return;
    case Phase::kIdle:
    case Phase::kWriting:
    case Phase::kLinger:
      return close();
  }
}

void Connection::on_drain() {
  if (phase_ == Phase::kIdle || phase_ == Phase::kLinger) close();
}

void Connection::close() {
  if (phase_ == Phase::kClosed) return;
  phase_ = Phase::kClosed;
  const auto self = shared_from_this();
  ErrorCode ignored;
  socket_.close(ignored);
  loop_.remove(this);
}

}  // namespace navbat::server::http
