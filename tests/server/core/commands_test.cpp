// What the branch's authority promises to those who send commands.

#include "tests/server/core/branch_server_fixture.h"

namespace navbat::server {
namespace {

using namespace std::chrono_literals;

class Commands : public BranchServer {};

TEST_F(Commands, NumberTicketsInSequenceAcrossARestart) {
  EXPECT_EQ(text(issue(1), "label"), "A001");
  EXPECT_EQ(text(issue(2, "cards"), "label"), "C001");
  restart();
  EXPECT_EQ(text(issue(3), "label"), "A002");
}

TEST_F(Commands, TheSameTicketIdAgainIsTheSameTicketWithoutANewNumber) {
  EXPECT_EQ(issue(1)->status, 201);
  const auto again = issue(1);
  EXPECT_EQ(again->status, 200);
  EXPECT_EQ(text(again, "label"), "A001");
  EXPECT_EQ(text(issue(2), "label"), "A002");
}

TEST_F(Commands, TheSameKeyGetsTheSameAnswerForGood) {
  open_counter("1");
  const auto issued = issue(1, "cash", "key-1");
  const auto called = call("1", "key-2");
  EXPECT_EQ(called->status, 200);
  restart();
  clock_.pass(5min);
  EXPECT_EQ(issue(1, "cash", "key-1")->body, issued->body);
  EXPECT_EQ(issue(1, "cash", "key-1")->status, 201);
  EXPECT_EQ(call("1", "key-2")->body, called->body);
  // Also the answer that nobody waited, and that a counter was busy.
  EXPECT_EQ(call("1", "key-3")->status, 409);
  EXPECT_EQ(call("1", "key-3")->status, 409);
}

TEST_F(Commands, TheSameKeyWithAnotherRequestIsRefusedAndChangesNothing) {
  issue(1, "cash", "key-1");
  const auto before = queue();
  const auto refused = run(call_command({domain::CounterId{"1"}, {}}), "key-1", "another hash");
  EXPECT_EQ(refused->status, 422);
  EXPECT_EQ(queue(), before);
}

TEST_F(Commands, NextIsTheSameTicketForADoubleClickWithOneKey) {
  open_counter("1");
  issue(1);
  issue(2);
  const auto first = call("1", "click");
  const auto second = call("1", "click");
  EXPECT_EQ(first->body, second->body);
  EXPECT_EQ(text(first, "label"), "A001");
  EXPECT_EQ(state_of(2), "waiting");
}

TEST_F(Commands, NextIsRefusedWhileTheCounterHasATicketAndNamesIt) {
  open_counter("1");
  issue(1);
  call("1");
  const auto busy = call("1");
  EXPECT_EQ(busy->status, 409);
  EXPECT_EQ(text(busy, "ticket"), testing::test_id(1).to_string());
}

TEST_F(Commands, TwoTellersAtOnceGetTwoTicketsInOrder) {
  open_counter("1");
  open_counter("2");
  issue(1);
  issue(2);
  std::vector<std::string> labels;
  for (const char* counter : {"1", "2"}) {
    host_->submit(
        {}, call_command({domain::CounterId{counter}, {}}),
        [&](const store::Result<Answer>& answer) { labels.push_back(text(*answer, "label")); });
  }
  host_->run_pending();  // Both in one batch.
  EXPECT_EQ(labels, (std::vector<std::string>{"A001", "A002"}));
}

TEST_F(Commands, ACallSaysWhyItWasThisTicket) {
  open_counter("1");
  issue(1);
  clock_.pass(5min);
  const auto why = json(call("1")).at("why").as_object();
  EXPECT_EQ(why.at("rule").as_string(), "largest_share");
  EXPECT_EQ(why.at("wait_s").as_int64(), 300);
}

TEST_F(Commands, ATicketCarriesAPromiseWhenACounterIsOpenAndNoneOtherwise) {
  EXPECT_TRUE(json(issue(1)).at("promise").is_null());
  open_counter("1");
  EXPECT_TRUE(json(issue(2)).at("promise").is_object());
}

TEST_F(Commands, AreHeardByObserversOnceAndInOrder) {
  open_counter("1");
  issue(1);
  call("1");
  std::vector<std::int64_t> versions;
  for (const domain::Event& event : observer_->heard) versions.push_back(event.version);
  EXPECT_EQ(versions, (std::vector<std::int64_t>{1, 2, 3, 4}));
  EXPECT_EQ(type_name(observer_->heard.back().payload), "ticket_called");
}

TEST_F(Commands, AFailedCommitIsAnErrorToAllAndLeavesNoTrace) {
  issue(1);
  const auto before = queue();
  const std::size_t heard = observer_->heard.size();
  connection_->fail_next_commit = true;
  EXPECT_EQ(issue(2), std::nullopt);
  EXPECT_EQ(queue(), before);
  EXPECT_EQ(observer_->heard.size(), heard);
  // The number was never given, so the next ticket gets it.
  EXPECT_EQ(text(issue(3), "label"), "A002");
}

TEST_F(Commands, ARestartRebuildsTheSameQueue) {
  open_counter("1");
  for (std::uint64_t i = 1; i <= 20; ++i) {
    issue(i, i % 3 == 0 ? "loans" : "cash");
    clock_.pass(30s);
  }
  call("1");
  const auto before = queue();
  restart();
  EXPECT_EQ(queue(), before);
}

TEST_F(Commands, AClockThatFellBackAtARestartDoesNotRunTimeBackwards) {
  issue(1);
  clock_.set(*domain::parse_rfc3339("2026-03-16T20:00:00Z"));
  restart();
  issue(2);
  EXPECT_GE(text(run(ticket_query(testing::test_id(2))), "issued_at"),
            text(run(ticket_query(testing::test_id(1))), "issued_at"));
  EXPECT_EQ(text(issue(3), "day"), "2026-03-17");
}

class Days : public BranchServer {};

TEST_F(Days, OpenUnattendedAndStartAtOneAgain) {
  issue(1);
  clock_.set(*domain::parse_rfc3339("2026-03-17T19:00:30Z"));  // Half past midnight in Tashkent.
  run(BranchService::tick());
  EXPECT_EQ(text(issue(2), "label"), "A001");
  EXPECT_EQ(text(run(ticket_query(testing::test_id(2))), "day"), "2026-03-18");
  EXPECT_EQ(state_of(1), "cancelled");  // From the database: it is not in memory any more.
}

TEST_F(Days, OpenOnceHoweverOftenTheClockTicks) {
  run(BranchService::tick());
  run(BranchService::tick());
  restart();
  run(BranchService::tick());
  EXPECT_TRUE(observer_->heard.empty());
}

TEST_F(Days, BringTheStandingCountersBack) {
  standing = {{domain::CounterId{"2"}, domain::TellerId{"teller2"}, {}}};
  restart();
  clock_.pass(24h);
  issue(1);
  EXPECT_EQ(call("2")->status, 200);
}

TEST_F(Days, AnAbsurdClockIsReportedOnceAndOpensNothing) {
  issue(1);
  clock_.set(*domain::parse_rfc3339("2031-01-01T00:00:00Z"));
  issue(2);
  issue(3);
  ASSERT_EQ(observer_->warnings.size(), 1u);
  EXPECT_EQ(text(run(ticket_query(testing::test_id(2))), "day"), "2026-03-17");
}

TEST_F(Days, AnIdOfAnEarlierDayIsTakenForGood) {
  issue(1);
  clock_.pass(24h);
  EXPECT_EQ(issue(1)->status, 409);
}

}  // namespace
}  // namespace navbat::server
