#include "server_sync/client/neighbour_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

#include "tests/client/manual_clock.h"
#include "tests/client/recorded_branch.h"
#include "tests/client/scripted_transport.h"
#include "tests/client/test_kiosk.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

constexpr std::chrono::seconds kHang{60};
const domain::BranchId kDemo{kBranch};
const domain::BranchId kOther{"other"};

class NeighbourWatchTest : public ::testing::Test {
 protected:
  NeighbourWatchTest() {
    auto hub = std::make_unique<ScriptedTransport>();
    network = hub.get();
    const auto changed_hook = [this] {
      {
        const std::lock_guard lock(mutex);
        ++changes;
      }
      changed.notify_all();
    };
    watch = std::make_unique<NeighbourWatch>(
        std::move(hub), std::vector{kOther, kDemo}, clock, seeded_random(1),
        NeighbourWatch::Hooks{.changed = changed_hook,
                              .log =
                                  [this](const std::string& line) {
                                    const std::lock_guard lock(mutex);
                                    log.push_back(line);
                                  }},
        0ms, 0ms);
  }

  [[nodiscard]] bool wait_for_changes(int count) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, kHang, [&] { return changes >= count; });
  }

  ManualClock clock;
  ScriptedTransport* network = nullptr;
  std::mutex mutex;
  std::condition_variable changed;
  int changes = 0;
  std::vector<std::string> log;
  std::unique_ptr<NeighbourWatch> watch;  // last: its thread uses all of the above
};

TEST_F(NeighbourWatchTest, KnowsEachBranchsQueueAndItsAge) {
  network->always_send([](const HttpRequest& request, auto) {
    return request.target == "/api/v1/branches/demo/queue" ? answer(200, snapshot_json(3))
                                                           : answer(404);
  });
  EXPECT_EQ(watch->latest(kDemo), nullptr);
  watch->start();
  ASSERT_TRUE(wait_for_changes(1));
  watch->stop();
  const auto demo = watch->latest(kDemo);
  ASSERT_NE(demo, nullptr);
  ASSERT_NE(demo->queue.find_service(domain::ServiceId{"cash"}), nullptr);
  EXPECT_EQ(demo->queue.find_service(domain::ServiceId{"cash"})->promise->high, 1020s);
  clock.advance(90s);
  EXPECT_EQ(demo->age(clock.now()), 90s);
  EXPECT_EQ(watch->latest(kOther), nullptr);
}

TEST_F(NeighbourWatchTest, KeepsTheLastAnswerWhileTheHubIsAwayAndSaysSoOnce) {
  network->next_send([](auto&&...) { return answer(503); });
  network->next_send([](auto&&...) { return answer(200, snapshot_json(3)); });
  watch->start();
  ASSERT_TRUE(network->wait_for_sent(12));
  watch->stop();
  EXPECT_NE(watch->latest(kDemo), nullptr);
  const std::lock_guard lock(mutex);
  ASSERT_EQ(log.size(), 3U) << "503 and silence for one, silence for the other";
  EXPECT_THAT(log[0], HasSubstr("other"));
  EXPECT_THAT(log[0], HasSubstr("503"));
}

TEST_F(NeighbourWatchTest, AnswersThatMakeNoSenseAreNotKept) {
  network->always_send([](const HttpRequest& request, auto) {
    return answer(
        200, request.target == "/api/v1/branches/demo/queue" ? "{\"branch\":" : snapshot_json(3));
  });
  watch->start();
  ASSERT_TRUE(network->wait_for_sent(4));
  watch->stop();
  EXPECT_EQ(watch->latest(kDemo), nullptr);
  EXPECT_EQ(watch->latest(kOther), nullptr) << "another branch's queue";
}

}  // namespace
}  // namespace navbat::client
