#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace navbat::test {

/// A TCP client that sends exactly the bytes it is told, so that a test can be a malformed client.
/// Every wait has a deadline of five seconds.
class RawClient {
 public:
  struct Response {
    int status = 0;
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;
  };

  /// Connects to the loopback. `receive_buffer` shrinks the kernel's, for slow readers.
  explicit RawClient(std::uint16_t port, int receive_buffer = 0);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// Whether all was sent; false when the server has closed.
  bool send(std::string_view bytes);
  /// No more will be sent.
  void finish_sending();

  /// One response by its Content-Length; none when the server closed first. `bodiless` for the
  /// answer to HEAD.
  std::optional<Response> read_response(bool bodiless = false);
  /// send() and read_response().
  std::optional<Response> ask(std::string_view bytes);
  /// Reads until the text appeared; returns everything up to its end, or what came before the
  /// close.
  std::string read_until(std::string_view text);
  /// Reads until the server closes; true if it did.
  bool read_to_end(std::string* everything = nullptr);

 private:
  bool fill();

  int socket_ = -1;
  std::string buffer_;
};

/// A GET with Host.
std::string get(std::string_view target, std::string_view more_headers = "");
/// A POST with Host and Content-Length.
std::string post(std::string_view target, std::string_view body,
                 std::string_view more_headers = "");

}  // namespace navbat::test
