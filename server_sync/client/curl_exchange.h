#pragma once

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>

#include "server_sync/client/curl_handles.h"
#include "server_sync/client/curl_transport.h"
#include "server_sync/client/http_transport.h"

namespace navbat::client {

// One request and its reply on one connection. Private to this module.
class CurlExchange {
 public:
  struct Limits {
    std::optional<std::chrono::milliseconds> total;    // from the call of run()
    std::optional<std::chrono::milliseconds> silence;  // since the last byte
  };

  // `receiver` may be null: then the body is collected. All references outlive the exchange.
  CurlExchange(CurlConnection& connection, const CurlTransportOptions& options,
               StreamReceiver* receiver)
      : connection_(connection), options_(options), receiver_(receiver) {}
  CurlExchange(const CurlExchange&) = delete;
  CurlExchange& operator=(const CurlExchange&) = delete;

  // Call once.
  [[nodiscard]] tl::expected<HttpResponse, TransportError> run(const HttpRequest& request,
                                                               Limits limits,
                                                               const std::stop_token& stop);

 private:
  using Steady = std::chrono::steady_clock;

  [[nodiscard]] std::optional<TransportError> prepare(const HttpRequest& request, Limits limits);
  [[nodiscard]] bool add_headers(const HttpRequest& request);
  [[nodiscard]] std::optional<TransportError> transfer(Limits limits, const std::stop_token& stop);
  [[nodiscard]] std::optional<TransportError> outcome(CURLcode code) const;
  [[nodiscard]] bool on_header_line(std::string_view line);
  [[nodiscard]] bool on_body(std::string_view bytes);

  static std::size_t header_callback(char* data, std::size_t size, std::size_t count, void* self);
  static std::size_t body_callback(char* data, std::size_t size, std::size_t count, void* self);

  CurlConnection& connection_;
  const CurlTransportOptions& options_;
  StreamReceiver* receiver_;
  CurlHeaderList header_list_;
  HttpResponse response_;
  Steady::time_point last_byte_;
  std::size_t header_bytes_ = 0;
  bool opened_ = false;
  bool too_large_ = false;
  bool receiver_has_enough_ = false;
  char error_text_[CURL_ERROR_SIZE] = {};
};

}  // namespace navbat::client
