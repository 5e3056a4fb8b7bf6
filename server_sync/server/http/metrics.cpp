#include "server_sync/server/http/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <map>
#include <shared_mutex>
#include <tuple>

namespace navbat::server::http {
namespace {

using prometheus::Counter;
using prometheus::Gauge;
using prometheus::Histogram;

// Seconds; around a group commit (1 to 20 ms) and the limits that the design sets (100 and 300 ms).
const Histogram::BucketBoundaries kSeconds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.02,
                                           0.05,   0.1,   0.3,    1.0,   5.0};

}  // namespace

struct HttpMetrics::Families {
  explicit Families(std::shared_ptr<prometheus::Registry> shared)
      : registry(std::move(shared)),
        requests(prometheus::BuildCounter()
                     .Name("navbat_http_requests_total")
                     .Help("Answered requests")
                     .Register(*registry)),
        seconds(prometheus::BuildHistogram()
                    .Name("navbat_http_request_seconds")
                    .Help("From a request's first byte to its answer sent")
                    .Register(*registry)),
        refused(prometheus::BuildCounter()
                    .Name("navbat_http_refused_total")
                    .Help("Connections and streams turned away by a limit")
                    .Register(*registry)),
        dropped(prometheus::BuildCounter()
                    .Name("navbat_event_streams_dropped_total")
                    .Help("Event streams ended by the server")
                    .Register(*registry)),
        connections(prometheus::BuildGauge()
                        .Name("navbat_http_connections")
                        .Help("Open connections, streams included")
                        .Register(*registry)
                        .Add({})),
        streams(prometheus::BuildGauge()
                    .Name("navbat_event_streams")
                    .Help("Open event streams")
                    .Register(*registry)
                    .Add({})) {}

  using Key = std::tuple<std::string, Method, int>;
  struct Series {
    Counter* count;
    Histogram* seconds;
  };

  Series series(const RequestRecord& record);

  std::shared_ptr<prometheus::Registry> registry;
  prometheus::Family<Counter>& requests;
  prometheus::Family<Histogram>& seconds;
  prometheus::Family<Counter>& refused;
  prometheus::Family<Counter>& dropped;
  Gauge& connections;
  Gauge& streams;
  std::shared_mutex mutex;
  std::map<Key, Series> known;  // looking labels up in the families costs more than the rest
};

HttpMetrics::Families::Series HttpMetrics::Families::series(const RequestRecord& record) {
  const std::string route = record.route.empty() ? "none" : std::string(record.route);
  const Key key{route, record.method, record.status};
  {
    const std::shared_lock lock(mutex);
    if (const auto found = known.find(key); found != known.end()) return found->second;
  }
  const Series made{.count = &requests.Add({{"route", route},
                                            {"method", std::string(to_string(record.method))},
                                            {"status", std::to_string(record.status)}}),
                    .seconds = &seconds.Add({{"route", route}}, kSeconds)};
  const std::unique_lock lock(mutex);
  return known.emplace(key, made).first->second;
}

HttpMetrics::HttpMetrics(std::shared_ptr<prometheus::Registry> registry)
    : families_(std::make_unique<Families>(std::move(registry))) {}

HttpMetrics::~HttpMetrics() = default;

void HttpMetrics::on_request(const RequestRecord& record) {
  const auto series = families_->series(record);
  series.count->Increment();
  series.seconds->Observe(std::chrono::duration<double>(record.duration).count());
}

void HttpMetrics::on_connections(std::size_t open_now) {
  families_->connections.Set(static_cast<double>(open_now));
}

void HttpMetrics::on_streams(std::size_t open_now) {
  families_->streams.Set(static_cast<double>(open_now));
}

void HttpMetrics::on_refused(std::string_view why) {
  families_->refused.Add({{"why", std::string(why)}}).Increment();
}

void HttpMetrics::on_stream_dropped(std::string_view why) {
  families_->dropped.Add({{"why", std::string(why)}}).Increment();
}

std::string metrics_text(const prometheus::Registry& registry) {
  return prometheus::TextSerializer().Serialize(registry.Collect());
}

}  // namespace navbat::server::http
