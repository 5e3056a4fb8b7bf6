#include <array>

#include <gtest/gtest.h>

#include "system/random_source.h"
#include "system/steady_clock.h"

namespace navbat::system {
namespace {

TEST(SteadyClock, StartsAtTheWallClockAndNeverRunsBack) {
  const auto before = std::chrono::floor<domain::Milliseconds>(std::chrono::system_clock::now());
  const SteadyClock clock;
  domain::Timestamp last = clock.now();
  EXPECT_GE(last, before);
  for (int i = 0; i < 10'000; ++i) {
    const domain::Timestamp now = clock.now();
    ASSERT_GE(now, last);
    last = now;
  }
}

TEST(RandomSource, FillsEveryByte) {
  std::array<bool, 64> changed{};
  for (int round = 0; round < 20; ++round) {
    std::array<std::uint8_t, 64> bytes{};
    fill_random(bytes);
    for (std::size_t i = 0; i < bytes.size(); ++i) changed[i] = changed[i] || bytes[i] != 0;
  }
  for (const bool c : changed) EXPECT_TRUE(c);
}

}  // namespace
}  // namespace navbat::system
