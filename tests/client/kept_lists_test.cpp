#include <gtest/gtest.h>

#include "server_sync/client/booking_list.h"
#include "server_sync/client/usual_wait_cache.h"
#include "tests/client/fake_server.h"
#include "tests/client/recorded_branch.h"
#include "tests/client/test_kiosk.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;

const domain::BusinessDay kToday = *domain::BusinessDay::parse("2026-11-22");  // a Sunday
const domain::BookingCode kCode{"204711"};

class Kept : public ::testing::Test {
 protected:
  Kept() {
    kiosk.know_the_branch();
    server.appointments.push_back({.code = kCode,
                                   .service = domain::ServiceId{"cash"},
                                   .at = clock.now() + 20min,
                                   .state = domain::AppointmentState::kBooked,
                                   .ticket = {}});
    network.always_send(server.answers());
  }

  ManualClock clock;
  ScriptedTransport network;
  FakeServer server{clock};
  TestKiosk kiosk{network, clock};
};

using Bookings = Kept;
using UsualWaitsKept = Kept;

TEST_F(Bookings, AreKnownWithoutTheServerAfterARestart) {
  {
    BookingList list(network, kiosk.shared(), domain::BranchId{kBranch});
    EXPECT_FALSE(list.load());
    ASSERT_TRUE(list.refresh(kToday, {}).has_value());
    EXPECT_EQ(network.sent().at(0).target, "/api/v1/branches/demo/appointments?day=2026-11-22");
  }
  network.always_send({});
  kiosk.kill_and_restart();
  BookingList list(network, kiosk.shared(), domain::BranchId{kBranch});
  ASSERT_TRUE(list.load());
  const auto booking = list.find(kCode);
  ASSERT_TRUE(booking.has_value());
  EXPECT_EQ(booking->at, clock.now() + 20min);
  EXPECT_EQ(booking->state, domain::AppointmentState::kBooked);
  EXPECT_FALSE(list.find(domain::BookingCode{"999999"}).has_value());
  EXPECT_FALSE(list.refresh(kToday, {}).has_value());
  EXPECT_TRUE(list.find(kCode).has_value()) << "what was known stays";
}

TEST_F(Bookings, AreUsedOnceEvenWithoutTheServer) {
  BookingList list(network, kiosk.shared(), domain::BranchId{kBranch});
  ASSERT_TRUE(list.refresh(kToday, {}).has_value());
  network.always_send({});
  IssueRequest request;
  request.service = domain::ServiceId{"cash"};
  request.language = domain::LanguageTag{"uz"};
  request.booking = kCode;
  const auto ticket = kiosk.issuer().issue(request);
  ASSERT_TRUE(ticket.has_value());
  const auto booking = list.find(kCode);
  ASSERT_TRUE(booking.has_value());
  EXPECT_EQ(booking->state, domain::AppointmentState::kCheckedIn);
  EXPECT_EQ(booking->ticket, ticket->id);
}

TEST_F(Bookings, AnAnswerThatMakesNoSenseChangesNothing) {
  BookingList list(network, kiosk.shared(), domain::BranchId{kBranch});
  ASSERT_TRUE(list.refresh(kToday, {}).has_value());
  for (const char* body : {"", "[]", "{\"day\":\"2026-11-22\"}",
                           R"({"day":"2026-11-22","appointments":[{"code":7}]})"}) {
    network.next_send([&](auto&&...) { return answer(200, body); });
    const auto refreshed = list.refresh(kToday, {});
    ASSERT_FALSE(refreshed.has_value()) << body;
    EXPECT_FALSE(refreshed.error().not_there);
  }
  EXPECT_TRUE(list.find(kCode).has_value());
  network.next_send([](auto&&...) { return answer(404); });
  EXPECT_TRUE(list.refresh(kToday, {}).error().not_there);
}

TEST(BookingCodes, AreReadAsPeopleTypeThem) {
  EXPECT_EQ(parse_booking_code("204711"), kCode);
  EXPECT_EQ(parse_booking_code(" 204-711 "), kCode);
  EXPECT_EQ(parse_booking_code("ab12cd"), domain::BookingCode{"AB12CD"});
  for (const std::string& text : {std::string(), std::string("12"), std::string("2047 11é"),
                                  std::string("20471!"), std::string(200, '7')}) {
    EXPECT_FALSE(parse_booking_code(text).has_value()) << text;
  }
}

TEST_F(UsualWaitsKept, ServeTheSameWeekdayOfTheNextWeeksOnly) {
  server.usual_waits = R"({"day":"2026-11-22","services":[{"id":"cash","hours":[
      {"hour":9,"p50_wait_s":420,"tickets":31},{"hour":10,"p50_wait_s":900,"tickets":12}]}]})";
  {
    UsualWaitCache cache(network, kiosk.shared(), domain::BranchId{kBranch});
    EXPECT_EQ(cache.for_day(kToday), nullptr);
    ASSERT_TRUE(cache.refresh({}).has_value());
  }
  kiosk.kill_and_restart();
  UsualWaitCache cache(network, kiosk.shared(), domain::BranchId{kBranch});
  ASSERT_TRUE(cache.load());
  const auto today = cache.for_day(kToday);
  ASSERT_NE(today, nullptr);
  ASSERT_EQ(today->services.size(), 1U);
  ASSERT_EQ(today->services[0].hours.size(), 2U);
  EXPECT_EQ(today->services[0].hours[1].p50_wait, 900s);
  EXPECT_NE(cache.for_day(kToday.plus_days(7)), nullptr);
  EXPECT_NE(cache.for_day(kToday.plus_days(28)), nullptr);
  EXPECT_EQ(cache.for_day(kToday.plus_days(35)), nullptr);
  EXPECT_EQ(cache.for_day(kToday.plus_days(1)), nullptr);
  EXPECT_EQ(cache.for_day(kToday.plus_days(-7)), nullptr);
}

}  // namespace
}  // namespace navbat::client
