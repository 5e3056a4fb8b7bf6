#pragma once
// A fresh branch database for tests, spoken to in single durable transactions.

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>

#include "server_sync/store/sqlite/branch_schema.h"
#include "server_sync/store/sqlite/connection.h"
#include "server_sync/store/sqlite/sqlite_branch_store.h"
#include "server_sync/store/sqlite/sqlite_identity_store.h"
#include "tests/support/temp_dir.h"

namespace navbat::store {

class BranchDatabase {
 public:
  BranchDatabase() { open(); }

  /// Closes and opens the file again.
  void reopen() {
    readers.reset();
    connection.reset();
    open();
  }

  /// Runs `work` in a transaction and commits it when it succeeds.
  Status write(const std::function<Status(Transaction&)>& work) {
    const auto transaction = connection->begin();
    if (!transaction) return tl::unexpected(transaction.error());
    Status done = work(**transaction);
    if (done) done = connection->commit();
    if (!done) connection->rollback();
    return done;
  }

  /// The same, where a failure fails the test.
  void must_write(const std::function<Status(Transaction&)>& work) {
    const Status done = write(work);
    EXPECT_TRUE(done.has_value()) << done.error().message;
  }

  std::unique_ptr<ReadView> view() {
    auto reader = readers->acquire();
    EXPECT_TRUE(reader.has_value()) << reader.error().message;
    return std::move(*reader);
  }

  testing::TempDir dir;
  std::string path = dir.file(sqlite::kBranchFileName);
  std::unique_ptr<sqlite::SqliteWriteConnection> connection;
  std::unique_ptr<sqlite::ReaderPool> readers;
  sqlite::SqliteBranchStore branches;
  sqlite::SqliteIdentityStore identities;

 private:
  void open() {
    auto opened = sqlite::SqliteWriteConnection::open(path, sqlite::branch_schema());
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    connection = std::move(*opened);
    readers = std::make_unique<sqlite::ReaderPool>(path, sqlite::branch_schema());
  }
};

/// The value of a Result whose failure fails the test.
template <class T>
T value_of(Result<T> result) {
  EXPECT_TRUE(result.has_value()) << result.error().message;
  return result ? std::move(*result) : T();
}

}  // namespace navbat::store
