#include "server_sync/client/sync_uploader.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

#include "tests/client/fake_server.h"
#include "tests/client/test_kiosk.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;

// Longer than any test: who waits for it hangs, and is seen to.
constexpr milliseconds kForever{3'600'000};
constexpr std::chrono::seconds kHang{60};

class SyncUploaderTest : public ::testing::Test {
 protected:
  SyncUploaderTest() { kiosk.know_the_branch(); }

  SyncUploader uploader_with(BackoffLimits limits, milliseconds hello_every = kForever) {
    return SyncUploader(
        kiosk.line(), limits, std::mt19937_64{1},
        [this](bool, const std::stop_token&) {
          { const std::lock_guard lock(mutex); }
          round_ended.notify_all();
        },
        hello_every);
  }

  // Of the outbox, as the uploader's status tells; false after a long deadline.
  [[nodiscard]] bool wait_until_nothing_is_pending() {
    std::unique_lock lock(mutex);
    return round_ended.wait_for(lock, kHang, [&] {
      const UploadStatus status = kiosk.line().status();
      return status.pending == 0 && status.last_exchange;
    });
  }

  void issue_offline() {
    kiosk.circuit().failed(clock.now());
    ASSERT_TRUE(kiosk.issue().has_value());
  }

  std::mutex mutex;
  std::condition_variable round_ended;
  ManualClock clock;
  ScriptedTransport network;
  FakeServer server{clock};
  TestKiosk kiosk{network, clock};
};

TEST_F(SyncUploaderTest, SendsAnEventAsSoonAsItIsWoken) {
  network.always_send(server.answers());
  SyncUploader uploader = uploader_with({.base = kForever, .cap = kForever});
  uploader.start();
  ASSERT_TRUE(network.wait_for_sent(1));
  issue_offline();
  uploader.wake();
  EXPECT_TRUE(network.wait_for_sent(2));
}

TEST_F(SyncUploaderTest, TriesAgainAfterAFailure) {
  issue_offline();
  network.next_send([](auto&&...) { return fault(TransportFault::kUnreachable); });
  network.next_send([](auto&&...) { return answer(500); });
  network.always_send(server.answers());
  SyncUploader uploader = uploader_with({.base = 0ms, .cap = 0ms});
  uploader.start();
  EXPECT_TRUE(wait_until_nothing_is_pending());
  uploader.stop();
  EXPECT_EQ(kiosk.outbox().acked_seq, 1);
}

TEST_F(SyncUploaderTest, ComesForwardWhenTheServerWasSeenElsewhere) {
  network.next_send([](auto&&...) { return fault(TransportFault::kUnreachable); });
  network.always_send(server.answers());
  SyncUploader uploader = uploader_with({.base = kForever, .cap = kForever});
  uploader.start();
  ASSERT_TRUE(network.wait_for_sent(1));
  uploader.server_is_back();
  EXPECT_TRUE(network.wait_for_sent(2));
}

TEST_F(SyncUploaderTest, StaysInTouchWithNothingToSend) {
  network.always_send(server.answers());
  SyncUploader uploader = uploader_with({}, 0ms);
  uploader.start();
  EXPECT_TRUE(network.wait_for_sent(3));
}

TEST_F(SyncUploaderTest, DoesNotComeBeforeTheServerAskedItTo) {
  network.next_send([](auto&&...) { return answer(429, {}, {{"Retry-After", "120"}}); });
  SyncUploader uploader = uploader_with({.base = 0ms, .cap = 0ms});
  uploader.start();
  ASSERT_TRUE(network.wait_for_sent(1));
  uploader.server_is_back();
  uploader.wake();
  uploader.stop();
  EXPECT_EQ(network.sent().size(), 1U);
}

TEST_F(SyncUploaderTest, DoesItsChoresAfterEachRound) {
  network.next_send([](auto&&...) { return fault(TransportFault::kUnreachable); });
  network.always_send(server.answers());
  std::atomic<int> failed = 0;
  std::atomic<int> answered = 0;
  SyncUploader uploader(
      kiosk.line(), {.base = 0ms, .cap = 0ms}, std::mt19937_64{1},
      [&](bool was_answered, const std::stop_token&) { ++(was_answered ? answered : failed); },
      0ms);
  uploader.start();
  ASSERT_TRUE(network.wait_for_sent(4));
  uploader.stop();
  EXPECT_EQ(failed, 1);
  EXPECT_GE(answered, 1);
}

}  // namespace
}  // namespace navbat::client
