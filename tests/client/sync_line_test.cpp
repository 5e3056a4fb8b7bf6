#include "server_sync/client/sync_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "tests/client/fake_server.h"
#include "tests/client/test_kiosk.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Next = SyncLine::Next;

class SyncLineTest : public ::testing::Test {
 protected:
  SyncLineTest() { kiosk.know_the_branch(); }

  std::vector<domain::TicketId> issue_offline(int count) {
    std::vector<domain::TicketId> ids;
    for (int i = 0; i < count; ++i) {
      kiosk.circuit().failed(clock.now());
      const auto ticket = kiosk.issue();
      EXPECT_TRUE(ticket.has_value());
      ids.push_back(ticket->id);
      clock.advance(1s);
    }
    return ids;
  }

  [[nodiscard]] std::vector<protocol::SyncRequest> batches() const {
    std::vector<protocol::SyncRequest> out;
    for (const HttpRequest& request : network.sent()) {
      if (request.target != "/api/v1/sync") continue;
      auto batch = protocol::decode_sync_request(request.body);
      EXPECT_TRUE(batch.has_value()) << request.body;
      if (batch) out.push_back(std::move(*batch));
    }
    return out;
  }

  ManualClock clock;
  ScriptedTransport network;
  FakeServer server{clock};
  TestKiosk kiosk{network, clock};
};

TEST_F(SyncLineTest, GreetsTheServerOnceThenRests) {
  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, Next::kIdle);
  EXPECT_EQ(kiosk.sync().next, Next::kIdle);
  ASSERT_EQ(batches().size(), 1U);
  EXPECT_TRUE(batches()[0].events.empty());
  EXPECT_EQ(batches()[0].first_seq, 1);
  EXPECT_TRUE(kiosk.true_clock().is_synchronised());
}

TEST_F(SyncLineTest, BringsEveryTicketOnceAtItsTrueTime) {
  const auto ids = issue_offline(3);
  const domain::Timestamp issued = clock.now() - 3s;
  clock.advance(1h);
  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, Next::kIdle);
  EXPECT_EQ(server.branch.state().tickets().size(), 3U);
  EXPECT_EQ(server.find(ids[0])->issued_at, issued);
  EXPECT_EQ(server.label_of(ids[2]), "AX03");
  EXPECT_EQ(kiosk.outbox().acked_seq, 3);
  EXPECT_EQ(kiosk.line().status().pending, 0);
}

TEST_F(SyncLineTest, SendsTheSameBatchAgainWhenTheReplyIsLost) {
  issue_offline(2);
  network.next_send(server.answers());
  network.next_send(server.loses_the_reply());
  EXPECT_EQ(kiosk.sync().next, Next::kRetry);
  EXPECT_EQ(kiosk.outbox().acked_seq, 0);
  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, Next::kIdle);
  const auto sent = batches();
  ASSERT_EQ(sent.size(), 3U);
  EXPECT_EQ(sent[1].first_seq, sent[2].first_seq);
  EXPECT_EQ(sent[1].events.size(), sent[2].events.size());
  EXPECT_EQ(sent[1].epoch, sent[2].epoch);
  EXPECT_EQ(server.branch.state().tickets().size(), 2U);
}

TEST_F(SyncLineTest, AKillBetweenTheReplyAndTheNoteOfItChangesNothingAtTheServer) {
  issue_offline(2);
  network.next_send(server.answers());
  network.next_send(server.loses_the_reply());
  static_cast<void>(kiosk.sync());
  kiosk.kill_and_restart();
  network.always_send(server.answers());
  for (int i = 0; i < 3; ++i) static_cast<void>(kiosk.sync());
  EXPECT_EQ(kiosk.outbox().acked_seq, 2);
  EXPECT_EQ(server.branch.state().tickets().size(), 2U);
  EXPECT_EQ(server.count("AX01"), 1);
  EXPECT_EQ(server.count("AX02"), 1);
}

TEST_F(SyncLineTest, GoesOnBehindThePartThatWasAcknowledged) {
  issue_offline(3);
  network.next_send(server.answers());
  network.next_send([&](const HttpRequest& request, auto) -> ScriptedTransport::Reply {
    auto batch = protocol::decode_sync_request(request.body);
    return server.handle({.method = HttpMethod::kPost,
                          .target = request.target,
                          .headers = {},
                          .body = protocol::encode_sync_request(batch->node, batch->epoch, 1,
                                                                {batch->events[0].raw})});
  });
  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, Next::kIdle);
  EXPECT_EQ(batches().at(2).first_seq, 2);
  EXPECT_EQ(kiosk.outbox().acked_seq, 3);
}

TEST_F(SyncLineTest, SendsLongQueuesInBatchesOfLimitedSize) {
  issue_offline(11);
  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, Next::kIdle);
  const auto sent = batches();
  ASSERT_EQ(sent.size(), 3U);
  EXPECT_EQ(sent[1].events.size(), kTestBatch);
  EXPECT_EQ(sent[2].first_seq, static_cast<std::int64_t>(kTestBatch) + 1);
  EXPECT_EQ(server.branch.state().tickets().size(), 11U);
}

TEST_F(SyncLineTest, ObeysRetryAfter) {
  network.next_send([](auto&&...) { return answer(429, {}, {{"Retry-After", "7"}}); });
  const SyncLine::Step step = kiosk.sync();
  EXPECT_EQ(step.next, Next::kRetry);
  EXPECT_EQ(step.retry_after, 7s);
}

TEST_F(SyncLineTest, IgnoresARetryAfterThatIsNoNumber) {
  network.next_send([](auto&&...) { return answer(503, {}, {{"Retry-After", "Sun, 22 Nov"}}); });
  EXPECT_EQ(kiosk.sync().retry_after, std::nullopt);
}

TEST_F(SyncLineTest, KeepsEverythingWhileTheServerRefusesTheDevice) {
  issue_offline(2);
  network.next_send([](auto&&...) { return answer(401); });
  EXPECT_EQ(kiosk.sync().next, Next::kRetry);
  EXPECT_TRUE(kiosk.line().status().refused);
  EXPECT_THAT(kiosk.line().status().detail, HasSubstr("401"));
  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, Next::kIdle);
  EXPECT_FALSE(kiosk.line().status().refused);
  EXPECT_EQ(server.branch.state().tickets().size(), 2U);
}

TEST_F(SyncLineTest, DividesABatchThatIsTooLarge) {
  issue_offline(8);
  network.always_send([&](const HttpRequest& request, auto) -> ScriptedTransport::Reply {
    if (protocol::decode_sync_request(request.body)->events.size() > 2) return answer(413);
    return server.handle(request);
  });
  SyncLine::Step step;
  for (int i = 0; i < 5 && kiosk.outbox().acked_seq < 8; ++i) step = kiosk.sync();
  EXPECT_EQ(step.next, Next::kIdle);
  EXPECT_EQ(server.branch.state().tickets().size(), 8U);
}

TEST_F(SyncLineTest, AnEventThatIsSetAsideDoesNotHoldUpTheOthers) {
  const auto ids = issue_offline(3);
  server.poison = {2};
  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, Next::kIdle);
  EXPECT_EQ(kiosk.outbox().acked_seq, 3);
  EXPECT_EQ(kiosk.line().status().set_aside, 1);
  EXPECT_THAT(kiosk.log, Contains(HasSubstr("event 2 aside: poison")));
  EXPECT_EQ(server.label_of(ids[2]), "AX03");
}

TEST_F(SyncLineTest, SendsAgainWhatARestoredServerHasForgotten) {
  issue_offline(4);
  network.always_send(server.answers());
  static_cast<void>(kiosk.sync());
  server.forget_acks_beyond(1);
  server.branch = testing::TestBranch();
  issue_offline(1);
  EXPECT_EQ(kiosk.sync().next, Next::kIdle);
  EXPECT_EQ(batches().back().epoch, batches().front().epoch);
  EXPECT_EQ(server.branch.state().tickets().size(), 4U);  // 2 to 5; it kept an ack of 1
  EXPECT_EQ(kiosk.outbox().acked_seq, 5);
}

TEST_F(SyncLineTest, BeginsANewSequenceWhenTheServerKnowsMoreThanWasEverSent) {
  const auto first = issue_offline(2);
  network.always_send(server.answers());
  static_cast<void>(kiosk.sync());
  // The device's file was restored from a copy: the server has acknowledged events that it lacks.
  server.acked.begin()->second = 9;
  const auto second = issue_offline(2);
  EXPECT_EQ(kiosk.sync().next, Next::kRetry);
  EXPECT_EQ(kiosk.sync().next, Next::kIdle);
  EXPECT_EQ(server.acked.size(), 2U);
  EXPECT_EQ(server.branch.state().tickets().size(), 4U);
  EXPECT_EQ(server.label_of(second[1]), "AX04");
  EXPECT_EQ(kiosk.outbox().acked_seq, 4);
  kiosk.kill_and_restart();
  const auto third = issue_offline(1);
  EXPECT_EQ(kiosk.sync().next, Next::kIdle);
  EXPECT_EQ(server.label_of(third[0]), "AX05");
  EXPECT_EQ(server.acked.size(), 2U);
}

TEST_F(SyncLineTest, DoesNotRunInACircleWithAServerThatAlwaysKnowsMore) {
  network.always_send([&](auto&&...) {
    return answer(200, encode(protocol::SyncReply{1'000'000, {}, clock.now()}));
  });
  issue_offline(1);
  EXPECT_EQ(kiosk.sync().next, Next::kRetry);
  EXPECT_EQ(kiosk.sync().next, Next::kRetry);
  EXPECT_EQ(kiosk.outbox().acked_seq, 0);
}

TEST_F(SyncLineTest, DoesNotRunInACircleWithAServerThatTakesNothing) {
  network.always_send([&](auto&&...) {
    return answer(200, encode(protocol::SyncReply{0, {}, clock.now()}));
  });
  issue_offline(1);
  EXPECT_EQ(kiosk.sync().next, Next::kRetry);
  EXPECT_EQ(kiosk.outbox().acked_seq, 0);
}

TEST_F(SyncLineTest, ClosesTheCircuitWhenTheServerAnswersAndOpensItWhenNot) {
  EXPECT_EQ(kiosk.sync().next, Next::kRetry);
  EXPECT_TRUE(kiosk.circuit().is_open());
  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, Next::kIdle);
  EXPECT_FALSE(kiosk.circuit().is_open());
}

TEST_F(SyncLineTest, AnUnreadableAnswerIsNone) {
  issue_offline(1);
  network.next_send([](auto&&...) { return answer(200, "<html>"); });
  EXPECT_EQ(kiosk.sync().next, Next::kRetry);
  EXPECT_EQ(kiosk.outbox().acked_seq, 0);
}

// Any mix of faults, kills included, and then a network that works: every paper is in the queue
// once, under the number that is on it.
TEST_F(SyncLineTest, EveryPaperIsInTheQueueOnceWhateverTheNetworkDid) {
  std::mt19937_64 chance{2026};
  std::map<domain::TicketId, std::string> papers;
  for (int round = 0; round < 250; ++round) {
    const auto luck = chance() % 8;
    const auto unlucky = [&](const HttpRequest& request, auto) -> ScriptedTransport::Reply {
      switch (luck) {
        case 0:
          return fault(TransportFault::kUnreachable);
        case 1:
          static_cast<void>(server.handle(request));
          return fault(TransportFault::kBroken);
        case 2:
          static_cast<void>(server.handle(request));
          return server.handle(request);
        case 3: {
          HttpResponse cut = server.handle(request);
          cut.body.resize(chance() % (cut.body.size() + 1));
          return cut;
        }
        case 4:
          return answer(500);
        default:
          return server.handle(request);
      }
    };
    network.always_send(unlucky);
    clock.advance(milliseconds{static_cast<std::int64_t>(chance() % 40'000)});
    switch (chance() % 4) {
      case 0:
        static_cast<void>(kiosk.line().step({}));
        break;
      case 1:
        if (chance() % 4 == 0) kiosk.kill_and_restart();
        break;
      default: {
        const auto ticket = kiosk.issue();
        ASSERT_TRUE(ticket.has_value()) << ticket.error().detail;
        papers[ticket->id] = ticket->label.to_string();
      }
    }
  }
  network.always_send(server.answers());
  for (int i = 0; i < 3; ++i) static_cast<void>(kiosk.sync());
  EXPECT_EQ(kiosk.outbox().acked_seq, kiosk.outbox().last_seq);
  std::set<std::string> labels;
  for (const auto& [id, label] : papers) {
    EXPECT_EQ(server.label_of(id), label);
    EXPECT_TRUE(labels.insert(label).second) << label;
  }
  EXPECT_EQ(server.branch.state().tickets().size(), papers.size());
}

}  // namespace
}  // namespace navbat::client
