#include <gtest/gtest.h>

#include "domain/waiting_time_estimator.h"
#include "server_sync/protocol/branch_info.h"
#include "server_sync/protocol/new_ticket.h"
#include "server_sync/protocol/queue_snapshot.h"
#include "server_sync/protocol/sync_messages.h"
#include "server_sync/protocol/ticket_view.h"
#include "tests/support/test_branch.h"

namespace navbat::protocol {
namespace {

using namespace domain;
using std::chrono::minutes;
using testing::test_calendar;
using testing::test_config;
using testing::test_id;
using testing::TestBranch;

TEST(TicketView, ReadsBackWithPromisePlaceAndReason) {
  TestBranch branch;
  branch.open_counter("1");
  const TicketId id = branch.issue_priority("cash");
  TicketView view;
  view.branch = BranchId{"test"};
  view.ticket = branch.ticket(id);
  view.ticket.promise = Promise{Seconds{60}, Seconds{120}, Seconds{180}, branch.now()};
  view.people_ahead = 4;
  view.wait_now = WaitRange{Seconds{30}, Seconds{90}, Seconds{150}};
  view.why = CallingReason{};
  const std::string json = encode(view);
  const auto decoded = decode_ticket_view(json);
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(decoded->ticket.label.to_string(), "A001");
  EXPECT_EQ(decoded->ticket.promise, view.ticket.promise);
  EXPECT_EQ(decoded->people_ahead, 4);
  EXPECT_EQ(encode(*decoded), json);
}

TEST(TicketView, HoldsNothingPersonal) {
  TestBranch branch;
  TicketView view;
  view.branch = BranchId{"test"};
  view.ticket = branch.ticket(branch.issue("cash"));
  view.ticket.phone = "+998901234567";
  EXPECT_EQ(encode(view).find("998901234567"), std::string::npos);
}

TEST(QueueSnapshot, ShowsWhoWaitsWhoIsCalledAndHowLongItTakes) {
  TestBranch branch;
  branch.open_counter("1");
  branch.issue("cash");
  branch.pass(minutes{2});
  branch.issue("cards");
  branch.issue("cards");
  branch.call("1");
  branch.pass(minutes{1});
  const WaitingTimeEstimator estimator{test_config()};
  const QueueSnapshot snapshot =
      make_snapshot(branch.state(), estimator, test_calendar(), branch.now());
  EXPECT_EQ(snapshot.waiting_total, 2);
  EXPECT_EQ(snapshot.counters_open, 1);
  EXPECT_EQ(snapshot.calls.front().label, "A001");
  EXPECT_EQ(snapshot.next.front().label, "C001");
  EXPECT_EQ(snapshot.services[1].waiting, 2);
  EXPECT_EQ(snapshot.services[1].longest_wait, minutes{1});
  EXPECT_TRUE(snapshot.services[0].promise.has_value());
  EXPECT_EQ(snapshot.counters[0].status, CounterStatus::kCalled);
  EXPECT_EQ(snapshot.counters[0].ticket_label, "A001");

  const std::string json = encode(snapshot);
  const auto decoded = decode_queue_snapshot(json);
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(encode(*decoded), json);
}

TEST(QueueSnapshot, ShowsWhoWasPutAsideUntilTheyAreBack) {
  TestBranch branch;
  branch.open_counter("1");
  const auto first = branch.issue("cash");
  const auto second = branch.issue("cards");
  branch.hold(second);
  branch.call("1");
  branch.hold(first);
  const WaitingTimeEstimator estimator{test_config()};
  const QueueSnapshot aside =
      make_snapshot(branch.state(), estimator, test_calendar(), branch.now());
  ASSERT_EQ(aside.on_hold.size(), 2u);
  EXPECT_EQ(aside.on_hold[0].label, "C001");
  EXPECT_EQ(aside.on_hold[0].counter, std::nullopt);
  EXPECT_EQ(aside.on_hold[1].ticket, first);
  EXPECT_EQ(aside.on_hold[1].counter, CounterId{"1"});
  const auto decoded = decode_queue_snapshot(encode(aside));
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(encode(*decoded), encode(aside));

  branch.resume(second);
  branch.cancel(first);
  EXPECT_TRUE(
      make_snapshot(branch.state(), estimator, test_calendar(), branch.now()).on_hold.empty());
}

TEST(QueueSnapshot, HasNoPromiseWhereNoCounterIsOpen) {
  TestBranch branch;
  const WaitingTimeEstimator estimator{test_config()};
  const QueueSnapshot snapshot =
      make_snapshot(branch.state(), estimator, test_calendar(), branch.now());
  EXPECT_EQ(snapshot.services[0].promise, std::nullopt);
  EXPECT_NE(encode(snapshot).find("\"promise\":null"), std::string::npos);
}

class Sync : public ::testing::Test {
 protected:
  static std::string event(std::int64_t seq) {
    OfflineTicket ticket;
    ticket.id = test_id(static_cast<std::uint64_t>(seq));
    ticket.label = Label{"AX", static_cast<std::int32_t>(seq)};
    ticket.service = ServiceId{"cash"};
    ticket.language = LanguageTag{"uz"};
    ticket.priority = PriorityReason::kElderly;
    return encode_node_event({seq, *parse_rfc3339("2026-03-17T09:05:00.250Z"), ticket});
  }
};

TEST_F(Sync, ABatchReadsBackInSequence) {
  const auto request =
      decode_sync_request(encode_sync_request(NodeId{"kiosk-1"}, "e1", 5, {event(5), event(6)}));
  ASSERT_TRUE(request.has_value()) << request.error().to_string();
  ASSERT_EQ(request->events.size(), 2u);
  EXPECT_EQ(request->events[1].seq, 6);
  EXPECT_EQ(std::get<OfflineTicket>(request->events[1].event->payload).label.to_string(), "AX06");
}

TEST_F(Sync, AnEventThatCannotBeReadDoesNotSpoilTheOthers) {
  const auto request = decode_sync_request(encode_sync_request(
      NodeId{"kiosk-1"}, "e1", 1, {event(1), R"({"seq":2,"type":"ticket_painted"})", event(3)}));
  ASSERT_TRUE(request.has_value());
  EXPECT_TRUE(request->events[0].event.has_value());
  ASSERT_FALSE(request->events[1].event.has_value());
  EXPECT_EQ(request->events[1].event.error().member, "events[1].at");
  EXPECT_TRUE(request->events[2].event.has_value());
}

TEST_F(Sync, AGapWithinABatchIsRefused) {
  const auto request =
      decode_sync_request(encode_sync_request(NodeId{"kiosk-1"}, "e1", 1, {event(1), event(3)}));
  ASSERT_FALSE(request.has_value());
  EXPECT_EQ(request.error().member, "events[1].seq");
}

TEST_F(Sync, TheReplyReadsBack) {
  const SyncReply reply{7, {{6, "an unknown service"}}, *parse_rfc3339("2026-03-17T09:05:00.250Z")};
  const auto decoded = decode_sync_reply(encode(reply));
  ASSERT_TRUE(decoded.has_value());
  EXPECT_EQ(decoded->acked_seq, 7);
  EXPECT_EQ(decoded->set_aside[0].reason, "an unknown service");
}

TEST_F(Sync, AnEventAloneReadsBack) {
  const auto decoded = decode_node_event(event(5));
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(encode_node_event(*decoded), event(5));
  EXPECT_FALSE(decode_node_event("[]").has_value());
}

TEST(NewTicket, ReadsBack) {
  NewTicket ticket;
  ticket.id = test_id(7);
  ticket.service = ServiceId{"cash"};
  ticket.language = LanguageTag{"uz-Cyrl"};
  ticket.priority = PriorityReason::kPregnancy;
  ticket.appointment = *parse_rfc3339("2026-03-17T09:05:00.250Z");
  ticket.phone = "+998901234567";
  const auto decoded = decode_new_ticket(encode(ticket));
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(decoded->id, ticket.id);
  EXPECT_EQ(decoded->priority, ticket.priority);
  EXPECT_EQ(encode(*decoded), encode(ticket));
}

TEST(NewTicket, SaysWhichMemberIsWrong) {
  const auto decoded = decode_new_ticket(R"({"id":"x","service":"cash","language":"uz"})");
  ASSERT_FALSE(decoded.has_value());
  EXPECT_EQ(decoded.error().member, "id");
}

TEST(BranchInfo, ReadsBack) {
  BranchInfo info;
  info.id = BranchId{"demo"};
  info.bank = "Meridian Bank";
  info.name = {{"uz", "Chilonzor filiali"}, {"ru", "Чиланзарский филиал"}};
  info.time_zone = "Asia/Tashkent";
  info.languages = {"uz", "ru"};
  info.services = {
      {ServiceId{"cash"}, 'A', "payments", "#0FB5A2", Seconds{600}, {{"uz", "Kassa"}}, {}}};
  info.services[0].usual_service = Seconds{240};
  info.counters = {CounterId{"1"}};
  const std::string json = encode(info);
  const auto decoded = decode_branch_info(json);
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(encode(*decoded), json);
  EXPECT_EQ(decoded->services.at(0).usual_service, Seconds{240});
}

TEST(QueueSnapshots, SayWhatACounterServesUnlessItIsEverything) {
  testing::TestBranch branch;
  branch.open_counter("1", {"cash"});
  branch.open_counter("2");
  const domain::BranchState& state = branch.state();
  QueueSnapshot snapshot;
  snapshot.branch = BranchId{"demo"};
  snapshot.at = branch.now();
  for (const domain::CounterState& counter : state.counters()) {
    snapshot.counters.push_back(make_counter_view(state, counter));
  }
  const auto decoded = decode_queue_snapshot(encode(snapshot));
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(decoded->counters.at(0).services, std::vector{domain::ServiceId{"cash"}});
  EXPECT_TRUE(decoded->counters.at(1).services.empty());
}

}  // namespace
}  // namespace navbat::protocol
