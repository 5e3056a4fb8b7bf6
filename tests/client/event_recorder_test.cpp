#include "server_sync/client/event_recorder.h"

#include <gtest/gtest.h>

#include "tests/client/fake_server.h"
#include "tests/client/test_kiosk.h"
#include "tests/support/test_branch.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;

class Recording : public ::testing::Test {
 protected:
  Recording() { kiosk.know_the_branch(); }

  [[nodiscard]] bool record(const DeviceEvent& event) {
    EventRecorder recorder(kiosk.shared(), kiosk.true_clock(), [this] { ++grew; });
    return recorder.record(event).has_value();
  }
  template <typename Payload>
  const Payload& told(std::size_t index) {
    return std::get<Payload>(server.told.at(index).payload);
  }

  ManualClock clock;
  ScriptedTransport network;
  FakeServer server{clock};
  TestKiosk kiosk{network, clock};
  int grew = 0;
};

TEST_F(Recording, EverythingReachesTheServerOnceInOrderAndAtItsTime) {
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket.has_value());
  const domain::GuidanceId guidance = domain::GuidanceId(testing::test_id(7).bytes());
  domain::GuidanceOffered offered;
  offered.guidance = guidance;
  offered.service = domain::ServiceId{"cash"};
  offered.language = domain::LanguageTag{"uz"};
  offered.wait = WaitRange{720s, 1020s, 1200s};
  offered.options = {{domain::AlternativeId{"atm-1"}, domain::AlternativeKind::kAtm, {}}};
  domain::DeviceReported report;
  report.part = domain::PartName{"paper"};
  report.state = domain::PartName{"out"};
  report.detail = "the printer says: paper end";
  const domain::CallsPresented presented{
      {},
      {{.version = 7, .shown_at = clock.now(), .heard = domain::Heard::kNothing, .heard_at = {}}}};
  const domain::Timestamp begin = clock.now();
  ASSERT_TRUE(record(domain::FeedbackGiven{ticket->id, 4, {"fast"}}));
  clock.advance(1s);
  ASSERT_TRUE(record(offered));
  ASSERT_TRUE(record(domain::GuidanceTaken{guidance, domain::AlternativeId{"atm-1"}}));
  ASSERT_TRUE(record(domain::GuidanceReturned{guidance, ticket->id}));
  ASSERT_TRUE(record(report));
  ASSERT_TRUE(record(presented));
  EXPECT_EQ(grew, 6);
  kiosk.kill_and_restart();

  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, SyncLine::Next::kIdle);
  EXPECT_EQ(kiosk.sync().next, SyncLine::Next::kIdle);
  ASSERT_EQ(server.told.size(), 6U);
  EXPECT_EQ(told<domain::FeedbackGiven>(0).score, 4);
  EXPECT_EQ(server.told[0].at, begin);
  EXPECT_EQ(told<domain::GuidanceOffered>(1).options.at(0).id, domain::AlternativeId{"atm-1"});
  EXPECT_EQ(told<domain::GuidanceOffered>(1).wait, offered.wait);
  EXPECT_EQ(server.told[1].at, begin + 1s);
  EXPECT_EQ(told<domain::GuidanceTaken>(2).guidance, guidance);
  EXPECT_EQ(told<domain::GuidanceReturned>(3).ticket, ticket->id);
  EXPECT_EQ(told<domain::DeviceReported>(4).detail, report.detail);
  EXPECT_EQ(told<domain::CallsPresented>(5).calls, presented.calls);
  EXPECT_EQ(server.count("AX01"), 1);
}

TEST_F(Recording, AVoidedTicketIsMarkedHereAndToldToTheServer) {
  const auto ticket = kiosk.issue();
  ASSERT_TRUE(ticket.has_value());
  ASSERT_TRUE(record(TicketVoided{ticket->id, "wrong_service"}));
  EXPECT_TRUE(kiosk.issuer().latest(1)->front().voided);
  EXPECT_TRUE(kiosk.issuer().unprinted(clock.now() - 1h)->empty());
  network.always_send(server.answers());
  EXPECT_EQ(kiosk.sync().next, SyncLine::Next::kIdle);
  ASSERT_EQ(server.told.size(), 1U);
  EXPECT_EQ(told<protocol::VoidedTicket>(0).ticket, ticket->id);
  EXPECT_EQ(told<protocol::VoidedTicket>(0).reason, "wrong_service");
}

}  // namespace
}  // namespace navbat::client
