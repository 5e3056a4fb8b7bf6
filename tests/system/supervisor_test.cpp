// A supervisor, a program that it watches over, and everything that may happen to that.

#include "system/supervisor.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/child_process.h"
#include "tests/support/eventually.h"
#include "tests/support/temp_dir.h"

namespace navbat::system {
namespace {

using testing::ChildProcess;
using testing::eventually;

class SupervisorTest : public ::testing::Test {
 protected:
  void supervise(const std::string& manner) {
    supervisor_ = std::make_unique<ChildProcess>(
        std::vector<std::string>{testing::program("../tests/watched_program"), "supervise", manner,
                                 folder_.path()},
        folder_.file("out"), folder_.file("err"));
  }
  std::vector<std::string> lines(const std::string& file) const {
    std::ifstream in(folder_.file(file));
    std::vector<std::string> all;
    for (std::string line; std::getline(in, line);) {
      all.push_back(line);
    }
    return all;
  }
  // The latest program's process number, once there were `starts` of them and it lives.
  pid_t program(std::size_t starts) {
    EXPECT_TRUE(eventually([&] { return lines("starts").size() >= starts; })) << starts;
    const std::size_t ticks = lines("ticks").size();
    EXPECT_TRUE(eventually([&] { return lines("ticks").size() > ticks + 1; }));
    return std::stoi(lines("starts").back());
  }
  static bool gone(pid_t process) { return ::kill(process, 0) != 0; }
  std::optional<int> result() { return supervisor_->wait(std::chrono::seconds{30}); }

  testing::TempDir folder_;
  std::unique_ptr<ChildProcess> supervisor_;
};

TEST_F(SupervisorTest, StartsAProgramAgainThatWasStopped) {
  supervise("loop");
  const pid_t first = program(1);
  ::kill(first, SIGSTOP);
  const pid_t second = program(2);
  EXPECT_NE(first, second);
  EXPECT_TRUE(gone(first));
  EXPECT_EQ(lines("log").front(), "the program gives no sign of life: ended");
}

// All its threads are well but the one that draws.
TEST_F(SupervisorTest, StartsAProgramAgainWhoseScreenHangs) {
  supervise("loop");
  const pid_t first = program(1);
  ::kill(first, SIGUSR1);
  const pid_t second = program(2);
  EXPECT_NE(first, second);
  EXPECT_TRUE(gone(first));
}

TEST_F(SupervisorTest, StartsAProgramAgainThatDied) {
  supervise("loop");
  ::kill(program(1), SIGKILL);
  ::kill(program(2), SIGABRT);
  program(3);
  EXPECT_EQ(lines("log")[0], "the program was ended by signal 9; it starts again in 10 ms");
}

TEST_F(SupervisorTest, LeavesAProgramAloneThatLives) {
  supervise("loop");
  const pid_t only = program(1);
  const std::size_t ticks = lines("ticks").size();
  // More than three times as long as a hung one would be left.
  ASSERT_TRUE(eventually([&] { return lines("ticks").size() > ticks + 7; }));
  EXPECT_FALSE(gone(only));
  EXPECT_EQ(lines("starts").size(), 1U);
}

TEST_F(SupervisorTest, IsFedWithoutDrawingAFrame) {
  supervise("loop");
  const pid_t only = program(1);
  ::kill(only, SIGUSR2);
  ASSERT_TRUE(eventually([&] { return lines("frames").size() == 1; }));
  const std::size_t ticks = lines("ticks").size();
  ASSERT_TRUE(eventually([&] { return lines("ticks").size() > ticks + 3; }));
  ::kill(only, SIGUSR2);
  ASSERT_TRUE(eventually([&] { return lines("frames").size() == 2; }));
  EXPECT_EQ(lines("frames")[0], lines("frames")[1]);
}

TEST_F(SupervisorTest, WaitsLongerAfterEachEarlyDeath) {
  supervise("die");
  ASSERT_TRUE(eventually([&] { return lines("log").size() >= 6; }));
  const auto log = lines("log");
  const std::string text = "the program ended with status 7; it starts again in ";
  for (std::size_t at = 0; at < 6; ++at) {
    EXPECT_EQ(log[at], text + std::to_string(std::min(10 << at, 160)) + " ms");
  }
}

TEST_F(SupervisorTest, EndsAProgramThatNeverBegins) {
  supervise("silent");
  ASSERT_TRUE(eventually([&] { return lines("starts").size() >= 2; }));
  EXPECT_EQ(lines("log")[0], "the program gives no sign of life: ended");
}

TEST_F(SupervisorTest, PassesSigtermOnAndEndsWithTheProgram) {
  supervise("loop");
  const pid_t only = program(1);
  supervisor_->signal(SIGTERM);
  EXPECT_EQ(result(), 0);
  EXPECT_TRUE(gone(only));
  EXPECT_EQ(lines("ends"), std::vector<std::string>{"in good order"});
}

TEST_F(SupervisorTest, EndsAProgramThatMindsNoSigterm) {
  supervise("stubborn");
  ASSERT_TRUE(eventually([&] { return lines("starts").size() == 1; }));
  supervisor_->signal(SIGTERM);
  EXPECT_EQ(result(), 128 + SIGKILL);
  EXPECT_EQ(lines("starts").size(), 1U);
}

TEST_F(SupervisorTest, EndsWhenStaffLeaveTheProgram) {
  supervise("leave");
  EXPECT_EQ(result(), 0);
  EXPECT_EQ(lines("starts").size(), 1U);
}

TEST_F(SupervisorTest, EndsWhenTheConfigurationIsRefused) {
  supervise("refuse");
  EXPECT_EQ(result(), 2);
  EXPECT_EQ(lines("starts").size(), 1U);
}

TEST_F(SupervisorTest, LeavesNoProgramBehindWhenItIsKilled) {
  supervise("loop");
  const pid_t only = program(1);
  supervisor_->kill();
  EXPECT_TRUE(eventually([&] { return gone(only); }));
}

}  // namespace
}  // namespace navbat::system
