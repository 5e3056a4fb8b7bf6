// Appointments, looking for tickets, usual waits and opening hours through HTTP.

#include "tests/server/api/api_fixture.h"

namespace navbat::server {
namespace {

using namespace std::chrono_literals;

// The clock stands at 10:00 in Tashkent on a Friday.
class VisitsTest : public ApiTest {
 protected:
  HttpAnswer book(const std::string& at, const std::string& more = "",
                  const std::string& token = kManager) {
    return post("/branches/demo/appointments", token,
                R"({"service":"loans","at":")" + at + "\"" + more + "}");
  }
  HttpAnswer check_in(unsigned n, const std::string& code) {
    return post("/branches/demo/tickets", kKiosk,
                R"({"id":")" + ticket_id(n) + R"(","service":"loans","language":"uz","booking":")" +
                    code + "\"}");
  }
  std::size_t found(const std::string& query, const std::string& token = kKiosk) {
    const HttpAnswer answer = get("/branches/demo/tickets" + query, token);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return answer.json().at("tickets").as_array().size();
  }
};

TEST_F(VisitsTest, AnAppointmentIsMadeListedCheckedInAndUsed) {
  const HttpAnswer booked = book("2026-11-20T05:20:00Z");
  ASSERT_EQ(booked.status, 201) << booked.body;
  const std::string code = booked.text("code");
  EXPECT_EQ(code.size(), 6u);
  EXPECT_EQ(booked.text("state"), "booked");
  const HttpAnswer issued = check_in(1, code);
  ASSERT_EQ(issued.status, 201) << issued.body;
  EXPECT_EQ(issued.text("appointment"), "2026-11-20T05:20:00.000Z");
  const boost::json::object list = get("/branches/demo/appointments?day=2026-11-20", kKiosk).json();
  const auto& only = list.at("appointments").as_array().at(0).as_object();
  EXPECT_EQ(only.at("state").as_string(), "checked_in");
  EXPECT_EQ(only.at("ticket").as_string(), ticket_id(1));
  EXPECT_EQ(check_in(2, code).kind(), "booking-used");
  const HttpAnswer given_up =
      ask({.method = "DELETE", .path = "/branches/demo/appointments/" + code, .token = kManager});
  EXPECT_EQ(given_up.status, 409);
  EXPECT_EQ(given_up.kind(), "booking-used");
}

TEST_F(VisitsTest, AnAppointmentIsGivenUpOnceAndForAll) {
  const std::string path = "/branches/demo/appointments/AB12";
  EXPECT_EQ(book("2026-11-20T05:20:00Z", R"(,"code":"AB12")").status, 201);
  for (int i = 0; i < 2; ++i) {
    const HttpAnswer gone = ask({.method = "DELETE", .path = path, .token = kManager});
    EXPECT_EQ(gone.status, 200);
    EXPECT_EQ(gone.text("state"), "cancelled");
  }
  EXPECT_EQ(check_in(1, "AB12").kind(), "booking-cancelled");
  EXPECT_EQ(check_in(1, "ZZZZ").status, 404);
}

TEST_F(VisitsTest, ARetriedBookingIsOneBooking) {
  const std::string key = "Idempotency-Key: book-1\r\n";
  const std::string body = R"({"service":"loans","at":"2026-11-20T09:00:00Z"})";
  const HttpAnswer first = post("/branches/demo/appointments", kManager, body, key);
  const HttpAnswer second = post("/branches/demo/appointments", kManager, body, key);
  EXPECT_EQ(first.status, 201);
  EXPECT_EQ(second.body, first.body);
}

TEST_F(VisitsTest, BadAppointmentsAreRefusedByMember) {
  EXPECT_EQ(book("tomorrow").text("member"), "at");
  EXPECT_EQ(book("2026-11-20T09:00:00Z", R"(,"code":"a b")").text("member"), "code");
  EXPECT_EQ(book("2030-11-20T09:00:00Z").status, 422);
  EXPECT_EQ(get("/branches/demo/appointments?day=friday", kKiosk).text("member"), "day");
}

TEST_F(VisitsTest, TicketsAreFoundByNumberAndByTheDeviceThatIssuedThem) {
  issue(1);
  post("/branches/demo/tickets", kKiosk,
       R"({"id":")" + ticket_id(2) + R"(","service":"cash","language":"uz","device":"kiosk-7"})");
  EXPECT_EQ(found("?label=A001"), 1u);
  EXPECT_EQ(found("?label=A009"), 0u);
  EXPECT_EQ(found("?origin=kiosk-7&since=2026-11-20T04:45:00Z"), 1u);
  EXPECT_EQ(found("?origin=demo-kiosk&since=2026-11-20T04:45:00Z", "demo-teller-1"), 1u);
  EXPECT_EQ(found("?origin=kiosk-7&since=2026-11-20T05:00:01Z"), 0u);
}

TEST_F(VisitsTest, AQuestionForTicketsThatIsNoneSaysWhatIsMissing) {
  const auto member = [this](const std::string& query) {
    return get("/branches/demo/tickets" + query, kKiosk).text("member");
  };
  EXPECT_EQ(member(""), "origin");
  EXPECT_EQ(member("?label=A001&origin=kiosk-7"), "origin");
  EXPECT_EQ(member("?label=forty-two"), "label");
  EXPECT_EQ(member("?origin=kiosk-7"), "since");
  EXPECT_EQ(member("?origin=kiosk-7&since=yesterday"), "since");
}

TEST_F(VisitsTest, ADeviceWithATokenOfItsOwnCannotSpeakForAnother) {
  config_.demo_devices.push_back({"own-kiosk", "kiosk", domain::NodeId{"kiosk-1"}});
  restart();
  post("/branches/demo/tickets", "own-kiosk",
       R"({"id":")" + ticket_id(1) + R"(","service":"cash","language":"uz","device":"kiosk-7"})");
  EXPECT_EQ(found("?origin=kiosk-1&since=2026-11-20T04:45:00Z"), 1u);
  EXPECT_EQ(found("?origin=kiosk-7&since=2026-11-20T04:45:00Z"), 0u);
}

TEST_F(VisitsTest, ACancellationTakesAShortReason) {
  issue(1);
  EXPECT_EQ(post("/tickets/" + ticket_id(1) + "/cancel", kKiosk, R"({"reason":"not_printed"})")
                .text("state"),
            "cancelled");
  issue(2);
  EXPECT_EQ(post("/tickets/" + ticket_id(2) + "/cancel", kKiosk,
                 R"({"reason":")" + std::string(201, 'x') + "\"}")
                .text("member"),
            "reason");
}

TEST_F(VisitsTest, AClosedServiceIsRefusedWithTheTimeOfOpening) {
  domain::WeekHours week;
  week.days[4] = *domain::parse_spans("11:00-13:00");
  config_.branch.services[0].hours = week;
  config_.branch.services[1].quota = 1;
  restart();
  const HttpAnswer closed = issue(1);
  EXPECT_EQ(closed.status, 409);
  EXPECT_EQ(closed.kind(), "service-closed");
  EXPECT_EQ(closed.text("opens_at"), "2026-11-20T06:00:00.000Z");
  EXPECT_EQ(issue(2, "payments").status, 201);
  EXPECT_EQ(issue(3, "payments").kind(), "quota-reached");
  EXPECT_EQ(issue(4, "cards").status, 201);
}

TEST_F(VisitsTest, UsualWaitsComeFromEarlierDaysOfThisWeekday) {
  // Twelve customers of last Friday, served one after the other.
  for (unsigned n = 1; n <= 12; ++n) {
    issue(n);
    clock_.pass(2min);
    ASSERT_EQ(call("1").status, 200);
    post("/tickets/" + ticket_id(n) + "/no-show", "demo-teller-1");
  }
  EXPECT_EQ(get("/branches/demo/usual-waits", kKiosk)
                .json()
                .at("services")
                .at(0)
                .at("hours")
                .as_array()
                .size(),
            0u);
  clock_.pass(24h * 7);
  const HttpAnswer usual = get("/branches/demo/usual-waits", kBoard);
  ASSERT_EQ(usual.status, 200) << usual.body;
  EXPECT_EQ(usual.text("day"), "2026-11-27");
  const boost::json::object json = usual.json();
  const auto& hour = json.at("services").at(0).at("hours").at(0).as_object();
  EXPECT_EQ(hour.at("hour").as_int64(), 10);
  EXPECT_EQ(hour.at("p50_wait_s").as_int64(), 120);
  EXPECT_EQ(hour.at("tickets").as_int64(), 12);
  EXPECT_EQ(json.at("services").as_array().size(), 6u);
}

}  // namespace
}  // namespace navbat::server
