// A board that was killed, and one whose cursor nobody knows any more.

#include <gtest/gtest.h>

#include "tests/e2e/board_fleet.h"
#include "tests/e2e/hall_at_work.h"
#include "tests/support/eventually.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"

namespace navbat::e2e {
namespace {

using testing::eventually;

class BoardThatComesBack : public ::testing::Test {
 protected:
  BoardThatComesBack() {
    server_ = std::make_unique<testing::ServerProcess>(
        testing::ServerProcess::Options{.folder = folder_.path()});
    board_ = std::make_unique<BoardProcess>(
        BoardProcess::Options{.folder = folder_.path(), .server = server_->url()});
  }

  void call(int count) {
    HallAtWork hall({.port = server_->port(),
                     .calls = count,
                     .between_calls = std::chrono::milliseconds(100),
                     .seed = ++seed_});
    ASSERT_NO_THROW(hall.run());
  }

  void wait_until_all_is_shown() {
    const std::int64_t newest = calls_of_branch(server_->port()).back().version;
    ASSERT_TRUE(eventually([&] { return board_->newest_shown() == newest; }))
        << board_->newest_shown() << " of " << newest << "\n"
        << board_->errors();
  }

  // Of those that the server knows; the board showed `before` that are no longer known.
  void expect_every_call_was_shown_once(std::size_t before = 0) {
    auto shown = board_->shown();
    shown.erase(shown.begin(), shown.begin() + static_cast<std::ptrdiff_t>(before));
    const auto calls = calls_of_branch(server_->port());
    const std::size_t common = std::min(shown.size(), calls.size());
    for (std::size_t i = 0; i < common; ++i) {
      ASSERT_EQ(shown[i].version, calls[i].version) << "call " << i << " of " << calls.size();
    }
    EXPECT_EQ(shown.size(), calls.size());
  }

  testing::TempDir folder_;
  std::unique_ptr<testing::ServerProcess> server_;
  std::unique_ptr<BoardProcess> board_;
  std::uint64_t seed_ = 0;
};

TEST_F(BoardThatComesBack, ShowsTheCallsThatItMissedOnce) {
  ASSERT_TRUE(board_->wait_until_live()) << board_->errors();
  ASSERT_NO_FATAL_FAILURE(call(5));
  ASSERT_NO_FATAL_FAILURE(wait_until_all_is_shown());
  board_->kill();
  ASSERT_NO_FATAL_FAILURE(call(30));
  board_->start();
  ASSERT_NO_FATAL_FAILURE(wait_until_all_is_shown());
  ASSERT_NO_FATAL_FAILURE(call(5));
  ASSERT_NO_FATAL_FAILURE(wait_until_all_is_shown());
  expect_every_call_was_shown_once();
}

// The server was set up anew while the board was away: its events begin again.
TEST_F(BoardThatComesBack, GoesOnFromThePictureWhenItsCursorMeansNothing) {
  ASSERT_TRUE(board_->wait_until_live()) << board_->errors();
  ASSERT_NO_FATAL_FAILURE(call(20));
  ASSERT_NO_FATAL_FAILURE(wait_until_all_is_shown());
  EXPECT_EQ(server_->stop(), 0);
  const std::size_t shown_before = board_->shown().size();
  const int times_live = board_->times_live();
  std::filesystem::remove_all(server_->data());
  server_->start();
  ASSERT_TRUE(board_->wait_until_live(times_live)) << board_->errors();
  ASSERT_NO_FATAL_FAILURE(call(5));
  ASSERT_NO_FATAL_FAILURE(wait_until_all_is_shown());
  expect_every_call_was_shown_once(shown_before);
}

}  // namespace
}  // namespace navbat::e2e
