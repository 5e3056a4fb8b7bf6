#include "server_sync/client/branch_follower.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>

#include "tests/client/manual_clock.h"
#include "tests/client/recorded_branch.h"
#include "tests/client/scripted_transport.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::chrono::seconds kHang{60};

std::string header_of(const HttpRequest& request, const std::string& name) {
  return std::string(
      HttpResponse{.status = 0, .headers = request.headers, .body = {}}.header(name).value_or(""));
}

// A follower of a scripted server, and what it delivered so far.
class Following {
 public:
  explicit Following(std::size_t capacity = 1000,
                     std::optional<std::int64_t> resume_after = std::nullopt) {
    FollowerOptions options;
    options.branch = domain::BranchId{kBranch};
    options.resume_after = resume_after;
    options.backoff = {.base = 0ms, .cap = 0ms};
    options.mailbox_capacity = capacity;
    const auto notify = [this] {
      { const std::lock_guard lock(mutex_); }
      changed_.notify_all();
    };
    follower = std::make_unique<BranchFollower>(
        transport, clock, options,
        FollowerHooks{
            .wake = notify, .status_changed = notify, .live = [this] { ++times_live; }, .log = {}},
        std::mt19937_64{1});
  }

  // Drains until `enough` holds.
  template <typename Enough>
  [[nodiscard]] bool wait_until(Enough enough) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kHang, [&] {
      take(follower->drain());
      return enough();
    });
  }

  void take(std::vector<BranchNews> news) {
    for (BranchNews& item : news) {
      if (const auto* event = std::get_if<domain::Event>(&item)) events.push_back(event->version);
      if (const auto* shot = std::get_if<QueueSnapshot>(&item)) snapshots.push_back(shot->version);
      if (const auto* lost = std::get_if<HistoryLost>(&item)) losses.push_back(lost->version);
    }
  }

  ScriptedTransport transport;
  ManualClock clock;
  std::vector<std::int64_t> events;
  std::vector<std::int64_t> snapshots;
  std::vector<std::int64_t> losses;
  std::atomic<int> times_live = 0;

 private:
  std::mutex mutex_;
  std::condition_variable changed_;

 public:
  std::unique_ptr<BranchFollower> follower;  // last: its thread uses all of the above
};

TEST(BranchFollower, GoesOnAfterTheLastVersionWhenTheServerEndsTheStream) {
  Following f;
  f.transport.next_stream(stream_chunks({snapshot_text(4), event_text(5), event_text(6)}));
  f.transport.next_stream(stream_chunks({stream_text(6, 8)}));
  f.follower->start();
  EXPECT_TRUE(f.wait_until([&] { return f.events.size() == 4; }));
  EXPECT_THAT(f.events, ElementsAre(5, 6, 7, 8));
  ASSERT_TRUE(f.transport.wait_for_streams(3));
  const auto requests = f.transport.streams();
  EXPECT_EQ(requests[0].target, "/api/v1/branches/demo/events");
  EXPECT_EQ(header_of(requests[0], "Last-Event-ID"), "");
  EXPECT_EQ(header_of(requests[1], "Last-Event-ID"), "6");
  EXPECT_EQ(header_of(requests[2], "Last-Event-ID"), "8");
}

TEST(BranchFollower, BeginsAfterTheVersionOfAnEarlierRun) {
  Following f(1000, 41);
  f.follower->start();
  ASSERT_TRUE(f.transport.wait_for_streams(1));
  EXPECT_EQ(header_of(f.transport.streams()[0], "Last-Event-ID"), "41");
}

TEST(BranchFollower, IsLiveWithASnapshotAndDownWithoutAServer) {
  Following f;
  f.transport.next_stream([](auto&&...) { return fault(TransportFault::kUnreachable); });
  f.transport.next_stream(stream_chunks_and_stay({snapshot_text(1), kHeartbeat}));
  EXPECT_EQ(f.follower->status().state, LinkState::kConnecting);
  EXPECT_EQ(f.follower->status().age(f.clock.now()), std::nullopt);
  f.follower->start();
  EXPECT_TRUE(f.wait_until([&] { return f.follower->status().state == LinkState::kLive; }));
  f.clock.advance(7s);
  EXPECT_EQ(f.follower->status().age(f.clock.now()), 7s);
  EXPECT_TRUE(f.wait_until([&] { return f.times_live == 1; }));
  ASSERT_TRUE(f.follower->latest_snapshot());
  EXPECT_EQ(f.follower->latest_snapshot()->version, 1);
}

TEST(BranchFollower, KeepsTheAgeOfItsPictureGrowingWhileTheServerIsAway) {
  Following f;
  f.transport.next_stream(stream_chunks({snapshot_text(1)}));
  f.transport.next_stream([](auto&&...) { return fault(TransportFault::kTimedOut); });
  f.follower->start();
  ASSERT_TRUE(f.transport.wait_for_streams(3));
  f.clock.advance(31s);
  EXPECT_EQ(f.follower->status().state, LinkState::kDown);
  EXPECT_THAT(f.follower->status().detail, HasSubstr("timed out"));
  EXPECT_EQ(f.follower->status().age(f.clock.now()), 31s);
}

TEST(BranchFollower, SaysWhenTheServerRefusesTheDevice) {
  Following f;
  f.transport.next_stream([](auto&&...) { return answer(401); });
  f.follower->start();
  EXPECT_TRUE(f.wait_until([&] { return f.follower->status().state == LinkState::kRefused; }));
  EXPECT_THAT(f.follower->status().detail, HasSubstr("401"));
}

TEST(BranchFollower, AsksForTheQueueAfreshAfterAReset) {
  Following f(1000, 2);
  f.transport.next_stream(stream_chunks_and_stay({reset_text(50), event_text(51)}));
  f.transport.next_send([](const HttpRequest& request, auto) {
    EXPECT_EQ(request.target, "/api/v1/branches/demo/queue");
    return answer(200, snapshot_json(50));
  });
  f.follower->start();
  EXPECT_TRUE(f.wait_until([&] { return f.events.size() == 1; }));
  EXPECT_THAT(f.losses, ElementsAre(50));
  EXPECT_THAT(f.snapshots, ElementsAre(50));
  EXPECT_THAT(f.events, ElementsAre(51));
}

TEST(BranchFollower, ConnectsAgainFromTheResetWhenTheQueueDoesNotCome) {
  Following f(1000, 2);
  f.transport.next_stream(stream_chunks_and_stay({reset_text(50), event_text(51)}));
  f.transport.next_stream(stream_chunks_and_stay({stream_text(50, 52)}));
  f.follower->start();
  EXPECT_TRUE(f.wait_until([&] { return f.events.size() == 2; }));
  EXPECT_EQ(header_of(f.transport.streams()[1], "Last-Event-ID"), "50");
  EXPECT_THAT(f.events, ElementsAre(51, 52));
}

TEST(BranchFollower, WaitsForAConsumerThatIsSlowAndLosesNothing) {
  Following f(3, 0);
  f.transport.next_stream(stream_chunks_and_stay({stream_text(0, 200)}));
  f.follower->start();
  EXPECT_TRUE(f.wait_until([&] { return f.events.size() == 200; }));
  for (std::size_t i = 0; i < 200; ++i) EXPECT_EQ(f.events[i], static_cast<std::int64_t>(i) + 1);
}

TEST(BranchFollower, StopsWhileTheMailboxIsFull) {
  Following f(1, 0);
  f.transport.next_stream(stream_chunks_and_stay({stream_text(0, 50)}));
  f.follower->start();
  ASSERT_TRUE(f.transport.wait_for_streams(1));
  f.follower->stop();
  EXPECT_LE(f.follower->drain().size(), 1U);
}

TEST(BranchFollower, KeepsOnlyTheNewestUndeliveredSnapshot) {
  Following f;
  f.transport.next_stream(stream_chunks({snapshot_text(1), snapshot_text(2), snapshot_text(3)}));
  f.follower->start();
  ASSERT_TRUE(f.transport.wait_for_streams(2));
  f.take(f.follower->drain());
  EXPECT_THAT(f.snapshots, ElementsAre(3));
}

TEST(BranchFollower, StopsWhileItWaitsToConnectAgain) {
  ScriptedTransport transport;
  ManualClock clock;
  FollowerOptions options;
  options.branch = domain::BranchId{kBranch};
  options.backoff = {.base = 3'600'000ms, .cap = 3'600'000ms};
  transport.next_stream([](auto&&...) { return fault(TransportFault::kUnreachable); });
  BranchFollower follower(transport, clock, options, {}, std::mt19937_64{1});
  follower.start();
  ASSERT_TRUE(transport.wait_for_streams(1));
  follower.stop();
  SUCCEED();
}

}  // namespace
}  // namespace navbat::client
