#pragma once

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

// The seam between the device's logic and the network: plain values in, plain values out.
// Production puts CurlTransport behind it; tests and the simulation put a scripted network.
namespace navbat::client {

enum class HttpMethod { kGet, kPost };

struct HttpHeader {
  std::string name;
  std::string value;
};

struct HttpRequest {
  HttpMethod method = HttpMethod::kGet;
  std::string target;               // path and query from the root: "/api/v1/branches/demo"
  std::vector<HttpHeader> headers;  // in addition to what the transport itself sends (identity)
  std::string body;
};

struct HttpResponse {
  int status = 0;
  std::vector<HttpHeader> headers;
  std::string body;

  // The first header of that name, compared without case as HTTP demands; nullopt when absent.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
};

// Why there is no reply. None of them says whether the server has seen, or even carried out, the
// request: only kUnreachable is certain that it has not.
enum class TransportFault {
  kUnreachable,  // no connection: refused, no route, unknown host, TLS handshake failed
  kTimedOut,     // the deadline or the silence limit passed
  kCancelled,    // the caller's stop_token fired
  kBroken,       // the connection ended or the reply made no sense before it was complete
  kTooLarge,     // the reply exceeded the size limits
  kBadRequest,   // the request cannot be sent at all: a line break in a header, an empty target
};

[[nodiscard]] std::string_view to_text(TransportFault fault);

struct TransportError {
  TransportFault fault = TransportFault::kBroken;
  std::string detail;  // for the log; English, one line
};

// Receives a streamed reply. Called on the thread that called HttpTransport::stream().
class StreamReceiver {
 public:
  virtual ~StreamReceiver() = default;

  // Once, when a 200 reply begins. Return false to end the stream.
  virtual bool on_open(const HttpResponse& head) = 0;

  // Each piece of the body as it arrives, cut anywhere. Return false to end the stream.
  virtual bool on_chunk(std::string_view bytes) = 0;
};

// Thread-safe: any number of threads may call at once. A call returns soon (milliseconds) after
// its stop_token fires, whatever the network does.
class HttpTransport {
 public:
  virtual ~HttpTransport() = default;

  // Sends and waits for the whole reply, at most `deadline` from the call, connecting included.
  // A reply of any status is a value; an error means that there is no complete reply.
  [[nodiscard]] virtual tl::expected<HttpResponse, TransportError> send(
      const HttpRequest& request, std::chrono::milliseconds deadline,
      const std::stop_token& stop) = 0;

  // Opens a reply without end and hands its body to `receiver` until the server ends it, the
  // receiver has enough, nothing arrives for `silence`, or `stop` fires. Returns the head of the
  // reply when the server or the receiver ended it; for a status other than 200 the receiver hears
  // nothing and the returned value has the (size-limited) body.
  [[nodiscard]] virtual tl::expected<HttpResponse, TransportError> stream(
      const HttpRequest& request, std::chrono::milliseconds silence, StreamReceiver& receiver,
      const std::stop_token& stop) = 0;
};

// `text` made safe as one segment of a path: all but the unreserved characters of RFC 3986 §2.3 as
// %XX.
[[nodiscard]] std::string percent_encode(std::string_view text);

}  // namespace navbat::client
