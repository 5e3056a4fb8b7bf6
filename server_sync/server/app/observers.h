#pragma once
// Metrics and log side by side, as the HTTP server's one observer.

#include <memory>
#include <utility>

#include "server_sync/server/http/json_log.h"
#include "server_sync/server/http/metrics.h"

namespace navbat::server {

class Observers final : public http::ServerObserver {
 public:
  Observers(std::shared_ptr<spdlog::logger> logger, const domain::Clock& clock)
      : registry_(std::make_shared<prometheus::Registry>()),
        metrics_(registry_),
        log_(std::move(logger), clock) {}

  [[nodiscard]] http::JsonLog& log() { return log_; }
  [[nodiscard]] const std::shared_ptr<prometheus::Registry>& registry() const { return registry_; }

  void on_request(const http::RequestRecord& record) override {
    metrics_.on_request(record);
    log_.on_request(record);
  }
  void on_connections(std::size_t open_now) override { metrics_.on_connections(open_now); }
  void on_streams(std::size_t open_now) override { metrics_.on_streams(open_now); }
  void on_refused(std::string_view why) override {
    metrics_.on_refused(why);
    log_.on_refused(why);
  }
  void on_stream_dropped(std::string_view why) override {
    metrics_.on_stream_dropped(why);
    log_.on_stream_dropped(why);
  }
  void on_trouble(std::string_view what) override { log_.on_trouble(what); }

 private:
  std::shared_ptr<prometheus::Registry> registry_;
  http::HttpMetrics metrics_;
  http::JsonLog log_;
};

}  // namespace navbat::server
