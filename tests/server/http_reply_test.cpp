#include <boost/json/parse.hpp>
#include <future>
#include <stdexcept>
#include <thread>

#include "tests/server/http_fixture.h"

namespace navbat::test {
namespace {

using std::chrono::milliseconds;

TEST_F(HttpTest, AReplyMayComeFromAnotherThread) {
  std::promise<http::Reply> kept;
  add("GET", "/later",
      [&](const http::Request&, http::Reply reply) { kept.set_value(std::move(reply)); });
  start();
  RawClient client(port());
  client.send(get("/later"));
  std::jthread other(
      [&] { kept.get_future().get().send(http::text_response(200, "text/plain", "from afar")); });
  EXPECT_EQ(client.read_response()->body, "from afar");
}

TEST_F(HttpTest, ADroppedReplyAnswers500) {
  add("GET", "/forgetful", [](const http::Request&, const http::Reply&) {});
  start();
  RawClient client(port());
  const auto response = client.ask(get("/forgetful"));
  EXPECT_EQ(response->status, 500);
  EXPECT_EQ(boost::json::parse(response->body).at("title"), "Internal Server Error");
  EXPECT_EQ(client.ask(get("/hello"))->status, 200);
}

TEST_F(HttpTest, AHandlerThatThrowsAnswers500AndIsReported) {
  add("GET", "/throws",
      [](const http::Request&, const http::Reply&) { throw std::runtime_error("out of cheese"); });
  start();
  RawClient client(port());
  EXPECT_EQ(client.ask(get("/throws"))->status, 500);
  EXPECT_EQ(client.ask(get("/hello"))->status, 200);
  EXPECT_THAT(observer.troubles(),
              ::testing::ElementsAre("handler of /throws threw: out of cheese"));
}

TEST_F(HttpTest, AHandlerThatTakesTooLongIs503AndItsLateAnswerIsDropped) {
  options.limits.handler_time = milliseconds(50);
  std::promise<http::Reply> kept;
  add("GET", "/later",
      [&](const http::Request&, http::Reply reply) { kept.set_value(std::move(reply)); });
  start();
  RawClient client(port());
  EXPECT_EQ(client.ask(get("/later"))->status, 503);
  kept.get_future().get().send(http::text_response(200, "text/plain", "too late"));
  EXPECT_EQ(client.ask(get("/hello"))->body, "hello");
}

TEST_F(HttpTest, AReplyMayOutliveItsClient) {
  std::promise<http::Reply> kept;
  add("GET", "/later",
      [&](const http::Request&, http::Reply reply) { kept.set_value(std::move(reply)); });
  start();
  { RawClient(port()).send(get("/later")); }
  kept.get_future().get().send(http::text_response(200, "text/plain", "anyone?"));
  EXPECT_EQ(status_of(get("/hello")), 200);
}

TEST_F(HttpTest, AReplyMayOutliveItsServer) {
  std::promise<http::Reply> kept;
  add("GET", "/later",
      [&](const http::Request&, http::Reply reply) { kept.set_value(std::move(reply)); });
  start();
  RawClient client(port());
  client.send(get("/later"));
  http::Reply reply = kept.get_future().get();
  server->stop(milliseconds(0));
  server.reset();
  reply.send(http::text_response(200, "text/plain", "anyone?"));
  EXPECT_TRUE(client.read_to_end());
}

TEST_F(HttpTest, TheLogNamesTheRouteAndThePrincipal) {
  add("GET", "/tickets/{id}", [](const http::Request&, http::Reply reply) {
    reply.set_principal("teller3");
    reply.send(http::empty_response(204));
  });
  start();
  const auto response = ask(get("/tickets/secret"));
  ASSERT_TRUE(observer.wait_for_requests(1));
  const auto seen = observer.requests().front();
  EXPECT_EQ(seen.route, "/tickets/{id}");
  EXPECT_EQ(seen.principal, "teller3");
  EXPECT_EQ(seen.status, 204);
  EXPECT_EQ(seen.id, response->headers.at("x-request-id"));
}

TEST_F(HttpTest, AHandlersValueCannotBeginAHeader) {
  add("GET", "/inject", [](const http::Request& request, http::Reply reply) {
    http::Response response = http::empty_response(200);
    response.headers.add("X-Note",
                         "a\r\nSet-Cookie: b=" + std::string(request.query.find("q").value_or("")));
    reply.send(std::move(response));
  });
  start();
  const auto response = ask(get("/inject?q=1"));
  EXPECT_EQ(response->headers.count("set-cookie"), 0U);
  EXPECT_EQ(response->headers.at("x-note"), "a  Set-Cookie: b=1");
}

TEST_F(HttpTest, StoppingLetsARunningRequestFinish) {
  std::promise<http::Reply> kept;
  add("GET", "/later",
      [&](const http::Request&, http::Reply reply) { kept.set_value(std::move(reply)); });
  start();
  RawClient idle(port());
  EXPECT_EQ(idle.ask(get("/hello"))->status, 200);
  RawClient client(port());
  client.send(get("/later"));
  http::Reply reply = kept.get_future().get();
  std::jthread stopper([&] { server->stop(std::chrono::seconds(5)); });
  EXPECT_TRUE(idle.read_to_end());
  reply.send(http::text_response(200, "text/plain", "done"));
  const auto response = client.read_response();
  ASSERT_TRUE(response);
  EXPECT_EQ(response->body, "done");
  EXPECT_EQ(response->headers.at("connection"), "close");
  client.finish_sending();
  stopper.join();
  EXPECT_ANY_THROW(RawClient late(port()));
}

TEST_F(HttpTest, StoppingCutsWhatIsStillOpenAtTheDeadline) {
  std::promise<http::Reply> kept;
  add("GET", "/never",
      [&](const http::Request&, http::Reply reply) { kept.set_value(std::move(reply)); });
  start();
  RawClient client(port());
  client.send(get("/never"));
  const http::Reply reply = kept.get_future().get();
  server->stop(milliseconds(20));
  server.reset();
  EXPECT_TRUE(client.read_to_end());
}

}  // namespace
}  // namespace navbat::test
