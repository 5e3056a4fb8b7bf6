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
          DeviceReported{{}, PartName{"paper"}, PartName{"out"}, "roll empty"},
          CallsPresented{{}, {{7, kNow, Heard::kChime, kNow + Milliseconds{210}}}}};
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

TEST(QueueSnapshot, SaysWhoIsNextWhatIsLateAndWhatStaffHaveToSay) {
  TestBranch branch;
  WaitingTimeEstimator estimator{test_config()};
  branch.open_counter("1", {"cash"});
  for (std::uint64_t n = 1; n <= 5; ++n) {
    IssueTicket command;
    command.id = test_id(100 + n);
    command.service = ServiceId{"cash"};
    command.language = LanguageTag{"uz"};
    command.promise = Promise{Seconds{60}, Seconds{120}, Seconds{180}, branch.now()};
    branch.carry_out(decide_issue(branch.state(), command));
  }
  const Notice notice{NoticeId{test_id(7).bytes()},
                      NoticeKind::kEmergency,
                      {{LanguageTag{"uz"}, "Binoni tark eting"}},
                      branch.now() + std::chrono::hours{1}};
  branch.carry_out(decide_post_notice(branch.state(), notice, branch.now()));
  branch.pass(std::chrono::minutes{30});
  const QueueSnapshot snapshot =
      make_snapshot(branch.state(), estimator, test_calendar(), branch.now());
  EXPECT_EQ(snapshot.services[0].next, (std::vector<std::string>{"A001", "A002", "A003"}));
  ASSERT_TRUE(snapshot.services[0].delay.has_value());
  const auto decoded = decode_queue_snapshot(encode(snapshot));
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(encode(*decoded), encode(snapshot));
  EXPECT_EQ(decoded->notices, std::vector<Notice>{notice});
  EXPECT_EQ(decoded->services[0].delay, snapshot.services[0].delay);
  EXPECT_EQ(decoded->services[1].delay, std::nullopt);
}

TEST(QueueSnapshot, OfANewerServerLosesOnlyWhatThisVersionCannotShow) {
  QueueSnapshot snapshot;
  snapshot.branch = BranchId{"demo"};
  snapshot.at = kNow;
  ServiceQueue queue;
  queue.service = ServiceId{"cash"};
  queue.delay = ServiceDelay{DelayReason::kLongServices, 3, {Seconds{1}, Seconds{2}, Seconds{3}}};
  snapshot.services.push_back(queue);
  for (std::uint64_t n = 1; n <= 2; ++n) {
    snapshot.notices.push_back({NoticeId{test_id(n).bytes()},
                                n == 1 ? NoticeKind::kEmergency : NoticeKind::kMessage,
                                {{LanguageTag{"en"}, "Hello"}},
                                {}});
  }
  std::string json = encode(snapshot);
  json.replace(json.find("emergency"), 9, "fireworks");
  json.replace(json.find("long_services"), 13, "many_holidays");
  const auto decoded = decode_queue_snapshot(json);
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  ASSERT_EQ(decoded->notices.size(), 1u);
  EXPECT_EQ(decoded->notices[0].kind, NoticeKind::kMessage);
  EXPECT_EQ(decoded->services[0].delay->reason, DelayReason::kManyPeople);
  EXPECT_EQ(decoded->services[0].delay->tickets, 3);
}

}  // namespace
}  // namespace navbat::protocol
