#include <atomic>
#include <charconv>

#include "tests/server/http_fixture.h"

namespace navbat::test {
namespace {

using http::Backlog;
using http::EventFrame;
using std::chrono::milliseconds;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::shared_ptr<const std::string> text(std::string value) {
  return std::make_shared<const std::string>(std::move(value));
}

/// A channel whose store holds the frames 1 to `stored`, served at /events.
class StreamTest : public HttpTest {
 protected:
  StreamTest() {
    options.limits.heartbeat = std::chrono::seconds(60);
    options.limits.stream_replay = 4;
    options.limits.stream_backlog_page = 3;
    add("GET", "/events", [this](const http::Request& request, http::Reply reply) {
      http::StreamStart start{.channel = channel};
      if (const auto last = request.headers.find("Last-Event-ID")) {
        std::uint64_t version = 0;
        std::from_chars(last->data(), last->data() + last->size(), version);
        start.after = version;
      }
      start.snapshot = first_snapshot;
      reply.stream(std::move(start));
    });
  }
  // The channel goes first: its server must not.
  ~StreamTest() override {
    if (server) server->stop(milliseconds(0));
  }

  static std::string frame(std::uint64_t version) {
    return http::event_frame(version, "ticket_called", "{\"n\":" + std::to_string(version) + "}");
  }
  void serve(std::uint64_t in_store) {
    stored = in_store;
    listen();
    channel = server->open_channel(in_store, [this](std::uint64_t after, std::size_t limit,
                                                    const std::function<void(Backlog)>& done) {
      ++backlog_reads;
      Backlog backlog;
      backlog.head = stored;
      if (store_fails) backlog.outcome = Backlog::Outcome::kFailed;
      if (after < forgotten) backlog.outcome = Backlog::Outcome::kTooOld;
      for (std::uint64_t v = after + 1; v <= stored && backlog.frames.size() < limit; ++v) {
        backlog.frames.push_back({v, text(frame(v))});
      }
      done(std::move(backlog));
    });
    start();
  }
  void publish(std::uint64_t version) {
    stored = version;
    channel->publish({{version, text(frame(version))}});
  }
  std::unique_ptr<RawClient> follow(std::string_view headers = "", int receive_buffer = 0) {
    auto client = std::make_unique<RawClient>(port(), receive_buffer);
    client->send(get("/events", headers));
    EXPECT_THAT(client->read_until("\r\n\r\n"), HasSubstr("text/event-stream"));
    EXPECT_THAT(client->read_until("\n\n"), StartsWith("retry: "));
    return client;
  }

  std::atomic<std::uint64_t> stored = 0, forgotten = 0;
  std::atomic<int> backlog_reads = 0;
  std::atomic<bool> store_fails = false;
  std::shared_ptr<const std::string> first_snapshot;
  std::shared_ptr<http::EventChannel> channel;
};

TEST(EventFrameText, HasItsIdItsTypeAndEveryLineOfItsData) {
  EXPECT_EQ(http::event_frame(7, "a", "x\ny"), "id: 7\nevent: a\ndata: x\ndata: y\n\n");
  EXPECT_EQ(http::event_frame(std::nullopt, "queue", "{}"), "event: queue\ndata: {}\n\n");
}

TEST_F(StreamTest, SendsWhatIsPublished) {
  serve(10);
  const auto client = follow();
  publish(11);
  EXPECT_EQ(client->read_until("\n\n"), frame(11));
  publish(12);
  EXPECT_EQ(client->read_until("\n\n"), frame(12));
  EXPECT_EQ(channel->readers(), 1U);
}

TEST_F(StreamTest, AResumedStreamGetsTheMissedFramesOutOfMemory) {
  serve(10);
  for (std::uint64_t v = 11; v <= 14; ++v) publish(v);
  const auto client = follow("Last-Event-ID: 11\r\n");
  for (std::uint64_t v = 12; v <= 14; ++v) EXPECT_EQ(client->read_until("\n\n"), frame(v));
  EXPECT_EQ(backlog_reads, 0);
}

TEST_F(StreamTest, AResumedStreamGetsOlderFramesOutOfTheStorePageByPage) {
  serve(10);
  for (std::uint64_t v = 11; v <= 20; ++v) publish(v);
  const auto client = follow("Last-Event-ID: 2\r\n");
  for (std::uint64_t v = 3; v <= 20; ++v) ASSERT_EQ(client->read_until("\n\n"), frame(v));
  EXPECT_GE(backlog_reads, 5);
  publish(21);
  EXPECT_EQ(client->read_until("\n\n"), frame(21));
}

TEST_F(StreamTest, AFrameThatTheStoreShowedFirstIsNotSentTwice) {
  serve(10);
  stored = 12;  // committed, not published yet
  const auto client = follow("Last-Event-ID: 9\r\n");
  for (std::uint64_t v = 10; v <= 12; ++v) EXPECT_EQ(client->read_until("\n\n"), frame(v));
  for (std::uint64_t v = 11; v <= 13; ++v) publish(v);
  EXPECT_EQ(client->read_until("\n\n"), frame(13));
}

TEST_F(StreamTest, AReaderAtTheNewestVersionMissesNothing) {
  serve(10);
  const auto client = follow("Last-Event-ID: 10\r\n");
  publish(11);
  EXPECT_EQ(client->read_until("\n\n"), frame(11));
}

TEST_F(StreamTest, ACursorThatIsTooOldIsReset) {
  serve(10);
  forgotten = 5;
  const auto client = follow("Last-Event-ID: 3\r\n");
  EXPECT_EQ(client->read_until("\n\n"), "id: 10\nevent: reset\ndata: {\"version\":10}\n\n");
  publish(11);
  EXPECT_EQ(client->read_until("\n\n"), frame(11));
}

TEST_F(StreamTest, ACursorOutOfTheFutureIsReset) {
  serve(10);
  const auto client = follow("Last-Event-ID: 9999\r\n");
  EXPECT_THAT(client->read_until("\n\n"), HasSubstr("event: reset"));
  publish(11);
  EXPECT_EQ(client->read_until("\n\n"), frame(11));
}

TEST_F(StreamTest, AStoreThatCannotAnswerEndsTheStream) {
  serve(10);
  store_fails = true;
  const auto client = follow("Last-Event-ID: 3\r\n");
  EXPECT_TRUE(client->read_to_end());
  EXPECT_TRUE(observer.wait_for_drop("store"));
}

TEST_F(StreamTest, TheFirstSnapshotFollowsWhatWasMissed) {
  first_snapshot = text("event: queue\ndata: mine\n\n");
  serve(10);
  const auto client = follow("Last-Event-ID: 9\r\n");
  EXPECT_EQ(client->read_until("\n\n"), frame(10));
  EXPECT_EQ(client->read_until("\n\n"), *first_snapshot);
}

TEST_F(StreamTest, ANewReaderGetsTheLatestSnapshotAtOnce) {
  serve(10);
  channel->publish_snapshot(text("event: queue\ndata: 1\n\n"));
  channel->publish_snapshot(text("event: queue\ndata: 2\n\n"));
  const auto client = follow();
  EXPECT_EQ(client->read_until("\n\n"), "event: queue\ndata: 2\n\n");
}

TEST_F(StreamTest, AnUnsentSnapshotIsReplacedByTheNextOne) {
  options.limits.stream_socket_bytes = 4096;
  options.limits.stream_queue = 1'000'000;
  serve(10);
  const auto client = follow("", 4096);
  // Fills the socket, so that the snapshots must wait.
  const std::string large(2'000'000, 'x');
  channel->publish({{11, text(http::event_frame(11, "large", large))}});
  for (int i = 1; i <= 50; ++i) {
    channel->publish_snapshot(text("event: queue\ndata: " + std::to_string(i) + "\n\n"));
  }
  channel->publish({{12, text(frame(12))}});
  EXPECT_THAT(client->read_until("\n\n"), HasSubstr(large));
  const std::string rest = client->read_until("data: 50\n\n");
  EXPECT_THAT(rest, HasSubstr(frame(12)));
  EXPECT_THAT(rest, Not(HasSubstr("data: 49\n")));
}

TEST_F(StreamTest, AReaderThatDoesNotReadIsDropped) {
  options.limits.stream_socket_bytes = 4096;
  options.limits.stream_queue = 8;
  serve(10);
  const auto slow = follow("", 4096);
  const auto fast = follow();
  const std::string large(100'000, 'x');
  for (std::uint64_t v = 11; v <= 60; ++v) {
    channel->publish({{v, text(http::event_frame(v, "large", large))}});
    ASSERT_THAT(fast->read_until("\n\n"), HasSubstr("id: " + std::to_string(v) + "\n"));
  }
  EXPECT_TRUE(observer.wait_for_drop("slow"));
  EXPECT_TRUE(observer.wait_for_streams(1));
  EXPECT_TRUE(slow->read_to_end());
}

TEST_F(StreamTest, AReaderWhoseSocketIsStuckIsDropped) {
  options.limits.stream_socket_bytes = 4096;
  options.limits.write_time = milliseconds(50);
  serve(10);
  const auto slow = follow("", 4096);
  channel->publish({{11, text(std::string(5'000'000, 'x'))}});
  EXPECT_TRUE(observer.wait_for_streams(0));
}

TEST_F(StreamTest, SilenceIsFilledWithHeartbeats) {
  options.limits.heartbeat = milliseconds(20);
  serve(10);
  const auto client = follow();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client->read_until("\n\n"), ":\n\n");
  publish(11);
  EXPECT_THAT(client->read_until(frame(11)), HasSubstr(frame(11)));
}

TEST_F(StreamTest, AReaderThatLeavesIsNoticedAtOnce) {
  serve(10);
  {
    const auto client = follow();
    EXPECT_TRUE(observer.wait_for_streams(1));
  }
  EXPECT_TRUE(observer.wait_for_streams(0));
  EXPECT_TRUE(observer.wait_for_connections(0));
}

TEST_F(StreamTest, StreamsBeyondTheLimitAreRefused) {
  options.limits.streams = 1;
  serve(10);
  const auto client = follow();
  EXPECT_EQ(status_of(get("/events")), 503);
}

TEST_F(StreamTest, HeadOnAStreamEndsAtOnce) {
  serve(10);
  RawClient client(port());
  client.send("HEAD /events HTTP/1.1\r\nHost: t\r\n\r\n");
  EXPECT_EQ(client.read_response(true)->headers.at("content-type"), "text/event-stream");
  EXPECT_EQ(channel->readers(), 0U);
}

TEST_F(StreamTest, StoppingEndsTheStreams) {
  serve(10);
  const auto client = follow();
  server->stop(std::chrono::seconds(5));
  EXPECT_TRUE(client->read_to_end());
  publish(11);
}

TEST_F(StreamTest, ManyReadersGetEveryFrameOnceInOrder) {
  serve(0);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 100; ++i) clients.push_back(follow());
  for (std::uint64_t v = 1; v <= 50; ++v) publish(v);
  for (const auto& client : clients) {
    for (std::uint64_t v = 1; v <= 50; ++v) ASSERT_EQ(client->read_until("\n\n"), frame(v));
  }
}

}  // namespace
}  // namespace navbat::test
