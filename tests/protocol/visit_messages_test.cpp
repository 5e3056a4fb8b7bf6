// Messages around a visit: new tickets, lists, appointments, usual waits, what devices tell.

#include <gtest/gtest.h>

#include "domain/waiting_time_estimator.h"
#include "server_sync/protocol/appointments.h"
#include "server_sync/protocol/new_ticket.h"
#include "server_sync/protocol/queue_snapshot.h"
#include "server_sync/protocol/sync_messages.h"
#include "server_sync/protocol/ticket_list.h"
#include "server_sync/protocol/usual_waits.h"
#include "tests/support/test_branch.h"

namespace navbat::protocol {
namespace {

using namespace domain;
using testing::test_calendar;
using testing::test_config;
using testing::test_id;
using testing::TestBranch;

const Timestamp kNow = *parse_rfc3339("2026-03-17T09:05:00.250Z");

// One of each kind, with every member set.
std::vector<NodePayload> one_of_each() {
  const GuidanceId guidance{test_id(8).bytes()};
  OfflineTicket ticket;
  ticket.id = test_id(1);
  ticket.label = Label{"AX", 1};
  ticket.service = ServiceId{"cash"};
  ticket.language = LanguageTag{"uz"};
  ticket.priority = PriorityReason::kElderly;
  ticket.appointment = kNow;
  ticket.phone = "+998901234567";
  ticket.promise = Promise{Seconds{300}, Seconds{600}, Seconds{900}, kNow};
  ticket.booking = BookingCode{"482910"};
  return {ticket,
          VoidedTicket{test_id(1), "torn"},
          FeedbackGiven{test_id(1), 4, {"kind"}},
          GuidanceOffered{guidance,
                          ServiceId{"cash"},
                          LanguageTag{"uz"},
                          WaitRange{Seconds{720}, Seconds{1020}, Seconds{1200}},
                          {{AlternativeId{"atm"}, AlternativeKind::kAtm, Seconds{0}}}},
          GuidanceTaken{guidance, AlternativeId{"atm"}},
          GuidanceReturned{guidance, test_id(1)},
          DeviceReported{{}, PartName{"paper"}, PartName{"out"}, "roll empty"}};
}

TEST(NodeEvent, OfEveryKindReadsBack) {
  const auto all = one_of_each();
  ASSERT_EQ(all.size(), std::variant_size_v<NodePayload>);
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].index(), i);
    const std::string json = encode_node_event({7, kNow, all[i]});
    const auto decoded = decode_node_event(json);
    ASSERT_TRUE(decoded.has_value()) << json << ' ' << decoded.error().to_string();
    EXPECT_EQ(encode_node_event(*decoded), json);
  }
}

TEST(NodeEvent, OfAnUnknownKindIsRefusedWithTheKnownOnes) {
  const auto decoded =
      decode_node_event(R"({"seq":1,"at":"2026-03-17T09:05:00.250Z","type":"ticket_painted"})");
  ASSERT_FALSE(decoded.has_value());
  EXPECT_EQ(decoded.error().member, "type");
  EXPECT_NE(decoded.error().expected.find("device_reported"), std::string::npos);
}

TEST(NewTicket, ReadsBackWithBookingAndDevice) {
  NewTicket ticket;
  ticket.id = test_id(1);
  ticket.service = ServiceId{"cash"};
  ticket.language = LanguageTag{"uz"};
  ticket.booking = BookingCode{"482910"};
  ticket.device = NodeId{"kiosk-7"};
  const auto decoded = decode_new_ticket(encode(ticket));
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(decoded->booking, ticket.booking);
  EXPECT_EQ(decoded->device, ticket.device);
}

TEST(Appointments, ReadBackInEveryState) {
  const Appointment booked{BookingCode{"482910"}, ServiceId{"cash"}, kNow};
  Appointment used = booked;
  used.state = AppointmentState::kCheckedIn;
  used.ticket = test_id(1);
  for (const Appointment& appointment : {booked, used}) {
    EXPECT_EQ(decode_appointment(encode(appointment)).value(), appointment);
  }
  const AppointmentList list{*BusinessDay::parse("2026-03-17"), {booked, used}};
  const auto decoded = decode_appointment_list(encode(list));
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(decoded->day, list.day);
  EXPECT_EQ(decoded->appointments, list.appointments);
}

TEST(NewAppointment, RefusesACodeThatNobodyCanType) {
  EXPECT_TRUE(decode_new_appointment(encode(NewAppointment{ServiceId{"cash"}, kNow})).has_value());
  const auto refused = decode_new_appointment(
      R"({"service":"cash","at":"2026-03-17T09:05:00.250Z","code":"ab cd"})");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().member, "code");
}

TEST(UsualWaits, ReadBack) {
  const UsualWaits waits{*BusinessDay::parse("2026-03-17"),
                         {{ServiceId{"cash"}, {{9, Seconds{420}, 31}}}, {ServiceId{"cards"}, {}}}};
  const auto decoded = decode_usual_waits(encode(waits));
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(decoded->services, waits.services);
}

TEST(TicketList, ReadsBack) {
  TestBranch branch;
  TicketList list;
  for (const TicketId id : {branch.issue("cash"), branch.issue("cards")}) {
    TicketView view;
    view.branch = BranchId{"test"};
    view.ticket = branch.ticket(id);
    list.tickets.push_back(std::move(view));
  }
  list.more = true;
  const auto decoded = decode_ticket_list(encode(list));
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(encode(*decoded), encode(list));
  EXPECT_EQ(decode_ticket_list(encode(TicketList{}))->tickets.size(), 0u);
}

TEST(QueueSnapshot, SaysWhichServicesAreClosedWhyAndUntilWhen) {
  BranchConfig config = test_config();
  config.services[0].quota = 1;
  WeekHours week;
  week.days[1] = *parse_spans("09:00-12:00");  // It is Tuesday, 09:00 in Tashkent.
  config.services[1].hours = week;
  TestBranch branch{config};
  branch.issue("cash");
  const WaitingTimeEstimator estimator{config};
  const auto snapshot = [&] {
    return make_snapshot(branch.state(), estimator, test_calendar(), branch.now());
  };
  EXPECT_EQ(snapshot().services[0].closed_because, ClosedBecause::kQuota);
  EXPECT_EQ(snapshot().services[0].issued_today, 1);
  EXPECT_TRUE(snapshot().services[1].is_open());
  branch.pass(std::chrono::hours{3});
  EXPECT_EQ(snapshot().services[1].closed_because, ClosedBecause::kHours);
  EXPECT_EQ(snapshot().services[1].opens_at, *parse_rfc3339("2026-03-24T04:00:00Z"));
  const auto decoded = decode_queue_snapshot(encode(snapshot()));
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(encode(*decoded), encode(snapshot()));
}

TEST(QueueSnapshot, OfAServerBeforeHoursIsOpenAndANewReasonIsHours) {
  TestBranch branch;
  const WaitingTimeEstimator estimator{test_config()};
  const QueueSnapshot open =
      make_snapshot(branch.state(), estimator, test_calendar(), branch.now());
  std::string json = encode(open);
  const std::string members =
      R"(,"open":true,"closed_because":null,"opens_at":null,"issued_today":0)";
  ASSERT_NE(json.find(members), std::string::npos) << json;
  std::string older = json;
  older.erase(older.find(members), members.size());
  EXPECT_TRUE(decode_queue_snapshot(older)->services[0].is_open());
  json.replace(json.find(members), members.size(),
               R"(,"open":false,"closed_because":"strike","opens_at":null,"issued_today":0)");
  EXPECT_EQ(decode_queue_snapshot(json)->services[0].closed_because, ClosedBecause::kHours);
}

}  // namespace
}  // namespace navbat::protocol
