#include <thread>

#include "tests/server/http_fixture.h"

namespace navbat::test {
namespace {

using std::chrono::milliseconds;

TEST_F(HttpTest, RefusesATargetThatIsTooLong) {
  options.limits.target_bytes = 100;
  start();
  EXPECT_EQ(status_of(get("/hello?" + std::string(100, 'x'))), 414);
}

TEST_F(HttpTest, RefusesARequestLineThatDoesNotEnd) {
  start();
  EXPECT_EQ(status_of("GET /" + std::string(20'000, 'x')), 414);
}

TEST_F(HttpTest, RefusesAHeaderThatIsTooLarge) {
  start();
  EXPECT_EQ(status_of(get("/hello", "X: " + std::string(20'000, 'x') + "\r\n")), 431);
}

TEST_F(HttpTest, CountsAHeaderThatArrivesLineByLine) {
  options.limits.header_bytes = 1000;
  start();
  RawClient client(port());
  client.send("GET /hello HTTP/1.1\r\nHost: t\r\n");
  // Each line alone is far below the limit; the connection must end before the client gives up.
  bool open = true;
  for (int i = 0; i < 10'000 && open; ++i)
    open = client.send("X: " + std::string(50, 'x') + "\r\n");
  EXPECT_EQ(client.read_response()->status, 431);
}

TEST_F(HttpTest, RefusesTooManyHeaderFields) {
  start();
  std::string fields;
  for (int i = 0; i < 70; ++i) fields += "X: y\r\n";
  EXPECT_EQ(status_of(get("/hello", fields)), 431);
}

TEST_F(HttpTest, RefusesABodyThatIsTooLarge) {
  options.limits.body_bytes = 10;
  start();
  EXPECT_EQ(status_of(post("/echo", "0123456789")), 200);
  EXPECT_EQ(status_of(post("/echo", "0123456789a")), 413);
}

TEST_F(HttpTest, RefusesAChunkedBodyOnceItIsTooLarge) {
  options.limits.body_bytes = 10;
  start();
  EXPECT_EQ(status_of("POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n"
                      "6\r\nabcdef\r\n6\r\nabcdef\r\n0\r\n\r\n"),
            413);
}

TEST_F(HttpTest, ARouteHasItsOwnBodyLimit) {
  options.limits.body_bytes = 10;
  add(
      "POST", "/batch",
      [](const http::Request& request, http::Reply reply) {
        reply.send(http::text_response(200, "text/plain", std::to_string(request.body.size())));
      },
      1'000'000);
  start();
  EXPECT_EQ(ask(post("/batch", std::string(1'000'000, 'x')))->body, "1000000");
  EXPECT_EQ(status_of(post("/batch", std::string(1'000'001, 'x'))), 413);
}

TEST_F(HttpTest, TheAnswerSurvivesABodyThatIsStillBeingSent) {
  options.limits.body_bytes = 10;
  start();
  RawClient client(port());
  client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 500000\r\n\r\n");
  client.send(std::string(500'000, 'x'));
  const auto response = client.read_response();
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 413);
}

TEST_F(HttpTest, ASlowHeaderIsARequestTimeout) {
  options.limits.header_time = milliseconds(50);
  start();
  RawClient client(port());
  client.send("GET /hello HTTP/1.1\r\n");
  const auto response = client.read_response();
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 408);
  EXPECT_TRUE(client.read_to_end());
}

TEST_F(HttpTest, ASlowLorisIsARequestTimeoutHoweverManyBytesItSends) {
  options.limits.header_time = milliseconds(100);
  start();
  RawClient client(port());
  client.send("GET /hello HTTP/1.1\r\nHost: t\r\nX: ");
  std::optional<RawClient::Response> response;
  std::jthread drip([&](const std::stop_token& stop) {
    while (!stop.stop_requested() && client.send("x")) std::this_thread::yield();
  });
  response = client.read_response();
  ASSERT_TRUE(response);
  EXPECT_THAT(response->status, ::testing::AnyOf(408, 431));
}

TEST_F(HttpTest, ASlowBodyIsARequestTimeout) {
  options.limits.body_time = milliseconds(50);
  start();
  RawClient client(port());
  client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 10\r\n\r\n12345");
  EXPECT_EQ(client.read_response()->status, 408);
}

TEST_F(HttpTest, AnIdleConnectionIsClosedWithoutAWord) {
  options.limits.idle_time = milliseconds(50);
  start();
  RawClient client(port());
  EXPECT_EQ(client.ask(get("/hello"))->status, 200);
  std::string rest;
  EXPECT_TRUE(client.read_to_end(&rest));
  EXPECT_EQ(rest, "");
}

TEST_F(HttpTest, AClientThatDoesNotReadItsAnswerIsCut) {
  options.limits.write_time = milliseconds(50);
  const auto large = std::make_shared<const std::string>(64 * 1024 * 1024, 'x');
  add("GET", "/large", [large](const http::Request&, http::Reply reply) {
    http::Response response;
    response.body = large;
    reply.send(std::move(response));
  });
  start();
  RawClient client(port(), 4096);
  client.send(get("/large"));
  EXPECT_TRUE(observer.wait_for_requests(1));
  EXPECT_TRUE(observer.wait_for_connections(0));
}

TEST_F(HttpTest, RefusesConnectionsBeyondTheTotal) {
  options.limits.connections = 2;
  start();
  RawClient first(port());
  RawClient second(port());
  EXPECT_EQ(first.ask(get("/hello"))->status, 200);
  EXPECT_EQ(second.ask(get("/hello"))->status, 200);
  RawClient third(port());
  const auto refused = third.read_response();
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 503);
  EXPECT_EQ(refused->headers.at("retry-after"), "1");
  EXPECT_EQ(first.ask(get("/hello"))->status, 200);
}

TEST_F(HttpTest, RefusesConnectionsBeyondTheLimitOfAnAddress) {
  options.limits.connections_from_loopback = 1;
  start();
  {
    RawClient first(port());
    EXPECT_EQ(first.ask(get("/hello"))->status, 200);
    RawClient second(port());
    EXPECT_EQ(second.read_response()->status, 429);
  }
  ASSERT_TRUE(observer.wait_for_connections(0));
  EXPECT_EQ(status_of(get("/hello")), 200);
}

}  // namespace
}  // namespace navbat::test
