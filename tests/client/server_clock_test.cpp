#include "server_sync/client/server_clock.h"

#include <gtest/gtest.h>

#include "tests/client/manual_clock.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;
using domain::Timestamp;

constexpr Timestamp kNoon = domain::from_unix_ms(1'795'334'400'000);

TEST(ServerClock, IsTheDevicesUntilTheServerIsHeard) {
  ManualClock device(kNoon);
  const ServerClock clock(device);
  EXPECT_EQ(clock.now(), kNoon);
  EXPECT_FALSE(clock.is_synchronised());
}

TEST(ServerClock, TakesTheMiddleOfTheRoundTrip) {
  ManualClock device(kNoon);
  ServerClock clock(device);
  clock.observe(kNoon + 1h, kNoon - 100ms, kNoon);
  EXPECT_EQ(clock.now(), kNoon + 1h + 50ms);
  device.advance(10s);
  EXPECT_EQ(clock.now(), kNoon + 1h + 10s + 50ms);
}

TEST(ServerClock, PrefersTheShorterRoundTripWhileItIsRecent) {
  ManualClock device(kNoon);
  ServerClock clock(device);
  clock.observe(kNoon + 5s, kNoon, kNoon);
  clock.observe(kNoon + 9s, kNoon, kNoon + 2s);
  EXPECT_EQ(clock.now(), kNoon + 5s);
  device.advance(20min);
  const Timestamp later = device.now();
  clock.observe(later + 9s, later - 2s, later);
  EXPECT_EQ(clock.now(), later + 10s);
}

TEST(ServerClock, IgnoresAnAnswerFromBeforeTheQuestion) {
  ManualClock device(kNoon);
  ServerClock clock(device);
  clock.observe(kNoon + 1h, kNoon, kNoon - 1s);
  EXPECT_FALSE(clock.is_synchronised());
}

TEST(ServerClock, RemembersItsOffsetOverARestart) {
  ManualClock device(kNoon);
  ServerClock before(device);
  before.observe(kNoon - 3min, kNoon, kNoon);
  const ClockMemory memory = before.memory();
  device.advance(8h);
  const ServerClock after(device, memory);
  EXPECT_EQ(after.now(), device.now() - 3min);
}

TEST(ServerClock, GoesOnFromTheLatestTimeWhenTheBatteryOfTheClockIsDead) {
  ManualClock reset(domain::from_unix_ms(0));
  const ServerClock clock(reset, {.offset = 0ms, .latest_true = kNoon});
  EXPECT_EQ(clock.now(), kNoon);
  reset.advance(5min);
  EXPECT_EQ(clock.now(), kNoon + 5min);
}

TEST(ServerClock, DoesNotBelieveALeapOfYears) {
  ManualClock leaped(kNoon + std::chrono::days{3000});
  const ServerClock clock(leaped, {.offset = 0ms, .latest_true = kNoon});
  EXPECT_EQ(clock.now(), kNoon);
}

TEST(ServerClock, TheServerCorrectsWhatWasRememberedWrong) {
  ManualClock device(kNoon - 2h);
  ServerClock clock(device, {.offset = 0ms, .latest_true = kNoon});
  EXPECT_EQ(clock.now(), kNoon);
  clock.observe(kNoon - 1h, device.now(), device.now());
  EXPECT_EQ(clock.now(), kNoon - 1h);
}

}  // namespace
}  // namespace navbat::client
