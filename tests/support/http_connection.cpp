#include "tests/support/http_connection.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace navbat::testing {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::runtime_error(std::string{what} + ": " + std::generic_category().message(errno));
}

sockaddr_in loopback(std::uint16_t port, std::uint8_t host) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl((INADDR_LOOPBACK & 0xFFFFFF00U) | host);
  return address;
}

int connect_to(std::uint16_t port, std::uint8_t source) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0) fail("socket");
  const sockaddr_in from = loopback(0, source);
  const sockaddr_in to = loopback(port, 1);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the sockets API.
  const auto* own = reinterpret_cast<const sockaddr*>(&from);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the sockets API.
  const auto* server = reinterpret_cast<const sockaddr*>(&to);
  if ((source != 1 && ::bind(socket, own, sizeof from) != 0) ||
      ::connect(socket, server, sizeof to) != 0) {
    ::close(socket);
    fail("connect");
  }
  const int one = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  return socket;
}

std::string lower(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

HttpReply parse_head(std::string_view head) {
  HttpReply reply;
  const std::size_t line_end = head.find("\r\n");
  const std::string_view status = head.substr(0, line_end);
  if (!status.starts_with("HTTP/1.1 ") || status.size() < 12) {
    throw std::runtime_error("no status line: " + std::string{status});
  }
  std::from_chars(status.data() + 9, status.data() + 12, reply.status);
  for (std::size_t at = line_end + 2; at < head.size();) {
    const std::size_t end = std::min(head.find("\r\n", at), head.size());
    const std::string_view line = head.substr(at, end - at);
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos) {
      reply.headers[lower(line.substr(0, colon))] = trimmed(line.substr(colon + 1));
    }
    at = end + 2;
  }
  return reply;
}

std::size_t length_of_body(const HttpReply& reply) {
  const auto found = reply.headers.find("content-length");
  if (found == reply.headers.end()) return 0;
  std::size_t length = 0;
  const std::string& text = found->second;
  std::from_chars(text.data(), text.data() + text.size(), length);
  return length;
}

}  // namespace

HttpConnection::HttpConnection(std::uint16_t port, std::chrono::milliseconds deadline)
    : socket_(connect_to(port, 1)) {
  timeval time{};
  time.tv_sec = deadline.count() / 1000;
  time.tv_usec = (deadline.count() % 1000) * 1000;
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

HttpConnection::HttpConnection(std::uint16_t port, std::uint8_t source)
    : socket_(connect_to(port, source)) {}

HttpConnection::~HttpConnection() { ::close(socket_); }

void HttpConnection::send_raw(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    // A server that has heard enough has answered already.
    if (sent < 0 && (errno == EPIPE || errno == ECONNRESET)) return;
    if (sent < 0) fail("send");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool HttpConnection::fill() {
  std::array<char, 16384> chunk{};
  const ssize_t got = ::recv(socket_, chunk.data(), chunk.size(), 0);
  if (got < 0 && errno == ECONNRESET) return false;
  if (got < 0) fail("receive");
  buffer_.append(chunk.data(), static_cast<std::size_t>(got));
  return got > 0;
}

std::optional<HttpReply> HttpConnection::receive_or_end() {
  while (true) {
    if (auto reply = complete_reply()) return reply;
    if (fill()) continue;
    if (buffer_.empty()) return std::nullopt;
    throw std::runtime_error("the connection ended within a reply");
  }
}

std::optional<HttpReply> HttpConnection::complete_reply() {
  const std::size_t head_end = buffer_.find("\r\n\r\n");
  if (head_end == std::string::npos) return std::nullopt;
  HttpReply reply = parse_head(std::string_view{buffer_}.substr(0, head_end));
  const std::size_t end = head_end + 4 + length_of_body(reply);
  if (buffer_.size() < end) return std::nullopt;
  reply.body = buffer_.substr(head_end + 4, end - head_end - 4);
  buffer_.erase(0, end);
  return reply;
}

std::optional<HttpReply> HttpConnection::poll_reply() {
  std::array<char, 16384> chunk{};
  const ssize_t got = ::recv(socket_, chunk.data(), chunk.size(), MSG_DONTWAIT);
  if (got == 0) throw std::runtime_error("the connection ended without a reply");
  if (got < 0 && errno != EAGAIN) fail("receive");
  if (got > 0) buffer_.append(chunk.data(), static_cast<std::size_t>(got));
  return complete_reply();
}

HttpReply HttpConnection::receive() {
  auto reply = receive_or_end();
  if (!reply) throw std::runtime_error("the connection ended without a reply");
  return std::move(*reply);
}

std::string HttpConnection::receive_some() {
  if (buffer_.empty()) static_cast<void>(fill());
  return std::exchange(buffer_, {});
}

HttpReply HttpConnection::request(std::string_view method, std::string_view target,
                                  std::string_view token, std::string_view body,
                                  std::string_view extra_headers) {
  send_raw(format_request(method, target, token, body, extra_headers));
  return receive();
}

std::string format_request(std::string_view method, std::string_view target, std::string_view token,
                           std::string_view body, std::string_view extra_headers) {
  std::string out;
  out.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
  if (!token.empty()) out.append("Authorization: Bearer ").append(token).append("\r\n");
  if (!body.empty()) out += "Content-Type: application/json\r\n";
  if (!body.empty() || method == "POST") {
    out.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
  }
  out.append(extra_headers).append("\r\n").append(body);
  return out;
}

}  // namespace navbat::testing
