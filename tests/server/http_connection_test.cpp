#include <thread>

#include "tests/server/http_fixture.h"

namespace navbat::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST_F(HttpTest, AnswersWithTheHeadersThatEveryAnswerHas) {
  start();
  const auto response = ask(get("/hello"));
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(response->body, "hello");
  EXPECT_EQ(response->headers.at("date"), "Sun, 22 Nov 2026 15:00:00 GMT");
  EXPECT_EQ(response->headers.at("cache-control"), "no-store");
  EXPECT_EQ(response->headers.at("x-content-type-options"), "nosniff");
  EXPECT_THAT(response->headers.at("x-request-id"), StartsWith("r-"));
}

TEST_F(HttpTest, KeepsAConnectionForTheNextRequest) {
  start();
  RawClient client(port());
  for (int i = 0; i < 3; ++i) {
    const auto response = client.ask(post("/echo", std::to_string(i)));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->body, std::to_string(i));
    EXPECT_EQ(response->headers.count("connection"), 0U);
  }
}

TEST_F(HttpTest, ClosesWhenTheClientAsksForIt) {
  start();
  RawClient client(port());
  const auto response = client.ask(get("/hello", "Connection: close\r\n"));
  ASSERT_TRUE(response);
  EXPECT_EQ(response->headers.at("connection"), "close");
  EXPECT_TRUE(client.read_to_end());
}

TEST_F(HttpTest, AnswersPipelinedRequestsInTheirOrder) {
  std::vector<std::jthread> threads;
  // Later requests are answered faster, so only the server's own order can be right.
  add("GET", "/slow/{n}", [&](const http::Request& request, http::Reply reply) {
    threads.emplace_back(
        [n = std::string(request.path.at("n")), reply = std::move(reply)]() mutable {
          reply.send(http::text_response(200, "text/plain", n));
        });
  });
  start();
  RawClient client(port());
  client.send(get("/slow/1") + post("/echo", "2") + get("/slow/3") + get("/nothing") +
              get("/slow/5"));
  EXPECT_EQ(client.read_response()->body, "1");
  EXPECT_EQ(client.read_response()->body, "2");
  EXPECT_EQ(client.read_response()->body, "3");
  EXPECT_EQ(client.read_response()->status, 404);
  EXPECT_EQ(client.read_response()->body, "5");
  server->stop(std::chrono::milliseconds(0));
}

TEST_F(HttpTest, ReadsARequestThatArrivesByteByByte) {
  start();
  RawClient client(port());
  for (const char c : post("/echo", "drip")) ASSERT_TRUE(client.send(std::string_view(&c, 1)));
  EXPECT_EQ(client.read_response()->body, "drip");
}

TEST_F(HttpTest, ReadsAChunkedBody) {
  start();
  RawClient client(port());
  client.send("POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nWiki\r\n");
  client.send("5;ext=1\r\npedia\r\n0\r\nAuthorization: Bearer x\r\n\r\n");
  EXPECT_EQ(client.read_response()->body, "Wikipedia");
  EXPECT_EQ(client.ask(get("/hello"))->status, 200);
}

TEST_F(HttpTest, TrailersOfABodyAreNotHeaders) {
  add("POST", "/who", [](const http::Request& request, http::Reply reply) {
    reply.send(http::text_response(
        200, "text/plain", std::string(request.headers.find("Authorization").value_or("nobody"))));
  });
  start();
  RawClient client(port());
  client.send("POST /who HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
  client.send("0\r\nAuthorization: Bearer demo-manager\r\n\r\n");
  EXPECT_EQ(client.read_response()->body, "nobody");
}

TEST_F(HttpTest, AnswersHeadLikeGetWithoutTheBody) {
  start();
  RawClient client(port());
  client.send("HEAD /hello HTTP/1.1\r\nHost: t\r\n\r\n");
  const auto head = client.read_response(true);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 200);
  EXPECT_EQ(head->headers.at("content-length"), "5");
  EXPECT_EQ(client.ask(get("/hello"))->body, "hello");
}

TEST_F(HttpTest, SendsContinueBeforeTheBodyIsSent) {
  start();
  RawClient client(port());
  client.send(
      "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_THAT(client.read_until("\r\n\r\n"), StartsWith("HTTP/1.1 100 Continue"));
  client.send("ok");
  EXPECT_EQ(client.read_response()->body, "ok");
}

TEST_F(HttpTest, RefusesATooLargeBodyBeforeItIsSent) {
  start();
  RawClient client(port());
  client.send(
      "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_response()->status, 413);
}

TEST_F(HttpTest, SaysWhichMethodsApply) {
  start();
  RawClient client(port());
  const auto response = client.ask("DELETE /hello HTTP/1.1\r\nHost: t\r\n\r\n");
  EXPECT_EQ(response->status, 405);
  EXPECT_EQ(response->headers.at("allow"), "GET, HEAD");
  EXPECT_EQ(response->headers.at("content-type"), "application/problem+json");
  EXPECT_EQ(client.ask(get("/hello"))->status, 200);
}

TEST_F(HttpTest, AnswersHttp10AndCloses) {
  start();
  RawClient client(port());
  client.send("GET /hello HTTP/1.0\r\n\r\n");
  EXPECT_EQ(client.read_response()->body, "hello");
  EXPECT_TRUE(client.read_to_end());
}

TEST_F(HttpTest, AnswersAClientThatHasFinishedSending) {
  start();
  RawClient client(port());
  client.send(get("/hello"));
  client.finish_sending();
  EXPECT_EQ(client.read_response()->body, "hello");
}

TEST_F(HttpTest, APortInUseIsOneClearLine) {
  start();
  options.port = port();
  const auto second = http::HttpServer::listen(options);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error(), "cannot listen on 127.0.0.1:" + std::to_string(port()) +
                                ": the port is in use by another program");
}

TEST_F(HttpTest, AnAddressOfAnotherMachineIsOneClearLine) {
  options.host = "203.0.113.1";
  const auto far = http::HttpServer::listen(options);
  ASSERT_FALSE(far);
  EXPECT_THAT(far.error(), StartsWith("cannot listen on 203.0.113.1:0: "));
}

}  // namespace
}  // namespace navbat::test
