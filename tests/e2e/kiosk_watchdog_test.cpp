// The real kiosk under its own supervisor, as a branch without systemd runs it.

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>

#include "tests/support/child_process.h"
#include "tests/support/eventually.h"
#include "tests/support/temp_dir.h"

namespace navbat {
namespace {

using testing::ChildProcess;
using testing::eventually;

// DESIGN §7.
constexpr std::chrono::seconds kBackWithin{15};

class KioskWatchdog : public ::testing::Test {
 protected:
  KioskWatchdog() { ::setenv("SDL_VIDEODRIVER", "offscreen", 1); }

  void start(const std::string& config) {
    kiosk_ = std::make_unique<ChildProcess>(
        std::vector<std::string>{testing::program("navbat-kiosk"), "--supervised", "--config",
                                 config, "--server", "http://127.0.0.1:1", "--data",
                                 folder_.file("data")},
        folder_.file("out"), folder_.file("err"));
  }
  std::size_t starts() const {
    const std::string out = kiosk_->out();
    std::size_t count = 0;
    for (std::size_t at = out.find("first frame shown"); at != std::string::npos;
         at = out.find("first frame shown", at + 1)) {
      ++count;
    }
    return count;
  }
  // The kiosk itself: the supervisor's only child.
  pid_t screen() const {
    const std::string supervisor = std::to_string(kiosk_->pid());
    std::ifstream children("/proc/" + supervisor + "/task/" + supervisor + "/children");
    pid_t child = 0;
    children >> child;
    return child;
  }

  testing::TempDir folder_;
  std::unique_ptr<ChildProcess> kiosk_;
};

TEST_F(KioskWatchdog, IsBackWithinFifteenSecondsWhenItHangsOrDies) {
  start(testing::tree_file("config/kiosk.toml"));
  ASSERT_TRUE(eventually([&] { return starts() == 1; })) << kiosk_->err();
  ::kill(screen(), SIGSTOP);
  ASSERT_TRUE(eventually([&] { return starts() == 2; }, kBackWithin)) << kiosk_->out();
  ::kill(screen(), SIGKILL);
  ASSERT_TRUE(eventually([&] { return starts() == 3; }, kBackWithin)) << kiosk_->out();
  const pid_t last = screen();
  kiosk_->signal(SIGTERM);
  EXPECT_EQ(kiosk_->wait(std::chrono::seconds{10}), 0);
  EXPECT_NE(::kill(last, 0), 0);
}

TEST_F(KioskWatchdog, SaysOnceWhatIsWrongWithItsConfiguration) {
  const std::string config = folder_.file("kiosk.toml");
  std::ofstream(config) << "[server]\nurl = \"nowhere\"\n";
  start(config);
  EXPECT_EQ(kiosk_->wait(std::chrono::seconds{10}), 2);
  const std::string err = kiosk_->err();
  EXPECT_EQ(std::count(err.begin(), err.end(), '\n'), 1) << err;
  EXPECT_NE(err.find("kiosk.toml:2: server.url"), std::string::npos) << err;
}

}  // namespace
}  // namespace navbat
