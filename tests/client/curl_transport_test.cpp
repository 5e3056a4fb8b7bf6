#include "server_sync/client/curl_transport.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <latch>
#include <string>
#include <thread>

#include "server_sync/client/limits.h"
#include "tests/client/loopback_server.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

// Far more than any of these tests takes; only a hang meets it.
constexpr milliseconds kAmple{60'000};

std::unique_ptr<HttpTransport> transport_to(const std::string& url, std::string token = {}) {
  auto made = make_curl_transport(
      {.base_url = url, .bearer_token = std::move(token), .ca_file = {}, .user_agent = "test"});
  if (!made) throw std::runtime_error(made.error());
  return std::move(*made);
}

class Collector : public StreamReceiver {
 public:
  bool on_open(const HttpResponse& head) override {
    opened.push_back(head.status);
    return true;
  }
  bool on_chunk(std::string_view bytes) override {
    text += bytes;
    if (text.size() >= enough) return false;
    if (after_chunk) after_chunk();
    return true;
  }
  std::vector<int> opened;
  std::string text;
  std::size_t enough = std::string::npos;
  std::function<void()> after_chunk;
};

TransportFault fault_of(const tl::expected<HttpResponse, TransportError>& result) {
  EXPECT_FALSE(result.has_value());
  return result ? TransportFault::kBadRequest : result.error().fault;
}

TEST(CurlTransport, CarriesRequestAndReplyAsTheyAre) {
  std::promise<std::string> seen;
  LoopbackServer server([&](LoopbackPeer& peer, int) {
    seen.set_value(peer.read_request());
    peer.reply(201, "{\"label\":\"A001\"}", "X-Thing: one \r\n");
  });
  const auto transport = transport_to(server.url(), "demo-kiosk");
  const auto reply = transport->send({.method = HttpMethod::kPost,
                                      .target = "/api/v1/branches/demo/tickets",
                                      .headers = {{"Idempotency-Key", "k1"}},
                                      .body = "{}"},
                                     kAmple, {});
  ASSERT_TRUE(reply.has_value()) << reply.error().detail;
  EXPECT_EQ(reply->status, 201);
  EXPECT_EQ(reply->body, "{\"label\":\"A001\"}");
  EXPECT_EQ(reply->header("x-thing"), "one");
  EXPECT_EQ(reply->header("absent"), std::nullopt);
  const std::string request = seen.get_future().get();
  EXPECT_THAT(request, HasSubstr("POST /api/v1/branches/demo/tickets HTTP/1.1\r\n"));
  EXPECT_THAT(request, HasSubstr("Authorization: Bearer demo-kiosk\r\n"));
  EXPECT_THAT(request, HasSubstr("Idempotency-Key: k1\r\n"));
  EXPECT_THAT(request, Not(HasSubstr("Expect:")));
  EXPECT_TRUE(request.ends_with("\r\n\r\n{}"));
}

TEST(CurlTransport, ReusesItsConnection) {
  LoopbackServer server([](LoopbackPeer& peer, int) {
    while (!peer.read_request().empty()) peer.reply(200, "ok");
  });
  const auto transport = transport_to(server.url());
  for (int i = 0; i < 5; ++i) {
    ASSERT_TRUE(transport->send({.target = "/", .headers = {}, .body = {}}, kAmple, {}));
  }
  EXPECT_EQ(server.connections(), 1);
}

TEST(CurlTransport, OpensAFreshConnectionWhenTheKeptOneWasClosed) {
  LoopbackServer server([](LoopbackPeer& peer, int) {
    static_cast<void>(peer.read_request());
    peer.reply(200, "ok");
  });
  const auto transport = transport_to(server.url());
  for (int i = 0; i < 5; ++i) {
    const auto reply = transport->send({.target = "/", .headers = {}, .body = {}}, kAmple, {});
    ASSERT_TRUE(reply.has_value()) << reply.error().detail;
  }
}

TEST(CurlTransport, GivesErrorStatusesAndRedirectsAsReplies) {
  LoopbackServer server([](LoopbackPeer& peer, int) {
    static_cast<void>(peer.read_request());
    peer.reply(302, "", "Location: /elsewhere\r\n");
    static_cast<void>(peer.read_request());
    peer.reply(503, "busy", "Retry-After: 3\r\n");
    static_cast<void>(peer.read_request());
  });
  const auto transport = transport_to(server.url());
  const HttpRequest request{.target = "/", .headers = {}, .body = {}};
  const auto redirect = transport->send(request, kAmple, {});
  ASSERT_TRUE(redirect.has_value());
  EXPECT_EQ(redirect->status, 302);
  const auto busy = transport->send(request, kAmple, {});
  ASSERT_TRUE(busy.has_value());
  EXPECT_EQ(busy->status, 503);
  EXPECT_EQ(busy->header("Retry-After"), "3");
}

TEST(CurlTransport, SaysUnreachableWhenNobodyListens) {
  std::string url;
  {
    LoopbackServer server([](LoopbackPeer&, int) {});
    url = server.url();
  }
  const auto reply =
      transport_to(url)->send({.target = "/", .headers = {}, .body = {}}, kAmple, {});
  EXPECT_EQ(fault_of(reply), TransportFault::kUnreachable);
}

TEST(CurlTransport, GivesUpAtTheDeadline) {
  LoopbackServer server([](LoopbackPeer& peer, int) { peer.wait_until_closed(); });
  const auto reply =
      transport_to(server.url())->send({.target = "/", .headers = {}, .body = {}}, 20ms, {});
  EXPECT_EQ(fault_of(reply), TransportFault::kTimedOut);
}

TEST(CurlTransport, DoesNotTakeAReplyThatTricklesForALiveOne) {
  LoopbackServer server([](LoopbackPeer& peer, int) {
    static_cast<void>(peer.read_request());
    peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
    while (peer.write("x")) {
    }
  });
  const auto reply =
      transport_to(server.url())->send({.target = "/", .headers = {}, .body = {}}, 50ms, {});
  EXPECT_FALSE(reply.has_value());
}

TEST(CurlTransport, SaysBrokenWhenTheBodyIsCut) {
  LoopbackServer server([](LoopbackPeer& peer, int) {
    static_cast<void>(peer.read_request());
    peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
  });
  const auto reply =
      transport_to(server.url())->send({.target = "/", .headers = {}, .body = {}}, kAmple, {});
  EXPECT_EQ(fault_of(reply), TransportFault::kBroken);
}

TEST(CurlTransport, SaysBrokenWhenTheReplyIsNotHttp) {
  LoopbackServer server([](LoopbackPeer& peer, int) {
    static_cast<void>(peer.read_request());
    peer.write("SSH-2.0-OpenSSH_9.2\r\n");
  });
  const auto reply =
      transport_to(server.url())->send({.target = "/", .headers = {}, .body = {}}, kAmple, {});
  EXPECT_EQ(fault_of(reply), TransportFault::kBroken);
}

TEST(CurlTransport, RefusesABodyOrHeadersAboveTheLimit) {
  LoopbackServer server([](LoopbackPeer& peer, int connection) {
    static_cast<void>(peer.read_request());
    if (connection == 0) {
      peer.reply(200, std::string(kMaxResponseBytes + 1, 'x'));
      return;
    }
    peer.write("HTTP/1.1 200 OK\r\n");
    while (peer.write("X-Filler: " + std::string(1000, 'x') + "\r\n")) {
    }
  });
  const auto transport = transport_to(server.url());
  const HttpRequest request{.target = "/", .headers = {}, .body = {}};
  EXPECT_EQ(fault_of(transport->send(request, kAmple, {})), TransportFault::kTooLarge);
  EXPECT_EQ(fault_of(transport->send(request, kAmple, {})), TransportFault::kTooLarge);
}

TEST(CurlTransport, StopsAtOnceWhenAnotherThreadCancels) {
  std::latch asked(1);
  LoopbackServer server([&](LoopbackPeer& peer, int) {
    static_cast<void>(peer.read_request());
    asked.count_down();
    peer.wait_until_closed();
  });
  const auto transport = transport_to(server.url());
  std::stop_source stop;
  std::jthread canceller([&] {
    asked.wait();
    stop.request_stop();
  });
  const auto reply =
      transport->send({.target = "/", .headers = {}, .body = {}}, kAmple, stop.get_token());
  EXPECT_EQ(fault_of(reply), TransportFault::kCancelled);
}

TEST(CurlTransport, RefusesARequestThatWouldSmuggleALine) {
  const auto transport = transport_to("http://127.0.0.1:1");
  const HttpRequest header{.target = "/", .headers = {{"X", "a\r\nY: b"}}, .body = {}};
  EXPECT_EQ(fault_of(transport->send(header, kAmple, {})), TransportFault::kBadRequest);
  const HttpRequest target{.target = "/ HTTP/1.1\r\nX: y", .headers = {}, .body = {}};
  EXPECT_EQ(fault_of(transport->send(target, kAmple, {})), TransportFault::kBadRequest);
}

TEST(CurlTransport, SaysWhatAServerAddressShouldBe) {
  for (const char* url : {"", "localhost:8080", "ftp://host", "http://", "http://host/path"}) {
    const auto made =
        make_curl_transport({.base_url = url, .bearer_token = {}, .ca_file = {}, .user_agent = {}});
    ASSERT_FALSE(made.has_value()) << url;
    EXPECT_THAT(made.error(), HasSubstr("expected http://HOST")) << url;
  }
  const auto made = make_curl_transport(
      {.base_url = "http://host", .bearer_token = "a b", .ca_file = {}, .user_agent = {}});
  EXPECT_FALSE(made.has_value());
}

TEST(CurlTransportStream, HandsOverChunksUntilTheServerEnds) {
  LoopbackServer server([](LoopbackPeer& peer, int) {
    static_cast<void>(peer.read_request());
    peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    peer.write("3\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n");
  });
  Collector collector;
  const auto end =
      transport_to(server.url())
          ->stream({.target = "/events", .headers = {}, .body = {}}, kAmple, collector, {});
  ASSERT_TRUE(end.has_value()) << end.error().detail;
  EXPECT_EQ(collector.text, "abcde");
  EXPECT_THAT(collector.opened, ::testing::ElementsAre(200));
}

TEST(CurlTransportStream, ReturnsAnotherStatusWithItsBodyAndWithoutOpening) {
  LoopbackServer server([](LoopbackPeer& peer, int) {
    static_cast<void>(peer.read_request());
    peer.reply(429, "later", "Retry-After: 5\r\n");
  });
  Collector collector;
  const auto end =
      transport_to(server.url())
          ->stream({.target = "/events", .headers = {}, .body = {}}, kAmple, collector, {});
  ASSERT_TRUE(end.has_value());
  EXPECT_EQ(end->status, 429);
  EXPECT_EQ(end->body, "later");
  EXPECT_TRUE(collector.opened.empty());
}

TEST(CurlTransportStream, EndsWhenTheReceiverHasEnough) {
  LoopbackServer server([](LoopbackPeer& peer, int) {
    static_cast<void>(peer.read_request());
    peer.write("HTTP/1.1 200 OK\r\n\r\nabc");
    peer.wait_until_closed();
  });
  Collector collector;
  collector.enough = 3;
  const auto end =
      transport_to(server.url())
          ->stream({.target = "/events", .headers = {}, .body = {}}, kAmple, collector, {});
  EXPECT_TRUE(end.has_value());
}

TEST(CurlTransportStream, TakesSilenceForTheEnd) {
  LoopbackServer server([](LoopbackPeer& peer, int) {
    static_cast<void>(peer.read_request());
    peer.write("HTTP/1.1 200 OK\r\n\r\nabc");
    peer.wait_until_closed();
  });
  Collector collector;
  const auto end =
      transport_to(server.url())
          ->stream({.target = "/events", .headers = {}, .body = {}}, 30ms, collector, {});
  EXPECT_EQ(fault_of(end), TransportFault::kTimedOut);
}

TEST(CurlTransportStream, StopsAtOnceWhenAnotherThreadCancels) {
  LoopbackServer server([](LoopbackPeer& peer, int) {
    static_cast<void>(peer.read_request());
    peer.write("HTTP/1.1 200 OK\r\n\r\nabc");
    peer.wait_until_closed();
  });
  const auto transport = transport_to(server.url());
  std::stop_source stop;
  std::latch received(1);
  std::jthread canceller([&] {
    received.wait();
    stop.request_stop();
  });
  Collector collector;
  collector.after_chunk = [&] { received.count_down(); };
  const auto end = transport->stream({.target = "/events", .headers = {}, .body = {}}, kAmple,
                                     collector, stop.get_token());
  EXPECT_EQ(fault_of(end), TransportFault::kCancelled);
}

TEST(PercentEncode, KeepsOnlyUnreservedCharacters) {
  EXPECT_EQ(percent_encode("demo-1_a.b~"), "demo-1_a.b~");
  EXPECT_EQ(percent_encode("a/b ?ü"), "a%2Fb%20%3F%C3%BC");
}

}  // namespace
}  // namespace navbat::client
