#include "server_sync/store/sqlite/directory_lock.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/store/small_schema.h"
#include "tests/support/temp_dir.h"

namespace navbat::store {
namespace {

using sqlite::DirectoryLock;

TEST(DataDirectory, BelongsToOneOwnerAtATime) {
  const testing::TempDir dir;
  auto first = DirectoryLock::acquire(dir.path());
  ASSERT_TRUE(first.has_value()) << first.error().message;
  const auto second = DirectoryLock::acquire(dir.path());
  ASSERT_FALSE(second.has_value());
  expect_refused(second.error(), ErrorCode::kInUse, "process " + std::to_string(::getpid()));
}

TEST(DataDirectory, IsFreeOnceItsOwnerIsGone) {
  const testing::TempDir dir;
  { ASSERT_TRUE(DirectoryLock::acquire(dir.path()).has_value()); }
  EXPECT_TRUE(DirectoryLock::acquire(dir.path()).has_value());
}

TEST(DataDirectory, StaysLockedWhenTheLockIsMoved) {
  const testing::TempDir dir;
  auto first = DirectoryLock::acquire(dir.path());
  ASSERT_TRUE(first.has_value());
  const DirectoryLock moved = std::move(*first);
  EXPECT_FALSE(DirectoryLock::acquire(dir.path()).has_value());
}

TEST(DataDirectory, IsMadeForItsOwnerOnly) {
  const testing::TempDir dir;
  const std::string inner = dir.file("a/b");
  ASSERT_TRUE(DirectoryLock::acquire(inner + "/").has_value());
  struct stat found {};
  ASSERT_EQ(::stat(inner.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0700U);
}

TEST(DataDirectory, IsRefusedWhereAFileStands) {
  const testing::TempDir dir;
  { ASSERT_TRUE(DirectoryLock::acquire(dir.path()).has_value()); }
  const auto refused = DirectoryLock::acquire(dir.file("navbat.lock/data"));
  ASSERT_FALSE(refused.has_value());
  expect_refused(refused.error(), ErrorCode::kCannotOpen, "cannot make the data directory");
}

}  // namespace
}  // namespace navbat::store
