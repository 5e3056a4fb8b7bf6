// The real board under its own supervisor: one that hangs or dies is back, and knows its branch.

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/child_process.h"
#include "tests/support/eventually.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"

namespace navbat {
namespace {

using testing::ChildProcess;
using testing::eventually;

// DESIGN §7.
constexpr std::chrono::seconds kBackWithin{15};

class BoardWatchdog : public ::testing::Test {
 protected:
  BoardWatchdog()
      : server_(testing::ServerProcess::Options{.folder = folder_.path()}),
        board_({testing::program("navbat-board"), "--supervised", "--headless", "--mute",
                "--config", testing::tree_file("config/board.toml"), "--server", server_.url(),
                "--data", folder_.file("board")},
               folder_.file("out"), folder_.file("err")) {}

  // How often a board has found its branch.
  [[nodiscard]] std::size_t times_live() const {
    const std::string log = board_.out() + board_.err();
    std::size_t count = 0;
    for (std::size_t at = log.find("event stream: live"); at != std::string::npos;
         at = log.find("event stream: live", at + 1)) {
      ++count;
    }
    return count;
  }
  // The board itself: the supervisor's only child.
  [[nodiscard]] pid_t screen() const {
    const std::string supervisor = std::to_string(board_.pid());
    std::ifstream children("/proc/" + supervisor + "/task/" + supervisor + "/children");
    pid_t child = 0;
    children >> child;
    return child;
  }

  testing::TempDir folder_;
  testing::ServerProcess server_;
  ChildProcess board_;
};

TEST_F(BoardWatchdog, IsBackWithItsBranchWithinFifteenSecondsWhenItHangsOrDies) {
  ASSERT_TRUE(eventually([&] { return times_live() == 1; })) << board_.err();
  ::kill(screen(), SIGSTOP);
  ASSERT_TRUE(eventually([&] { return times_live() == 2; }, kBackWithin)) << board_.err();
  ::kill(screen(), SIGKILL);
  ASSERT_TRUE(eventually([&] { return times_live() == 3; }, kBackWithin)) << board_.err();
  const pid_t last = screen();
  board_.signal(SIGTERM);
  EXPECT_EQ(board_.wait(std::chrono::seconds{10}), 0);
  EXPECT_NE(::kill(last, 0), 0);
}

// Bug: without a display SDL took a driver that shows nothing, and the board was dark and content.
TEST(BoardWithoutADisplay, EndsSayingSoThatItIsStartedAgainWhenThereIsOne) {
  ::unsetenv("DISPLAY");
  ::unsetenv("WAYLAND_DISPLAY");
  ::unsetenv("SDL_VIDEODRIVER");
  const testing::TempDir folder;
  ChildProcess board({testing::program("navbat-board"), "--mute", "--config",
                      testing::tree_file("config/board.toml"), "--data", folder.file("board")},
                     folder.file("out"), folder.file("err"));
  EXPECT_EQ(board.wait(std::chrono::seconds{10}), 1);
  EXPECT_NE(board.err().find("no screen; expected a running X or Wayland session"),
            std::string::npos)
      << board.err();
}

}  // namespace
}  // namespace navbat
