#include "system/stop_signals.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <future>

namespace navbat::system {
namespace {

constexpr std::chrono::seconds kHang{60};

TEST(StopSignals, CallsWhenTheProgramIsToldToStop) {
  StopSignals signals;
  std::promise<void> stopped;
  signals.on_stop([&] { stopped.set_value(); });
  kill(getpid(), SIGTERM);
  EXPECT_EQ(stopped.get_future().wait_for(kHang), std::future_status::ready);
}

TEST(StopSignals, CallsWhoeverListensTooLate) {
  StopSignals signals;
  std::promise<void> first;
  signals.on_stop([&] { first.set_value(); });
  kill(getpid(), SIGINT);
  ASSERT_EQ(first.get_future().wait_for(kHang), std::future_status::ready);
  bool told = false;
  signals.on_stop([&] { told = true; });
  EXPECT_TRUE(told);
}

TEST(StopSignals, CallsNobodyAtItsOwnEnd) {
  int calls = 0;
  {
    StopSignals signals;
    signals.on_stop([&] { ++calls; });
  }
  EXPECT_EQ(calls, 0);
}

}  // namespace
}  // namespace navbat::system
