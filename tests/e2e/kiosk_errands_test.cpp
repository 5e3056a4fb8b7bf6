// What a kiosk does besides giving tickets, with the real server: looking up, telling, checking in,
// taking back.

#include <gtest/gtest.h>

#include "tests/e2e/kiosk_at_server.h"

namespace navbat {
namespace {

using namespace std::chrono_literals;
using client::FindFailure;
using client::IssueFailure;
using domain::TicketState;
using testing::HttpReply;

class KioskErrands : public testing::KioskAtServer {
 protected:
  // A ticket that the server numbers for this kiosk while the kiosk is not looking.
  domain::TicketId number_behind_its_back(const std::string& device) {
    std::array<std::uint8_t, 10> random{};
    system::fill_random(random);
    const auto id = domain::TicketId::make(kiosk->true_now(), random);
    const HttpReply reply = ask("POST", "/branches/demo/tickets", "demo-kiosk",
                                R"({"service":"cash","language":"uz","id":")" + id.to_string() +
                                    R"(","device":")" + device + "\"}");
    EXPECT_EQ(reply.status, 201) << reply.body;
    return id;
  }
  void book(const std::string& code, domain::Milliseconds from_now) {
    const HttpReply reply = ask("POST", "/branches/demo/appointments", "demo-manager",
                                R"({"service":"cash","code":")" + code + R"(","at":")" +
                                    domain::to_rfc3339(kiosk->true_now() + from_now) + "\"}");
    EXPECT_EQ(reply.status, 201) << reply.body;
  }
};

TEST_F(KioskErrands, TakesBackWhatAnEarlierRunLostAndNothingElse) {
  ASSERT_TRUE(wait_until_online());
  const client::IssuedTicket given = issue();
  const domain::TicketId lost = number_behind_its_back("kiosk-x");
  const domain::TicketId anothers = number_behind_its_back("kiosk-y");
  kiosk.reset();
  start_kiosk();
  ASSERT_TRUE(wait_until([&] { return at_server(lost).state == TicketState::kCancelled; }));
  EXPECT_EQ(at_server(given.id).state, TicketState::kWaiting);
  EXPECT_EQ(at_server(anothers).state, TicketState::kWaiting);
}

TEST_F(KioskErrands, FindsItsOwnAndOtherTickets) {
  ASSERT_TRUE(wait_until_online());
  const client::IssuedTicket own = issue();
  const domain::TicketId other = number_behind_its_back("kiosk-y");
  EXPECT_TRUE(kiosk->find_ticket("a1")->own);
  const auto by_label = kiosk->find_ticket("A002");
  ASSERT_TRUE(by_label.has_value()) << by_label.error().detail;
  EXPECT_EQ(by_label->ticket.id, other);
  const auto by_code = kiosk->find_ticket("http://bank.example/t/" + other.to_string());
  ASSERT_TRUE(by_code.has_value()) << by_code.error().detail;
  EXPECT_EQ(by_code->state, TicketState::kWaiting);
  EXPECT_EQ(kiosk->find_ticket("A099").error().failure, FindFailure::kUnknown);
  server.kill();
  EXPECT_TRUE(kiosk->find_ticket(own.label.to_string()).has_value());
  EXPECT_EQ(kiosk->find_ticket("A002").error().failure, FindFailure::kNoAnswer);
}

TEST_F(KioskErrands, TellsOfVoidedTicketsAndFeedbackAfterTheServerCameBack) {
  ASSERT_TRUE(wait_until_online());
  const client::IssuedTicket voided = issue();
  const client::IssuedTicket rated = issue();
  server.kill();
  ASSERT_TRUE(kiosk->record(client::TicketVoided{voided.id, "wrong_service"}).has_value());
  ASSERT_TRUE(kiosk->record(domain::FeedbackGiven{rated.id, 4, {"fast"}}).has_value());
  server.start();
  ASSERT_TRUE(wait_until_uploaded());
  EXPECT_EQ(kiosk->uploads().set_aside, 0) << kiosk->uploads().detail;
  EXPECT_EQ(at_server(voided.id).state, TicketState::kCancelled);
  EXPECT_EQ(at_server(rated.id).state, TicketState::kWaiting);
}

TEST_F(KioskErrands, ChecksInForABookingOnceAndSaysWhyNot) {
  ASSERT_TRUE(wait_until_online());
  book("204711", 5min);
  book("204712", 5h);
  const auto booking = kiosk->find_booking("204711");
  ASSERT_TRUE(booking.has_value()) << booking.error().detail;
  client::IssueRequest request = cash();
  request.booking = booking->code;
  const auto ticket = kiosk->issue(request);
  ASSERT_TRUE(ticket.has_value()) << ticket.error().detail;
  EXPECT_EQ(ticket->appointment, booking->at);
  EXPECT_EQ(kiosk->issue(request).error().failure, IssueFailure::kBookingUsed);
  request.booking = domain::BookingCode{"204712"};
  const auto early = kiosk->issue(request);
  ASSERT_FALSE(early.has_value());
  EXPECT_TRUE(early.error().until.has_value());
  request.booking = domain::BookingCode{"999999"};
  EXPECT_EQ(kiosk->issue(request).error().failure, IssueFailure::kUnknownBooking);
}

TEST_F(KioskErrands, ABookingIsCheckedInWithoutTheServerAndUsedThereAfterwards) {
  ASSERT_TRUE(wait_until_online());
  book("204711", 5min);
  ASSERT_TRUE(wait_until([&] { return kiosk->find_booking("204711").has_value(); }));
  server.kill();
  client::IssueRequest request = cash();
  request.booking = domain::BookingCode{"204711"};
  const auto ticket = kiosk->issue(request);
  ASSERT_TRUE(ticket && ticket->offline && ticket->appointment);
  EXPECT_EQ(kiosk->find_booking("204711")->state, domain::AppointmentState::kCheckedIn);
  server.start();
  ASSERT_TRUE(wait_until_uploaded());
  EXPECT_EQ(at_server(ticket->id).appointment, ticket->appointment);
  const HttpReply list = ask("GET", "/branches/demo/appointments", "demo-manager");
  EXPECT_NE(list.body.find("checked_in"), std::string::npos) << list.body;
}

}  // namespace
}  // namespace navbat
