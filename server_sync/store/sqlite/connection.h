// SQLite behind the seams of transaction.h: the one writing connection, and readers for reports.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server_sync/store/sqlite/database.h"
#include "server_sync/store/transaction.h"

namespace navbat::store::sqlite {

/// The Database behind a ReadView or Transaction. It must be SQLite's: a program that mixes two
/// kinds of database asserts.
[[nodiscard]] Database& database_of(ReadView& view);

/// What every SQLite view has.
class SqliteView {
 public:
  virtual ~SqliteView() = default;
  [[nodiscard]] virtual Database& database() = 0;
};

/// The one connection that writes and checkpoints. The caller holds the DirectoryLock.
class SqliteWriteConnection final : public WriteConnection {
 public:
  /// Opens, creates or migrates the file; see Database::open_writer. `path` and the schema's
  /// migrations are kept for recover().
  [[nodiscard]] static Result<std::unique_ptr<SqliteWriteConnection>> open(
      const std::string& path, const Schema& schema, const OpenOptions& options = {});

  [[nodiscard]] Result<Transaction*> begin() override;
  [[nodiscard]] Status commit() override;
  void rollback() override;
  [[nodiscard]] Status recover() override;
  [[nodiscard]] Status maintain() override;

  /// Null while a recover() has failed.
  [[nodiscard]] Database* database() { return database_ ? &*database_ : nullptr; }

 private:
  class SqliteTransaction final : public Transaction, public SqliteView {
   public:
    explicit SqliteTransaction(SqliteWriteConnection& owner) : owner_(owner) {}
    [[nodiscard]] Database& database() override { return *owner_.database_; }

   private:
    SqliteWriteConnection& owner_;
  };

  SqliteWriteConnection(Database database, const Schema& schema, const OpenOptions& options);

  std::string path_;
  Schema schema_;
  OpenOptions options_;
  std::optional<Database> database_;
  SqliteTransaction transaction_{*this};
  int log_pages_at_checkpoint_ = 0;
};

/// One snapshot of the database for one report. Returns its connection to the pool at its end.
class SqliteReader final : public ReadView, public SqliteView {
 public:
  SqliteReader(class ReaderPool& pool, std::unique_ptr<Database> database);
  ~SqliteReader() override;
  [[nodiscard]] Database& database() override { return *database_; }

 private:
  ReaderPool& pool_;
  std::unique_ptr<Database> database_;
};

/// Reading connections, opened when needed and kept. Thread-safe; outlives its readers.
class ReaderPool {
 public:
  /// The file must have been opened by its writer before.
  ReaderPool(std::string path, const Schema& schema, const OpenOptions& options = {},
             std::size_t most = limits::kReaders);

  /// A reader that sees everything committed before this call and nothing after. kOverloaded when
  /// all are in use.
  [[nodiscard]] Result<std::unique_ptr<ReadView>> acquire();

 private:
  friend class SqliteReader;
  void give_back(std::unique_ptr<Database> database);

  const std::string path_;
  const Schema schema_;
  const OpenOptions options_;
  const std::size_t most_;
  std::mutex mutex_;
  std::size_t lent_ = 0;                          // guarded by mutex_
  std::vector<std::unique_ptr<Database>> spare_;  // guarded by mutex_
};

}  // namespace navbat::store::sqlite
