#pragma once

#include <memory>
#include <string>

#include "server_sync/server/http/observer.h"

namespace prometheus {
class Registry;
}

namespace navbat::server::http {

/// Counts what the server does, in a registry that other parts share. Any thread.
///
/// navbat_http_requests_total{route,method,status}, navbat_http_request_seconds{route},
/// navbat_http_connections, navbat_http_refused_total{why}, navbat_event_streams,
/// navbat_event_streams_dropped_total{why}.
class HttpMetrics final : public ServerObserver {
 public:
  explicit HttpMetrics(std::shared_ptr<prometheus::Registry> registry);
  ~HttpMetrics() override;

  void on_request(const RequestRecord& record) override;
  void on_connections(std::size_t open_now) override;
  void on_streams(std::size_t open_now) override;
  void on_refused(std::string_view why) override;
  void on_stream_dropped(std::string_view why) override;

 private:
  struct Families;
  std::unique_ptr<Families> families_;
};

/// Everything in the registry in Prometheus' text format.
[[nodiscard]] std::string metrics_text(const prometheus::Registry& registry);

/// The media type of that text.
inline constexpr std::string_view kMetricsType = "text/plain; version=0.0.4; charset=utf-8";

}  // namespace navbat::server::http
