#include "tests/server/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace navbat::test {
namespace {

constexpr int kDeadlineMs = 5'000;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

RawClient::Response parse_head(std::string_view head) {
  RawClient::Response response;
  response.status = std::stoi(std::string(head.substr(9, 3)));
  for (auto at = head.find("\r\n"); at != std::string_view::npos;) {
    const auto next = head.find("\r\n", at + 2);
    const auto line = head.substr(at + 2, next - at - 2);
    if (const auto colon = line.find(": "); colon != std::string_view::npos) {
      response.headers[lower(std::string(line.substr(0, colon)))] = line.substr(colon + 2);
    }
    at = next;
  }
  return response;
}

}  // namespace

RawClient::RawClient(std::uint16_t port, int receive_buffer)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_buffer > 0) {
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  }
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect to the test's server");
  }
}

RawClient::~RawClient() { ::close(socket_); }

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void RawClient::finish_sending() { ::shutdown(socket_, SHUT_WR); }

bool RawClient::fill() {
  pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
  if (::poll(&waiting, 1, kDeadlineMs) != 1) {
    throw std::runtime_error("the server said nothing for five seconds");
  }
  std::array<char, 16384> chunk{};
  const auto got = ::recv(socket_, chunk.data(), chunk.size(), 0);
  if (got <= 0) return false;
  buffer_.append(chunk.data(), static_cast<std::size_t>(got));
  return true;
}

std::optional<RawClient::Response> RawClient::read_response(bool bodiless) {
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) return std::nullopt;
  }
  Response response = parse_head(std::string_view(buffer_).substr(0, end + 2));
  buffer_.erase(0, end + 4);
  const auto length = response.headers.find("content-length");
  if (bodiless || length == response.headers.end()) return response;
  const std::size_t bytes = std::stoul(length->second);
  while (buffer_.size() < bytes) {
    if (!fill()) return std::nullopt;
  }
  response.body = buffer_.substr(0, bytes);
  buffer_.erase(0, bytes);
  return response;
}

std::optional<RawClient::Response> RawClient::ask(std::string_view bytes) {
  send(bytes);
  return read_response();
}

std::string RawClient::read_until(std::string_view text) {
  std::size_t at = 0;
  while ((at = buffer_.find(text)) == std::string::npos) {
    if (!fill()) return std::exchange(buffer_, {});
  }
  std::string taken = buffer_.substr(0, at + text.size());
  buffer_.erase(0, at + text.size());
  return taken;
}

bool RawClient::read_to_end(std::string* everything) {
  while (fill()) {
  }
  if (everything != nullptr) *everything = buffer_;
  return true;
}

std::string get(std::string_view target, std::string_view more_headers) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: t\r\n" + std::string(more_headers) +
         "\r\n";
}

std::string post(std::string_view target, std::string_view body, std::string_view more_headers) {
  return "POST " + std::string(target) +
         " HTTP/1.1\r\nHost: t\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(more_headers) + "\r\n" + std::string(body);
}

}  // namespace navbat::test
