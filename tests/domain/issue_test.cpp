// How tickets get their numbers, online and alone.

#include <gtest/gtest.h>

#include "domain/commands.h"
#include "tests/support/test_branch.h"

namespace navbat::domain {
namespace {

using std::chrono::minutes;
using testing::test_id;
using testing::TestBranch;

AdoptTicket offline(std::uint64_t id, const char* label, const char* service = "cash",
                    const char* day = "2026-03-17") {
  AdoptTicket command;
  command.ticket.id = test_id(id);
  command.ticket.service = ServiceId{service};
  command.ticket.language = LanguageTag{"uz"};
  command.ticket.origin = NodeId{"kiosk-1"};
  command.label = *Label::parse(label);
  command.day = *BusinessDay::parse(day);
  return command;
}

TEST(Issue, NumbersEachServiceFromOneWithoutGaps) {
  TestBranch branch;
  EXPECT_EQ(branch.label(branch.issue("cash")), "A001");
  EXPECT_EQ(branch.label(branch.issue("cards")), "C001");
  EXPECT_EQ(branch.label(branch.issue("cash")), "A002");
}

TEST(Issue, TheSameIdAgainIsTheSameTicket) {
  TestBranch branch;
  const TicketId ticket = branch.issue("cash");
  IssueTicket again;
  again.id = ticket;
  again.service = ServiceId{"cash"};
  again.language = LanguageTag{"uz"};
  const Decision decision = decide_issue(branch.state(), again);
  ASSERT_TRUE(decision.has_value());
  EXPECT_TRUE(decision->empty());
  again.service = ServiceId{"cards"};
  ASSERT_FALSE(decide_issue(branch.state(), again).has_value());
}

TEST(Issue, AnUnknownServiceIsRejectedWithTheKnownOnes) {
  TestBranch branch;
  IssueTicket command;
  command.service = ServiceId{"stamps"};
  const Decision decision = decide_issue(branch.state(), command);
  ASSERT_FALSE(decision.has_value());
  EXPECT_EQ(decision.error().expected, "one of cash, cards, loans");
}

TEST(OfflineTicket, JoinsTheQueueAtItsTrueTime) {
  TestBranch branch;
  branch.open_counter("1");
  const Timestamp earlier = branch.now();
  branch.pass(minutes{5});
  const TicketId online = branch.issue("cash");
  branch.pass(minutes{1});
  branch.adopt(offline(900, "AX01"), earlier);
  EXPECT_EQ(branch.call("1"), test_id(900));
  EXPECT_EQ(branch.ticket(test_id(900)).issued_at, earlier);
  EXPECT_EQ(branch.ticket(online).state, TicketState::kWaiting);
}

TEST(OfflineTicket, SentTwiceIsThereOnce) {
  TestBranch branch;
  branch.adopt(offline(900, "AX01"), branch.now());
  const Decision again = decide_adopt(branch.state(), offline(900, "AX01"));
  ASSERT_TRUE(again.has_value());
  EXPECT_TRUE(again->empty());
}

TEST(OfflineTicket, LeavesTheOnlineSeriesWithoutAGap) {
  TestBranch branch;
  branch.issue("cash");
  branch.adopt(offline(900, "AX01"), branch.now());
  EXPECT_EQ(branch.label(branch.issue("cash")), "A002");
}

TEST(OfflineTicket, CannotTakeAnOnlineNumberAnotherServicesOrOneThatIsTaken) {
  TestBranch branch;
  branch.adopt(offline(900, "AX01"), branch.now());
  EXPECT_FALSE(decide_adopt(branch.state(), offline(901, "A007")).has_value());
  EXPECT_FALSE(decide_adopt(branch.state(), offline(901, "CX01")).has_value());
  EXPECT_FALSE(decide_adopt(branch.state(), offline(901, "AX01")).has_value());
  EXPECT_TRUE(decide_adopt(branch.state(), offline(901, "AX02")).has_value());
}

TEST(OfflineTicket, OfAClosedDayIsRecordedButNeverCalledToday) {
  TestBranch branch;
  branch.open_counter("1");
  branch.adopt(offline(900, "AX01", "cash", "2026-03-16"), branch.now() - std::chrono::hours{20});
  EXPECT_EQ(branch.ticket(test_id(900)).state, TicketState::kCancelled);
  EXPECT_EQ(branch.call("1"), std::nullopt);
  // Its number is free for today's.
  EXPECT_TRUE(decide_adopt(branch.state(), offline(901, "AX01")).has_value());
}

class PaperWins : public ::testing::Test {
 protected:
  void SetUp() override {
    branch.open_counter("1");
    id = branch.issue("cash");  // Numbered A001; the reply was lost and the kiosk printed AX01.
    branch.pass(minutes{1});
  }
  void sync() {
    AdoptTicket command = offline(0, "AX01");
    command.ticket.id = id;
    branch.adopt(command, branch.ticket(id).issued_at);
  }
  TestBranch branch;
  TicketId id;
};

TEST_F(PaperWins, OverANumberGivenOnline) {
  sync();
  EXPECT_EQ(branch.label(id), "AX01");
  EXPECT_EQ(branch.state().find_by_label(*Label::parse("A001")), nullptr);
  EXPECT_EQ(branch.state().waiting_total(), 1u);
}

TEST_F(PaperWins, AndANoShowUnderTheUnprintedNumberWaitsAgainAtItsTruePlace) {
  branch.call("1");
  branch.no_show(id);
  branch.issue("cash");
  sync();
  EXPECT_EQ(branch.ticket(id).state, TicketState::kWaiting);
  EXPECT_EQ(branch.call("1"), id);
  EXPECT_EQ(branch.label(id), "AX01");
}

TEST_F(PaperWins, AndACallUnderTheUnprintedNumberIsRepeatedUnderThePrintedOne) {
  branch.call("1");
  sync();
  EXPECT_EQ(branch.ticket(id).state, TicketState::kCalled);
  EXPECT_EQ(branch.state().recent_calls().front().label.to_string(), "AX01");
  EXPECT_TRUE(branch.state().recent_calls().front().recall);
}

}  // namespace
}  // namespace navbat::domain
