// What kiosks tell beside their tickets, and looking for tickets.

#include <gmock/gmock.h>

#include <algorithm>

#include "server_sync/protocol/ticket_list.h"
#include "server_sync/server/core/ticket_queries.h"
#include "tests/server/core/branch_server_fixture.h"

namespace navbat::server {
namespace {

using namespace std::chrono_literals;
using domain::AlternativeId;
using domain::AlternativeKind;
using domain::GuidanceId;
using domain::ServiceId;

class ToldByDevices : public BranchServer {
 protected:
  static domain::GuidanceOffered offer(const std::string& service = "cash") {
    return {kGuidance,
            ServiceId{service},
            domain::LanguageTag{"uz"},
            domain::WaitRange{720s, 1020s, 1200s},
            {{AlternativeId{"lobby-atm"}, AlternativeKind::kAtm, 0s}}};
  }
  // Why each was set aside; acknowledged all the same.
  std::vector<std::string> reasons(const std::optional<Answer>& answer) {
    std::vector<std::string> found;
    const boost::json::object reply = json(answer);
    for (const auto& item : reply.at("set_aside").as_array()) {
      found.emplace_back(item.at("reason").as_string());
    }
    return found;
  }
  const domain::Event& last() { return observer_->heard.back(); }
  std::vector<std::string> labels(const std::optional<Answer>& answer) {
    const auto list = protocol::decode_ticket_list(answer.value().body);
    EXPECT_TRUE(list.has_value()) << list.error().to_string();
    std::vector<std::string> found;
    for (const auto& view : list->tickets) found.push_back(view.ticket.label.to_string());
    return found;
  }

  static inline const GuidanceId kGuidance{testing::test_id(500).bytes()};
};

TEST_F(ToldByDevices, StaffTakeATicketBackWithAReason) {
  issue(1);
  EXPECT_TRUE(
      reasons(sync(1, {told(1, protocol::VoidedTicket{testing::test_id(1), "torn"})})).empty());
  EXPECT_EQ(state_of(1), "cancelled");
  const auto& cancelled = std::get<domain::TicketCancelled>(last().payload);
  EXPECT_EQ(cancelled.by, domain::CancelledBy::kStaff);
  EXPECT_EQ(cancelled.reason, "torn");
  // Told again by a device that lost count, it is simply true already.
  EXPECT_TRUE(
      reasons(sync(2, {told(2, protocol::VoidedTicket{testing::test_id(1), "torn"})})).empty());
}

TEST_F(ToldByDevices, ATicketIssuedAloneAndTakenBackAloneArrivesCancelled) {
  sync(1, {offline(1, 900, "AX01"),
           told(2, protocol::VoidedTicket{testing::test_id(900), "changed mind"})});
  EXPECT_EQ(state_of(900), "cancelled");
  restart();
  EXPECT_EQ(state_of(900), "cancelled");
}

TEST_F(ToldByDevices, WhatCannotBeTakenBackIsSetAsideAndBlocksNothing) {
  open_counter("1");
  issue(1);
  call("1");
  run(ticket_command(testing::test_id(1), [](const domain::BranchState& state) {
    return domain::decide_start(state, {testing::test_id(1), {}});
  }));
  const auto answer =
      sync(1, {told(1, protocol::VoidedTicket{testing::test_id(1), ""}),
               told(2, protocol::VoidedTicket{testing::test_id(77), ""}), offline(3, 900, "AX01")});
  EXPECT_EQ(reasons(answer).size(), 2u);
  EXPECT_EQ(json(answer).at("acked_seq").as_int64(), 3);
  EXPECT_EQ(state_of(1), "serving");
  EXPECT_EQ(state_of(900), "waiting");
}

TEST_F(ToldByDevices, ADeviceTakesBackOnlyItsOwnTickets) {
  domain::IssueTicket command;
  command.id = testing::test_id(1);
  command.service = ServiceId{"cash"};
  command.language = domain::LanguageTag{"uz"};
  command.origin = domain::NodeId{"kiosk-2"};
  run(issue_command(command));
  EXPECT_EQ(reasons(sync(1, {told(1, protocol::VoidedTicket{testing::test_id(1), ""})})).size(),
            1u);
  EXPECT_EQ(state_of(1), "waiting");
}

TEST_F(ToldByDevices, FeedbackIsAnEventOnTheTicketAtItsTrueTimeAlsoOfAnEarlierDay) {
  issue(1);
  const auto said = clock_.now() + 20min;
  clock_.pass(24h);
  EXPECT_TRUE(
      reasons(sync(1, {told(1, domain::FeedbackGiven{testing::test_id(1), 2, {"slow"}}, said)}))
          .empty());
  EXPECT_EQ(last().at, said);
  EXPECT_EQ(std::get<domain::FeedbackGiven>(last().payload).score, 2);
  EXPECT_EQ(run(feedback_command(testing::test_id(1), 4, {}))->status, 200);
  EXPECT_EQ(run(feedback_command(testing::test_id(77), 4, {}))->status, 404);
  EXPECT_EQ(reasons(sync(2, {told(2, domain::FeedbackGiven{testing::test_id(77), 2, {}})})).size(),
            1u);
}

TEST_F(ToldByDevices, GuidanceIsKeptFromTheOfferToTheReturn) {
  issue(1);
  EXPECT_TRUE(
      reasons(sync(1, {told(1, offer()),
                       told(2, domain::GuidanceTaken{kGuidance, AlternativeId{"lobby-atm"}}),
                       told(3, domain::GuidanceReturned{kGuidance, testing::test_id(1)})}))
          .empty());
  std::vector<std::string_view> types;
  for (const domain::Event& event : observer_->heard) types.push_back(type_name(event.payload));
  EXPECT_THAT(types,
              ::testing::IsSupersetOf({"guidance_offered", "guidance_taken", "guidance_returned"}));
  restart();
  EXPECT_EQ(state_of(1), "waiting");
}

TEST_F(ToldByDevices, GuidanceOfAnUnknownServiceOrTicketIsSetAside) {
  domain::GuidanceOffered twice = offer();
  twice.options.push_back(twice.options.front());
  EXPECT_EQ(reasons(sync(1, {told(1, offer("haircut")), told(2, twice),
                             told(3, domain::GuidanceReturned{kGuidance, testing::test_id(77)})}))
                .size(),
            3u);
}

TEST_F(ToldByDevices, AReportNamesTheDeviceThatSentIt) {
  domain::DeviceReported report{domain::NodeId{"somebody-else"}, domain::PartName{"paper"},
                                domain::PartName{"out"}, "roll empty"};
  sync(1, {told(1, report)});
  const auto& kept = std::get<domain::DeviceReported>(last().payload);
  EXPECT_EQ(kept.device, domain::NodeId{"kiosk-1"});
  EXPECT_EQ(kept.state, domain::PartName{"out"});
}

TEST_F(ToldByDevices, WhatBecameOfCallsIsKeptUnderTheBoardThatSaysSo) {
  issue(1);
  const domain::PresentedCall call{.version = 1,
                                   .shown_at = clock_.now(),
                                   .heard = domain::Heard::kChime,
                                   .heard_at = clock_.now()};
  const auto answer =
      sync(1, {told(1, domain::CallsPresented{domain::NodeId{"somebody-else"}, {call}}),
               told(2, domain::CallsPresented{{}, {}}), offline(3, 900, "AX01")});
  EXPECT_EQ(reasons(answer).size(), 1u);
  EXPECT_EQ(state_of(900), "waiting");
  const auto kept = std::ranges::find_if(observer_->heard, [](const domain::Event& event) {
    return std::holds_alternative<domain::CallsPresented>(event.payload);
  });
  ASSERT_NE(kept, observer_->heard.end());
  EXPECT_EQ(std::get<domain::CallsPresented>(kept->payload).device, domain::NodeId{"kiosk-1"});
  EXPECT_EQ(std::get<domain::CallsPresented>(kept->payload).calls.front(), call);
  restart();
  EXPECT_EQ(state_of(1), "waiting");
}

TEST_F(ToldByDevices, TicketsAreFoundByTheirNumberOfToday) {
  issue(1);
  issue(2);
  EXPECT_EQ(labels(run(tickets_by_label_query({"A", 2}))), std::vector<std::string>{"A002"});
  EXPECT_TRUE(labels(run(tickets_by_label_query({"A", 3}))).empty());
  clock_.pass(24h);
  EXPECT_TRUE(labels(run(tickets_by_label_query({"A", 2}))).empty());
}

TEST_F(ToldByDevices, TicketsOfADeviceAreFoundByTheirIssueAcrossDays) {
  const auto since = clock_.now() + 1min;
  issue(1);
  clock_.pass(2min);
  issue(2);
  clock_.pass(24h);
  issue(3);
  sync(1, {offline(1, 900, "AX01")});
  const auto found = run(tickets_by_origin_query(domain::NodeId{"kiosk-1"}, since));
  EXPECT_EQ(labels(found), (std::vector<std::string>{"A002", "A001", "AX01"}));
  EXPECT_TRUE(labels(run(tickets_by_origin_query(domain::NodeId{"kiosk-2"}, since))).empty());
  const auto list = protocol::decode_ticket_list(found->body);
  EXPECT_EQ(list->tickets[0].people_ahead, std::nullopt);  // Its day is over.
  EXPECT_EQ(list->tickets[2].people_ahead, 1);
}

}  // namespace
}  // namespace navbat::server
