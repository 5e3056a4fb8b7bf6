#include "server_sync/server/identity/task_runner.h"

#include <gtest/gtest.h>

#include <future>
#include <vector>

namespace navbat::server {
namespace {

TEST(TaskRunner, RunsTasksInTheirOrder) {
  std::vector<int> seen;
  TaskRunner runner{10};
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(runner.post([&seen, i] { seen.push_back(i); }));
  runner.stop();
  EXPECT_EQ(seen, (std::vector<int>{0, 1, 2, 3, 4}));
}

TEST(TaskRunner, RefusesMoreThanMayWait) {
  std::promise<void> begun;
  std::promise<void> release;
  TaskRunner runner{2};
  ASSERT_TRUE(runner.post([&] {
    begun.set_value();
    release.get_future().wait();
  }));
  begun.get_future().wait();
  EXPECT_TRUE(runner.post([] {}));
  EXPECT_TRUE(runner.post([] {}));
  EXPECT_FALSE(runner.post([] {}));
  release.set_value();
}

TEST(TaskRunner, TakesNothingAfterItsStop) {
  TaskRunner runner{2};
  runner.stop();
  EXPECT_FALSE(runner.post([] {}));
}

}  // namespace
}  // namespace navbat::server
