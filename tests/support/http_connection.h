#pragma once
// One blocking keep-alive HTTP/1.1 connection for tests and benchmarks. It sends exactly the bytes
// that it is given, wrong ones too; it knows nothing of the project's own client.

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace navbat::testing {

struct HttpReply {
  int status = 0;
  std::map<std::string, std::string> headers;  // Names in lower case.
  std::string body;
};

// Everything throws std::runtime_error when the connection breaks or the deadline passes.
class HttpConnection {
 public:
  explicit HttpConnection(std::uint16_t port, std::chrono::milliseconds deadline = kDeadline);
  // From another loopback address: 127.0.0.`source`, 1 to 254.
  HttpConnection(std::uint16_t port, std::uint8_t source);
  ~HttpConnection();
  HttpConnection(const HttpConnection&) = delete;
  HttpConnection& operator=(const HttpConnection&) = delete;

  void send_raw(std::string_view bytes);
  // Reads one reply with Content-Length (or without a body).
  HttpReply receive();
  // Reads one reply, or nothing when the server ends the connection without one.
  std::optional<HttpReply> receive_or_end();
  // Reads whatever comes next, at least one byte; empty at the end of the stream.
  std::string receive_some();

  // Takes what has arrived without waiting; the reply when it is complete, else nothing.
  std::optional<HttpReply> poll_reply();

  HttpReply request(std::string_view method, std::string_view target, std::string_view token,
                    std::string_view body = {}, std::string_view extra_headers = {});

  [[nodiscard]] int descriptor() const { return socket_; }

  static constexpr std::chrono::milliseconds kDeadline{20'000};

 private:
  [[nodiscard]] bool fill();
  [[nodiscard]] std::optional<HttpReply> complete_reply();

  int socket_ = -1;
  std::string buffer_;
};

// The bytes of a request; a body brings Content-Length and Content-Type: application/json.
// `extra_headers` are whole lines, each ending in CR LF.
[[nodiscard]] std::string format_request(std::string_view method, std::string_view target,
                                         std::string_view token, std::string_view body = {},
                                         std::string_view extra_headers = {});

}  // namespace navbat::testing
