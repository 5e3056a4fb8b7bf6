#include "system/watchdog.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <deque>

#include "tests/support/eventually.h"
#include "tests/support/temp_dir.h"

namespace navbat::system {
namespace {

using std::chrono::milliseconds;

// Whoever watches: a datagram socket with a path, as systemd's is.
class Watcher {
 public:
  Watcher() : descriptor_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = this->path();
    std::memcpy(address.sun_path, path.data(), path.size());
    EXPECT_EQ(::bind(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  }
  ~Watcher() { ::close(descriptor_); }
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  std::string path() const { return folder_.file("notify"); }

  // The next message; empty when there is none.
  std::string next() const {
    std::array<char, 256> room{};
    const ssize_t got = ::recv(descriptor_, room.data(), room.size(), 0);
    return got > 0 ? std::string(room.data(), static_cast<std::size_t>(got)) : "";
  }

 private:
  testing::TempDir folder_;
  int descriptor_;
};

class WatchdogTest : public ::testing::Test {
 protected:
  ~WatchdogTest() override {
    for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) {
      ::unsetenv(name);
    }
  }
  Watcher watcher_;
};

TEST_F(WatchdogTest, SpeaksToTheSocketThatTheEnvironmentNames) {
  ::setenv("NOTIFY_SOCKET", watcher_.path().c_str(), 1);
  ::setenv("WATCHDOG_USEC", "10000000", 1);
  const Watchdog watchdog = Watchdog::from_environment();
  EXPECT_TRUE(watchdog.watched());
  EXPECT_EQ(watchdog.period(), milliseconds{5'000});
  watchdog.ready();
  watchdog.alive();
  watchdog.status("printer: paper_out");
  watchdog.stopping();
  EXPECT_EQ(watcher_.next(), "READY=1");
  EXPECT_EQ(watcher_.next(), "WATCHDOG=1");
  EXPECT_EQ(watcher_.next(), "STATUS=printer: paper_out");
  EXPECT_EQ(watcher_.next(), "STOPPING=1");
}

TEST_F(WatchdogTest, LeavesNothingForProgramsThatThisOneStarts) {
  ::setenv("NOTIFY_SOCKET", watcher_.path().c_str(), 1);
  ::setenv("WATCHDOG_USEC", "1000", 1);
  static_cast<void>(Watchdog::from_environment());
  EXPECT_EQ(std::getenv("NOTIFY_SOCKET"), nullptr);
  EXPECT_EQ(std::getenv("WATCHDOG_USEC"), nullptr);
  EXPECT_FALSE(Watchdog::from_environment().watched());
}

TEST_F(WatchdogTest, MindsNoWatchThatIsMeantForAnotherProcess) {
  ::setenv("NOTIFY_SOCKET", watcher_.path().c_str(), 1);
  ::setenv("WATCHDOG_USEC", "10000000", 1);
  ::setenv("WATCHDOG_PID", "1", 1);
  EXPECT_EQ(Watchdog::from_environment().period(), std::nullopt);
  ::setenv("NOTIFY_SOCKET", watcher_.path().c_str(), 1);
  ::setenv("WATCHDOG_USEC", "10000000", 1);
  ::setenv("WATCHDOG_PID", std::to_string(::getpid()).c_str(), 1);
  EXPECT_EQ(Watchdog::from_environment().period(), milliseconds{5'000});
}

TEST_F(WatchdogTest, IsSilentAndHarmlessWhereNobodyWatches) {
  Watchdog().alive();
  Watchdog("/no/such/socket", milliseconds{1}).alive();
  Watchdog(std::string(500, 'x'), milliseconds{1}).alive();
  EXPECT_EQ(watcher_.next(), "");
}

// A loop that the test turns by hand.
class Loop {
 public:
  void post(std::function<void()> task) {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  bool turn() {
    std::function<void()> task;
    {
      const std::lock_guard lock(mutex_);
      if (tasks_.empty()) {
        return false;
      }
      task = std::move(tasks_.front());
      tasks_.pop_front();
    }
    task();
    return true;
  }
  std::size_t waiting() const {
    const std::lock_guard lock(mutex_);
    return tasks_.size();
  }

 private:
  mutable std::mutex mutex_;
  std::deque<std::function<void()>> tasks_;
};

TEST_F(WatchdogTest, IsFedByTheLoopItselfAndByNothingElse) {
  Loop loop;
  std::atomic<int> asked = 0;
  const WatchdogFeed feed({watcher_.path(), milliseconds{2}}, [&](std::function<void()> task) {
    ++asked;
    loop.post(std::move(task));
  });
  EXPECT_EQ(watcher_.next(), "") << "the loop has not run yet";
  ASSERT_TRUE(loop.turn());
  EXPECT_EQ(watcher_.next(), "READY=1");
  EXPECT_EQ(watcher_.next(), "WATCHDOG=1");
  ASSERT_TRUE(testing::eventually([&] { return loop.turn(); }));
  EXPECT_EQ(watcher_.next(), "WATCHDOG=1") << "ready only once";
  EXPECT_EQ(watcher_.next(), "");
}

TEST_F(WatchdogTest, AsksAHangingLoopOnlyOnce) {
  Loop loop;
  std::atomic<int> rounds = 0;
  WatchdogFeed feed({watcher_.path(), milliseconds{1}},
                    [&](std::function<void()> task) { loop.post(std::move(task)); });
  // A second feed counts the time that passes.
  WatchdogFeed clock({watcher_.path(), milliseconds{1}}, [&](const std::function<void()>& task) {
    ++rounds;
    task();
  });
  ASSERT_TRUE(testing::eventually([&] { return rounds > 20; }));
  EXPECT_EQ(loop.waiting(), 1U);
}

TEST_F(WatchdogTest, LeavesNoTaskThatCouldHarmALoopThatOutlivesIt) {
  Loop loop;
  {
    WatchdogFeed feed({watcher_.path(), {}}, [&](std::function<void()> task) { loop.post(task); });
  }
  EXPECT_TRUE(loop.turn());
  EXPECT_EQ(watcher_.next(), "READY=1");
}

}  // namespace
}  // namespace navbat::system
