// Who is silent, what is out, and how long calls take to eyes and ears.

#include "server_sync/server/core/device_health.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "server_sync/server/core/device_commands.h"
#include "server_sync/store/sqlite/sqlite_identity_store.h"
#include "tests/server/core/branch_server_fixture.h"

namespace navbat::server {
namespace {

using namespace std::chrono_literals;
using domain::Heard;
using domain::NodeId;
using ::testing::ElementsAre;

TEST(DelayFigures, AreNearestRanksToTheUpperEndOfTheirStep) {
  DelayFigures figures;
  EXPECT_EQ(figures.percentile(0.5), 0ms);
  for (int i = 1; i <= 100; ++i) figures.add(domain::Milliseconds{i * 7});
  EXPECT_EQ(figures.count(), 100);
  EXPECT_EQ(figures.percentile(0.5), 360ms);  // The 50th is 350 ms, in the step to 360.
  EXPECT_EQ(figures.percentile(0.99), 700ms);
  EXPECT_EQ(figures.worst(), 700ms);
}

TEST(DelayFigures, GrowCoarserWithTheDelayAndKeepTheWorstExactly) {
  DelayFigures figures;
  figures.add(-3s);
  EXPECT_EQ(figures.worst(), 0ms);
  figures.add(1'234ms);
  EXPECT_EQ(figures.percentile(1.0), 1'234ms);
  figures.add(9'990ms);
  figures.add(9'999ms);
  EXPECT_EQ(figures.percentile(0.6), 9'999ms);  // Never above the worst.
  figures.add(23'456ms);
  EXPECT_EQ(figures.percentile(0.8), 10'000ms);
  figures.add(4h);
  figures.add(5h);
  EXPECT_EQ(figures.percentile(0.7), 24'000ms);
  EXPECT_EQ(figures.percentile(0.99), 5h);
}

class Devices : public BranchServer {
 protected:
  // What the server hears goes to the devices' health too, as in the program.
  void hear() {
    for (; heard_ < observer_->heard.size(); ++heard_) health_.on_event(observer_->heard[heard_]);
  }
  void greet(const char* node = "board-1", DeviceKind kind = DeviceKind::kBoard) {
    health_.contact(NodeId{node}, kind, clock_.now());
  }
  void watch() {
    run(watch_devices_command(health_, clock_.now()));
    hear();
  }
  // "board-1 silent", for each such event that was recorded.
  std::vector<std::string> recorded() {
    std::vector<std::string> found;
    for (const domain::Event& event : observer_->heard) {
      const auto* report = std::get_if<domain::DeviceReported>(&event.payload);
      if (report == nullptr || report->part.value() != "contact") continue;
      found.push_back(report->device.value() + " " + report->state.value());
    }
    return found;
  }
  DeviceNow device(const char* node = "board-1") {
    for (const DeviceNow& found : health_.now(clock_.now()).devices) {
      if (found.node == NodeId{node}) return found;
    }
    ADD_FAILURE() << node << " is not known";
    return {};
  }
  // Calls the next ticket; the call's version.
  std::int64_t call_next() {
    issue(++tickets_);
    open_counter("1");
    call("1");
    std::int64_t version = 0;
    for (const domain::Event& event : observer_->heard) {
      if (std::holds_alternative<domain::TicketCalled>(event.payload)) version = event.version;
    }
    run(ticket_command(testing::test_id(tickets_), [this](const domain::BranchState& state) {
      return domain::decide_no_show(state, {testing::test_id(tickets_), {}});
    }));
    hear();
    return version;
  }
  void tell(std::vector<domain::PresentedCall> calls) {
    ++told_;
    sync(told_, {told(told_, domain::CallsPresented{{}, std::move(calls)})});
    hear();
  }
  domain::PresentedCall shown(std::int64_t version, domain::Milliseconds after, Heard heard) {
    domain::PresentedCall call{version, clock_.now() + after, heard, {}};
    if (heard != Heard::kNothing) call.heard_at = call.shown_at + 200ms;
    return call;
  }

  store::sqlite::SqliteIdentityStore identities_;
  DeviceHealth health_{DeviceLimits{}, clock_.now()};

 private:
  std::size_t heard_ = 0;
  std::uint64_t tickets_ = 0;
  std::int64_t told_ = 0;
};

TEST_F(Devices, ABoardThatFallsSilentIsRecordedOnceAndSoIsItsReturn) {
  greet();
  clock_.pass(60s);
  watch();
  EXPECT_TRUE(recorded().empty());
  clock_.pass(1s);
  watch();
  watch();
  EXPECT_THAT(recorded(), ElementsAre("board-1 silent"));
  EXPECT_TRUE(device().silent);
  greet();
  EXPECT_FALSE(device().silent);
  watch();
  watch();
  EXPECT_THAT(recorded(), ElementsAre("board-1 silent", "board-1 ok"));
}

TEST_F(Devices, AKioskGreetsSeldomAndIsGivenLonger) {
  greet("kiosk-1", DeviceKind::kKiosk);
  clock_.pass(11min);
  watch();
  EXPECT_TRUE(recorded().empty());
  clock_.pass(1s);
  watch();
  EXPECT_THAT(recorded(), ElementsAre("kiosk-1 silent"));
}

TEST_F(Devices, OneThatIsToBeThereAndNeverCameIsSilentAfterAWhile) {
  health_.expect(NodeId{"board-2"}, DeviceKind::kBoard);
  EXPECT_FALSE(device("board-2").silent);
  clock_.pass(61s);
  EXPECT_TRUE(device("board-2").silent);
  EXPECT_EQ(device("board-2").last_contact, std::nullopt);
}

TEST_F(Devices, ANewServerKnowsFromTheDaysEventsWhoWasSilentAndWhatWasOut) {
  greet();
  const std::int64_t version = call_next();
  sync(1, {told(1, domain::DeviceReported{
                       {}, domain::PartName{"sound"}, domain::PartName{"out"}, "no card"})});
  sync(2, {told(2, domain::CallsPresented{{}, {shown(version, 50ms, Heard::kWords)}})});
  clock_.pass(61s);
  watch();
  restart();
  DeviceHealth fresh{DeviceLimits{}, clock_.now()};
  auto transaction = real_->begin();
  const auto loaded =
      load_devices(fresh, identities_, store_, **transaction, domain::BranchId{"test"});
  real_->rollback();
  ASSERT_TRUE(loaded.has_value()) << loaded.error().message;
  EXPECT_TRUE(fresh.changes(clock_.now()).empty());
  const DevicesNow now = fresh.now(clock_.now());
  ASSERT_EQ(now.devices.size(), 2u);
  EXPECT_TRUE(now.devices[0].silent);  // board-1, until it is heard of.
  EXPECT_EQ(now.devices[1].parts.at(domain::PartName{"sound"}).state, domain::PartName{"out"});
  EXPECT_EQ(now.devices[1].presented.shown.count(), 1);
  EXPECT_EQ(now.calls, 1);
}

TEST_F(Devices, DelaysRunFromTheCallAndEachCallCountsOnce) {
  const std::int64_t first = call_next();
  const std::int64_t second = call_next();
  tell({shown(first, 40ms, Heard::kWords), shown(second, 80ms, Heard::kChime)});
  tell({shown(second, 10min, Heard::kNothing), shown(1, 5ms, Heard::kNothing)});
  const PresentedFigures figures = device("kiosk-1").presented;
  EXPECT_EQ(figures.shown.count(), 2);
  EXPECT_EQ(figures.shown.worst(), 80ms);
  EXPECT_EQ(figures.heard.worst(), 280ms);
  EXPECT_THAT(figures.heard_as, ElementsAre(0, 1, 0, 1));
}

TEST_F(Devices, ACallThatNoBoardTellsOfWithinAMinuteWasNeverShown) {
  const std::int64_t first = call_next();
  call_next();
  tell({shown(first, 40ms, Heard::kWords)});
  EXPECT_EQ(health_.now(clock_.now()).never_shown, 0);
  clock_.pass(61s);
  EXPECT_EQ(health_.now(clock_.now()).calls, 2);
  EXPECT_EQ(health_.now(clock_.now()).never_shown, 1);
}

TEST_F(Devices, ANewDayBeginsWithNewFigures) {
  tell({shown(call_next(), 40ms, Heard::kWords)});
  clock_.pass(24h);
  call_next();
  EXPECT_EQ(health_.now(clock_.now()).calls, 1);
  EXPECT_EQ(device("kiosk-1").presented.shown.count(), 0);
}

TEST_F(Devices, AreRememberedInBoundedNumber) {
  DeviceLimits limits;
  limits.devices = 2;
  limits.parts = 1;
  DeviceHealth few{limits, clock_.now()};
  for (const char* node : {"a", "b", "c"}) few.contact(NodeId{node}, DeviceKind::kBoard, {});
  domain::Event event;
  for (const char* part : {"sound", "screen"}) {
    event.payload = domain::DeviceReported{NodeId{"a"}, domain::PartName{part}, {}, {}};
    few.on_event(event);
  }
  const DevicesNow now = few.now(clock_.now());
  ASSERT_EQ(now.devices.size(), 2u);
  EXPECT_EQ(now.devices[0].parts.size(), 1u);
}

TEST_F(Devices, GreetingsWriteNothingToTheDisk) {
  issue(1);
  const auto written = [this] { return std::filesystem::file_size(dir_.file("branch.db-wal")); };
  sync(1, {told(1, domain::FeedbackGiven{testing::test_id(1), 4, {}})});
  const auto before = written();
  ASSERT_GT(before, 0u);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(sync(2, {})->status, 200);
  EXPECT_EQ(written(), before);
  sync(2, {told(2, domain::FeedbackGiven{testing::test_id(1), 1, {}})});
  EXPECT_NE(written(), before);
}

}  // namespace
}  // namespace navbat::server
