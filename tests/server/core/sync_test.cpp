// What kiosks recorded while alone.

#include "tests/server/core/branch_server_fixture.h"

namespace navbat::server {
namespace {

using namespace std::chrono_literals;

class Sync : public BranchServer {
 protected:
  static std::int64_t acked(const std::optional<Answer>& answer) {
    return json(answer).at("acked_seq").as_int64();
  }
  static std::size_t set_aside(const std::optional<Answer>& answer) {
    return json(answer).at("set_aside").as_array().size();
  }
};

TEST_F(Sync, PutsAnOfflineTicketIntoTheQueueAtItsTrueTime) {
  open_counter("1");
  const domain::Timestamp printed = clock_.now();
  clock_.pass(3min);
  issue(1);
  clock_.pass(10min);
  EXPECT_EQ(acked(sync(1, {offline(1, 900, "AX01", printed)})), 1);
  EXPECT_EQ(text(run(ticket_query(testing::test_id(900))), "issued_at"),
            domain::to_rfc3339(printed));
  EXPECT_EQ(text(call("1"), "label"), "AX01");
}

TEST_F(Sync, AReplayIsHarmless) {
  const std::vector<std::string> batch{offline(1, 900, "AX01"), offline(2, 901, "AX02")};
  EXPECT_EQ(acked(sync(1, batch)), 2);
  const auto before = queue();
  EXPECT_EQ(acked(sync(1, batch)), 2);
  restart();
  EXPECT_EQ(acked(sync(1, batch)), 2);
  EXPECT_EQ(queue(), before);
}

TEST_F(Sync, OnlyTheContiguousPartCounts) {
  sync(1, {offline(1, 900, "AX01")});
  EXPECT_EQ(acked(sync(3, {offline(3, 902, "AX03")})), 1);
  EXPECT_EQ(
      acked(sync(1, {offline(1, 900, "AX01"), offline(2, 901, "AX02"), offline(3, 902, "AX03")})),
      3);
}

TEST_F(Sync, APoisonEventIsSetAsideAcknowledgedAndBlocksNobody) {
  const auto answer = sync(1, {offline(1, 900, "AX01"), R"({"seq":2,"type":"nonsense"})",
                               offline(3, 902, "ZX03", {}, "stamps"), offline(4, 903, "AX04")});
  EXPECT_EQ(acked(answer), 4);
  EXPECT_EQ(set_aside(answer), 2u);
  EXPECT_EQ(label_of(903), "AX04");
  ASSERT_EQ(observer_->warnings.size(), 2u);
  EXPECT_NE(observer_->warnings[0].find("event 2 of kiosk-1 was set aside"), std::string::npos)
      << observer_->warnings[0];
}

TEST_F(Sync, TwoTicketsWithOneNumberAreNotBothBelieved) {
  sync(1, {offline(1, 900, "AX01")});
  EXPECT_EQ(set_aside(sync(2, {offline(2, 901, "AX01")})), 1u);
  // Nor within one batch.
  EXPECT_EQ(set_aside(sync(3, {offline(3, 902, "AX07"), offline(4, 903, "AX07")})), 1u);
}

TEST_F(Sync, PaperWinsOverANumberWhoseReplyWasLost) {
  issue(1);
  sync(1, {offline(1, 1, "AX01")});
  EXPECT_EQ(label_of(1), "AX01");
  restart();
  EXPECT_EQ(label_of(1), "AX01");
}

TEST_F(Sync, PaperWinsAlsoAfterANoShowUnderTheUnprintedNumber) {
  open_counter("1");
  issue(1);
  call("1");
  run(ticket_command(testing::test_id(1), [](const domain::BranchState& state) {
    return domain::decide_no_show(state, {testing::test_id(1), {}});
  }));
  sync(1, {offline(1, 1, "AX01")});
  EXPECT_EQ(state_of(1), "waiting");
  EXPECT_EQ(text(call("1"), "label"), "AX01");
}

TEST_F(Sync, ALateTicketOfAClosedDayIsRecordedAndNeverCalledToday) {
  issue(1);
  const domain::Timestamp yesterday = clock_.now();
  clock_.pass(24h);
  open_counter("1");
  EXPECT_EQ(set_aside(sync(1, {offline(1, 900, "AX01", yesterday)})), 0u);
  EXPECT_EQ(state_of(900), "cancelled");
  EXPECT_EQ(text(run(ticket_query(testing::test_id(900))), "day"), "2026-03-17");
  EXPECT_EQ(call("1")->status, 204);
}

TEST_F(Sync, PaperWinsForATicketOfAClosedDayToo) {
  issue(1);
  const domain::Timestamp yesterday = clock_.now();
  clock_.pass(24h);
  sync(1, {offline(1, 1, "AX01", yesterday)});
  EXPECT_EQ(label_of(1), "AX01");
  EXPECT_EQ(text(run(ticket_query(testing::test_id(1))), "day"), "2026-03-17");
}

TEST_F(Sync, AClockOfTheFutureIsTakenAsNow) {
  sync(1, {offline(1, 900, "AX01", clock_.now() + 400h)});
  EXPECT_EQ(text(run(ticket_query(testing::test_id(900))), "issued_at"),
            domain::to_rfc3339(clock_.now()));
}

TEST_F(Sync, ThePromiseThatThePaperMadeIsTheTicketsPromise) {
  protocol::OfflineTicket ticket;
  ticket.id = testing::test_id(900);
  ticket.label = *domain::Label::parse("AX01");
  ticket.service = domain::ServiceId{"cash"};
  ticket.language = domain::LanguageTag{"uz"};
  ticket.promise = domain::Promise{300s, 600s, 900s, clock_.now()};
  sync(1, {protocol::encode_node_event({1, clock_.now(), ticket})});
  const auto promise = json(run(ticket_query(testing::test_id(900)))).at("promise").as_object();
  EXPECT_EQ(promise.at("limit_s").as_int64(), 900);
}

TEST_F(Sync, ANewEpochStartsANewSequence) {
  sync(1, {offline(1, 900, "AX01")});
  auto request = protocol::decode_sync_request(protocol::encode_sync_request(
      domain::NodeId{"kiosk-1"}, "epoch-2", 1, {offline(1, 901, "AX02")}));
  EXPECT_EQ(acked(run(sync_command(std::move(*request)))), 1);
  EXPECT_EQ(label_of(901), "AX02");
}

}  // namespace
}  // namespace navbat::server
