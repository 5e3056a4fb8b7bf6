#include "server_sync/client/curl_transport.h"

#include <utility>

#include "server_sync/client/curl_exchange.h"
#include "server_sync/client/limits.h"

namespace navbat::client {
namespace {

class CurlTransport final : public HttpTransport {
 public:
  explicit CurlTransport(CurlTransportOptions options)
      : options_(std::move(options)), pool_(kMaxIdleConnections) {}

  tl::expected<HttpResponse, TransportError> send(const HttpRequest& request,
                                                  std::chrono::milliseconds deadline,
                                                  const std::stop_token& stop) override {
    return exchange(request, {.total = deadline, .silence = std::nullopt}, nullptr, stop);
  }

  tl::expected<HttpResponse, TransportError> stream(const HttpRequest& request,
                                                    std::chrono::milliseconds silence,
                                                    StreamReceiver& receiver,
                                                    const std::stop_token& stop) override {
    return exchange(request, {.total = std::nullopt, .silence = silence}, &receiver, stop);
  }

 private:
  tl::expected<HttpResponse, TransportError> exchange(const HttpRequest& request,
                                                      CurlExchange::Limits limits,
                                                      StreamReceiver* receiver,
                                                      const std::stop_token& stop) {
    std::unique_ptr<CurlConnection> connection = pool_.take();
    auto result = CurlExchange(*connection, options_, receiver).run(request, limits, stop);
    pool_.put_back(std::move(connection));
    return result;
  }

  const CurlTransportOptions options_;
  CurlConnectionPool pool_;
};

bool is_base_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return false;
  const std::string_view name = url.substr(0, scheme);
  const std::string_view host = url.substr(scheme + 3);
  return (name == "http" || name == "https") && !host.empty() &&
         host.find_first_of("/?#@ \t\r\n") == std::string_view::npos;
}

bool is_token(std::string_view token) {
  for (const char c : token) {
    if (c <= ' ' || c >= '\x7F') return false;
  }
  return true;
}

}  // namespace

tl::expected<std::unique_ptr<HttpTransport>, std::string> make_curl_transport(
    CurlTransportOptions options) {
  // Once in a process and never undone: other threads may still use libcurl while one transport
  // goes away.
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) {
    return tl::unexpected(std::string("libcurl cannot start: ") + curl_easy_strerror(started));
  }
  if (options.base_url.ends_with('/')) options.base_url.pop_back();
  if (!is_base_url(options.base_url)) {
    return tl::unexpected("server address \"" + options.base_url +
                          "\": expected http://HOST[:PORT] or https://HOST[:PORT]");
  }
  if (!is_token(options.bearer_token)) {
    return tl::unexpected(std::string("device token: expected visible ASCII without spaces"));
  }
  return std::make_unique<CurlTransport>(std::move(options));
}

}  // namespace navbat::client
