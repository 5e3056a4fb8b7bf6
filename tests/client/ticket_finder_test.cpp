#include "server_sync/client/ticket_finder.h"

#include <gtest/gtest.h>

#include "tests/client/fake_server.h"
#include "tests/client/recorded_branch.h"
#include "tests/client/test_kiosk.h"
#include "tests/support/test_branch.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;

TEST(TicketReferences, AreReadAsPeopleTypeThem) {
  const domain::Label label{"A", 42};
  for (const char* text : {"A042", "a042", "A42", " a 42 ", "A-042", "A0042"}) {
    const auto reference = parse_ticket_reference(text);
    ASSERT_TRUE(reference.has_value()) << text;
    EXPECT_EQ(std::get<domain::Label>(*reference), label) << text;
  }
  EXPECT_EQ(std::get<domain::Label>(*parse_ticket_reference("ax7")), (domain::Label{"AX", 7}));
}

TEST(TicketReferences, AreReadFromTheCodeOfAPaper) {
  const domain::TicketId id = testing::test_id(5);
  for (const std::string& text : {id.to_string(), "https://bank.example/t/" + id.to_string(),
                                  "http://192.0.2.7:8080/t/" + id.to_string() + "?lang=uz",
                                  "HTTPS://BANK.EXAMPLE/t/" + id.to_string() + "/"}) {
    const auto reference = parse_ticket_reference(text);
    ASSERT_TRUE(reference.has_value()) << text;
    EXPECT_EQ(std::get<domain::TicketId>(*reference), id) << text;
  }
}

TEST(TicketReferences, AreNothingElse) {
  for (const std::string& text :
       {std::string(), std::string("042"), std::string("A"), std::string("A0"), std::string("ABC1"),
        std::string("A-1x"), std::string("A99999999999"), std::string("Ü12"), std::string("/t/"),
        std::string("https://bank.example/t/not-an-id"), std::string(1'000'000, 'A'),
        std::string("\0A1", 3)}) {
    EXPECT_FALSE(parse_ticket_reference(text).has_value()) << text.substr(0, 40);
  }
}

class FindingATicket : public ::testing::Test {
 protected:
  FindingATicket() { kiosk.know_the_branch(); }

  tl::expected<FoundTicket, FindError> find(const std::string& text) {
    const TicketFinder finder(network, kiosk.shared(), kiosk.directory(), kiosk.true_clock(),
                              domain::BranchId{kBranch});
    return finder.find(text, {});
  }

  ManualClock clock;
  ScriptedTransport network;
  FakeServer server{clock};
  TestKiosk kiosk{network, clock};
};

TEST_F(FindingATicket, KnowsItsOwnWithoutTheServer) {
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket.has_value());
  ASSERT_TRUE(kiosk.issuer().set_print_state(ticket->id, domain::PrintState::kPrinted));
  const std::size_t asked = network.sent().size();
  for (const std::string& text : {ticket->label.to_string(), ticket->id.to_string()}) {
    const auto found = find(text);
    ASSERT_TRUE(found.has_value()) << found.error().detail;
    EXPECT_TRUE(found->own);
    EXPECT_EQ(found->ticket.id, ticket->id);
    EXPECT_EQ(found->ticket.copies, 1);
  }
  EXPECT_EQ(network.sent().size(), asked);
}

TEST_F(FindingATicket, YesterdaysNumberIsNotTodays) {
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket.has_value());
  clock.advance(24h);
  const auto found = find(ticket->label.to_string());
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().failure, FindFailure::kNoAnswer);
  EXPECT_TRUE(find(ticket->id.to_string()).has_value());
}

TEST_F(FindingATicket, AsksTheServerForAnothers) {
  network.always_send(server.answers());
  const domain::TicketId id = server.branch.issue("cash");
  for (const std::string& text : {std::string("a1"), id.to_string()}) {
    const auto found = find(text);
    ASSERT_TRUE(found.has_value()) << found.error().detail;
    EXPECT_FALSE(found->own);
    EXPECT_EQ(found->ticket.id, id);
    EXPECT_EQ(found->ticket.label.to_string(), "A001");
    EXPECT_EQ(found->state, domain::TicketState::kWaiting);
  }
  EXPECT_EQ(find("A002").error().failure, FindFailure::kUnknown);
  EXPECT_EQ(find(testing::test_id(77).to_string()).error().failure, FindFailure::kUnknown);
  EXPECT_EQ(find("rubbish").error().failure, FindFailure::kUnreadable);
}

TEST_F(FindingATicket, DoesNotWaitLongForAServerThatIsAway) {
  milliseconds seen{0};
  network.next_send([&](const HttpRequest&, milliseconds deadline) {
    seen = deadline;
    return fault(TransportFault::kTimedOut);
  });
  EXPECT_EQ(find("A001").error().failure, FindFailure::kNoAnswer);
  EXPECT_EQ(seen, kFindDeadline);
  network.next_send([](auto&&...) { return answer(200, "[]"); });
  EXPECT_EQ(find("A001").error().failure, FindFailure::kNoAnswer);
  network.next_send([](auto&&...) { return answer(401); });
  EXPECT_EQ(find("A001").error().failure, FindFailure::kNoAnswer);
}

}  // namespace
}  // namespace navbat::client
