// A board that was killed, and one whose cursor nobody knows any more.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

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

  // The versions that the board showed after the first `before` of them.
  [[nodiscard]] std::vector<std::int64_t> shown_after(std::size_t before) const {
    std::vector<std::int64_t> versions;
    for (const auto& shown : board_->shown()) versions.push_back(shown.version);
    versions.erase(versions.begin(), versions.begin() + static_cast<std::ptrdiff_t>(before));
    return versions;
  }

  // Those of the calls that the server knows, after the first `before`.
  [[nodiscard]] std::vector<std::int64_t> called_after(std::size_t before) const {
    std::vector<std::int64_t> versions;
    for (const CallEvent& call : calls_of_branch(server_->port())) versions.push_back(call.version);
    versions.erase(versions.begin(), versions.begin() + static_cast<std::ptrdiff_t>(before));
    return versions;
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
  const std::size_t before = board_->shown().size();
  EXPECT_EQ(shown_after(0), called_after(0));
  ASSERT_NO_FATAL_FAILURE(call(30));
  board_->start();
  ASSERT_NO_FATAL_FAILURE(wait_until_all_is_shown());
  ASSERT_NO_FATAL_FAILURE(call(5));
  ASSERT_NO_FATAL_FAILURE(wait_until_all_is_shown());
  const std::vector<std::int64_t> shown = shown_after(before);
  // The last ones before its death again, if its place was not on the disk yet: better than to lose
  // one. Then each that it missed, once.
  const std::int64_t newest_before = board_->shown()[before - 1].version;
  const auto again = static_cast<std::size_t>(std::count_if(
      shown.begin(), shown.end(), [&](std::int64_t version) { return version <= newest_before; }));
  ASSERT_LT(again, before);
  EXPECT_EQ(shown, called_after(before - again));
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
  EXPECT_EQ(shown_after(shown_before), called_after(0));
}

}  // namespace
}  // namespace navbat::e2e
