// Many boards in a branch that calls without a pause, over a network that delays, cuts and repeats:
// every board shows every call once, in order.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <set>

#include "tests/e2e/board_fleet.h"
#include "tests/e2e/hall_at_work.h"
#include "tests/support/chaos_proxy.h"
#include "tests/support/eventually.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"

namespace navbat::e2e {
namespace {

using testing::ChaosCount;
using testing::ChaosProxy;
using testing::eventually;

// The voice is never more than this behind the picture.
constexpr int kMostBehindMs = 10'000;

// Boards that speak; the others show the same without a sound.
constexpr std::size_t kSpeakers = 2;

int from_environment(const char* variable, int usual) {
  const char* text = std::getenv(variable);
  return text != nullptr ? std::atoi(text) : usual;
}

class BoardsInABadNetwork : public ::testing::Test {
 protected:
  const int boards_ = from_environment("NAVBAT_BOARDS", 8);
  const int calls_ = from_environment("NAVBAT_CALLS", 150);
  const int between_calls_ms_ = from_environment("NAVBAT_BETWEEN_CALLS_MS", 200);
  const int seed_ = from_environment("NAVBAT_SEED", 4);

  void open_the_branch() {
    server_ = std::make_unique<testing::ServerProcess>(
        testing::ServerProcess::Options{.folder = folder_.path()});
    proxy_ = std::make_unique<ChaosProxy>(server_->port(), static_cast<std::uint64_t>(seed_));
    for (int i = 1; i <= boards_; ++i) {
      fleet_.push_back(std::make_unique<BoardProcess>(
          BoardProcess::Options{.folder = folder_.path(),
                                .server = proxy_->url(),
                                .number = i,
                                .speaks = fleet_.size() < kSpeakers}));
      ASSERT_TRUE(fleet_.back()->wait_until_live()) << fleet_.back()->errors();
    }
  }

  void call_everybody() {
    HallAtWork hall({.port = proxy_->port(),
                     .calls = calls_,
                     .between_calls = std::chrono::milliseconds(between_calls_ms_),
                     .seed = static_cast<std::uint64_t>(seed_)});
    ASSERT_NO_THROW(hall.run());
  }

  // The storm is over: every board hears of the rest, and comes to rest itself.
  void wait_until_all_is_shown(std::int64_t newest) {
    for (const auto& board : fleet_) {
      const auto at_rest = [&] {
        return board->newest_shown() >= newest && board->newest_staged() >= newest;
      };
      EXPECT_TRUE(eventually(at_rest, std::chrono::seconds(90)))
          << board->name() << " showed " << board->newest_shown() << " and "
          << board->newest_staged() << " of " << newest;
    }
  }

  void close_the_hall() {
    for (const auto& board : fleet_) board->ask_to_stop();
    for (const auto& board : fleet_) EXPECT_EQ(board->wait_for_end(), 0) << board->errors();
  }

  void expect_all_of(const std::vector<CallEvent>& calls, const BoardProcess& board) {
    std::vector<std::int64_t> shown;
    for (const auto& line : board.shown()) shown.push_back(line.version);
    std::vector<std::int64_t> made;
    for (const CallEvent& call : calls) made.push_back(call.version);
    const auto [there, here] = std::mismatch(made.begin(), made.end(), shown.begin(), shown.end());
    EXPECT_TRUE(there == made.end() && here == shown.end())
        << board.name() << ": after " << (there - made.begin()) << " calls expected "
        << (there == made.end() ? 0 : *there) << ", showed " << (here == shown.end() ? 0 : *here);
  }

  // How far the voice of a board was behind its picture at worst.
  void expect_voice_kept_up(const BoardProcess& board) {
    const auto heard = board.heard();
    EXPECT_FALSE(heard.empty()) << board.name() << " said nothing\n" << board.errors();
    for (const auto& call : heard) {
      EXPECT_LE(call.behind_ms, kMostBehindMs) << board.name() << " at " << call.version;
      worst_behind_ms_ = std::max(worst_behind_ms_, call.behind_ms);
    }
  }

  testing::TempDir folder_;
  std::unique_ptr<testing::ServerProcess> server_;
  std::unique_ptr<ChaosProxy> proxy_;
  std::vector<std::unique_ptr<BoardProcess>> fleet_;
  int worst_behind_ms_ = 0;
};

TEST_F(BoardsInABadNetwork, ShowEveryCallOnceInOrderAndEndWithTheSamePicture) {
  SCOPED_TRACE("NAVBAT_SEED=" + std::to_string(seed_));
  ASSERT_NO_FATAL_FAILURE(open_the_branch());
  proxy_->storm({});
  ASSERT_NO_FATAL_FAILURE(call_everybody());
  proxy_->calm();

  const std::vector<CallEvent> calls = calls_of_branch(server_->port());
  std::set<std::string> called;
  for (const CallEvent& call : calls) {
    EXPECT_TRUE(call.recall || called.insert(call.ticket).second) << call.ticket << " called twice";
  }
  EXPECT_EQ(called.size(), static_cast<std::size_t>(calls_));

  wait_until_all_is_shown(calls.back().version);
  close_the_hall();
  for (const auto& board : fleet_) {
    expect_all_of(calls, *board);
    EXPECT_EQ(board->shown(), fleet_.front()->shown()) << board->name();
    EXPECT_EQ(board->last_picture(), fleet_.front()->last_picture()) << board->name();
  }
  EXPECT_NE(fleet_.front()->last_picture(), "");
  for (std::size_t i = 0; i < std::min(kSpeakers, fleet_.size()); ++i) {
    expect_voice_kept_up(*fleet_[i]);
  }

  const ChaosCount chaos = proxy_->count();
  EXPECT_GT(chaos.cut, boards_);
  EXPECT_GT(chaos.slowed, boards_);
  EXPECT_GT(chaos.repeated_events, boards_);
  EXPECT_GT(chaos.repeated_commands, 0);
  std::printf(
      "%d boards, %zu calls and recalls; cut %d, slowed %d, events repeated %d, commands "
      "repeated %d; voice at most %d ms behind\n",
      boards_, calls.size(), chaos.cut, chaos.slowed, chaos.repeated_events,
      chaos.repeated_commands, worst_behind_ms_);
}

}  // namespace
}  // namespace navbat::e2e
