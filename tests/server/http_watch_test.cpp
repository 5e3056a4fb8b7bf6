#include <prometheus/registry.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <boost/json/parse.hpp>
#include <sstream>

#include "server_sync/server/http/json_log.h"
#include "server_sync/server/http/metrics.h"
#include "tests/server/http_fixture.h"

namespace navbat::server::http {
namespace {

using std::chrono::microseconds;
using ::testing::HasSubstr;

TEST(HttpMetrics, CountsByRouteMethodAndStatus) {
  const auto registry = std::make_shared<prometheus::Registry>();
  HttpMetrics metrics(registry);
  for (int i = 0; i < 3; ++i) {
    metrics.on_request({.id = "1",
                        .method = Method::kGet,
                        .route = "/tickets/{id}",
                        .status = 200,
                        .duration = microseconds(700)});
  }
  metrics.on_request({.method = Method::kOther, .status = 400});
  metrics.on_connections(7);
  metrics.on_streams(2);
  metrics.on_refused("total");
  metrics.on_stream_dropped("slow");
  const std::string text = metrics_text(*registry);
  EXPECT_THAT(text, HasSubstr("navbat_http_requests_total{method=\"GET\",route=\"/tickets/{id}\","
                              "status=\"200\"} 3"));
  EXPECT_THAT(text, HasSubstr("navbat_http_requests_total{method=\"OTHER\",route=\"none\","
                              "status=\"400\"} 1"));
  EXPECT_THAT(text, HasSubstr("navbat_http_request_seconds_bucket{route=\"/tickets/{id}\","
                              "le=\"0.001\"} 3"));
  EXPECT_THAT(text, HasSubstr("navbat_http_connections 7"));
  EXPECT_THAT(text, HasSubstr("navbat_event_streams 2"));
  EXPECT_THAT(text, HasSubstr("navbat_http_refused_total{why=\"total\"} 1"));
  EXPECT_THAT(text, HasSubstr("navbat_event_streams_dropped_total{why=\"slow\"} 1"));
}

class JsonLogTest : public ::testing::Test {
 protected:
  boost::json::object line() {
    const std::string text = std::exchange(written, std::ostringstream()).str();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
    return boost::json::parse(text).as_object();
  }

  std::ostringstream written;
  test::FixedClock clock;
  JsonLog log{std::make_shared<spdlog::logger>(
                  "test", std::make_shared<spdlog::sinks::ostream_sink_mt>(written, true)),
              clock};
};

TEST_F(JsonLogTest, ARequestIsOneLine) {
  log.on_request({.id = "r-0-1",
                  .method = Method::kPost,
                  .route = "/sync",
                  .status = 200,
                  .duration = microseconds(1234),
                  .principal = "kiosk-1",
                  .peer = "127.0.0.1",
                  .request_bytes = 10,
                  .response_bytes = 20});
  const auto json = line();
  EXPECT_EQ(json.at("event"), "request");
  EXPECT_EQ(json.at("level"), "info");
  EXPECT_EQ(json.at("id"), "r-0-1");
  EXPECT_EQ(json.at("route"), "/sync");
  EXPECT_EQ(json.at("status"), 200);
  EXPECT_EQ(json.at("us"), 1234);
  EXPECT_EQ(json.at("principal"), "kiosk-1");
  EXPECT_EQ(json.at("at"), "2026-11-22T15:00:00.250Z");
}

TEST_F(JsonLogTest, NothingInAValueBreaksTheLine) {
  const std::string nasty =
      "a\"b\\c\nd\x01"
      "e\x7F ў";
  log.write(JsonLog::Level::kWarning, "x", {{"value", std::string_view(nasty)}, {"yes", true}});
  const auto json = line();
  EXPECT_EQ(json.at("value").as_string(), nasty);
  EXPECT_EQ(json.at("yes"), true);
  log.write(JsonLog::Level::kWarning, "x", {{"value", std::string_view("\xFF")}});
  EXPECT_EQ(line().at("value"), "\xEF\xBF\xBD");
}

TEST_F(JsonLogTest, AFailureIsAnError) {
  log.on_request({.status = 500});
  EXPECT_EQ(line().at("level"), "error");
}

}  // namespace
}  // namespace navbat::server::http
