#include "server_sync/store/sqlite/connection.h"

#include <cassert>
#include <utility>

namespace navbat::store::sqlite {

Database& database_of(ReadView& view) {
  auto* sqlite = dynamic_cast<SqliteView*>(&view);
  assert(sqlite != nullptr && "a view of another kind of database");
  return sqlite->database();
}

Result<std::unique_ptr<SqliteWriteConnection>> SqliteWriteConnection::open(
    const std::string& path, const Schema& schema, const OpenOptions& options) {
  Result<Database> database = Database::open_writer(path, schema, options);
  if (!database) return tl::unexpected(database.error());
  return std::unique_ptr<SqliteWriteConnection>(
      new SqliteWriteConnection(std::move(*database), schema, options));
}

SqliteWriteConnection::SqliteWriteConnection(Database database, const Schema& schema,
                                             const OpenOptions& options)
    : path_(database.path()), schema_(schema), options_(options), database_(std::move(database)) {}

Result<Transaction*> SqliteWriteConnection::begin() {
  if (!database_) return fail(ErrorCode::kIo, path_ + ": not open since the last failure");
  if (const Status begun = database_->run("BEGIN IMMEDIATE"); !begun) {
    return tl::unexpected(begun.error());
  }
  return &transaction_;
}

Status SqliteWriteConnection::commit() { return database_->run("COMMIT"); }

void SqliteWriteConnection::rollback() {
  // A failed COMMIT or a full disk may have rolled back already.
  if (database_ && database_->in_transaction()) (void)database_->run("ROLLBACK");
}

Status SqliteWriteConnection::recover() {
  rollback();
  database_.reset();
  Result<Database> reopened = Database::open_writer(path_, schema_, options_);
  if (!reopened) return tl::unexpected(reopened.error());
  // Frames that a failed sync left in the log may be in the page cache only, and recovery counts
  // them as committed. Copying them into the database and emptying the log writes and syncs them
  // anew, so that nothing later depends on them.
  if (const Status emptied = reopened->checkpoint(true); !emptied) return emptied;
  database_ = std::move(*reopened);
  log_pages_at_checkpoint_ = 0;
  return {};
}

Status SqliteWriteConnection::maintain() {
  if (!database_) return {};
  const int pages = database_->log_pages();
  if (pages < log_pages_at_checkpoint_) log_pages_at_checkpoint_ = 0;  // the log began anew
  if (pages - log_pages_at_checkpoint_ < limits::kCheckpointPages) return {};
  log_pages_at_checkpoint_ = pages;
  const Status done = database_->checkpoint(pages >= limits::kLogPagesUrgent);
  // Readers in the way are no fault: the log grows and the next checkpoint takes it.
  if (!done && done.error().code == ErrorCode::kBusy) return {};
  return done;
}

SqliteReader::SqliteReader(ReaderPool& pool, std::unique_ptr<Database> database)
    : pool_(pool), database_(std::move(database)) {}

SqliteReader::~SqliteReader() { pool_.give_back(std::move(database_)); }

ReaderPool::ReaderPool(std::string path, const Schema& schema, const OpenOptions& options,
                       std::size_t most)
    : path_(std::move(path)), schema_(schema), options_(options), most_(most) {}

Result<std::unique_ptr<ReadView>> ReaderPool::acquire() {
  std::unique_ptr<Database> database;
  {
    const std::lock_guard lock(mutex_);
    if (lent_ >= most_) {
      return fail(ErrorCode::kOverloaded,
                  "all " + std::to_string(most_) + " readers are in use; try again later");
    }
    ++lent_;
    if (!spare_.empty()) {
      database = std::move(spare_.back());
      spare_.pop_back();
    }
  }
  if (!database) {
    Result<Database> opened = Database::open_reader(path_, schema_, options_);
    if (!opened) {
      give_back(nullptr);
      return tl::unexpected(opened.error());
    }
    database = std::make_unique<Database>(std::move(*opened));
  }
  // The snapshot is taken by the first read, so one follows at once.
  Status begun = database->run("BEGIN");
  if (begun) {
    begun = database->each_row("SELECT count(*) FROM sqlite_schema", [](Row&) {});
  }
  if (!begun) {
    give_back(nullptr);
    return tl::unexpected(begun.error());
  }
  return std::make_unique<SqliteReader>(*this, std::move(database));
}

void ReaderPool::give_back(std::unique_ptr<Database> database) {
  // A reader that cannot end its snapshot would hold the log; it is closed instead.
  if (database && database->in_transaction() && !database->run("ROLLBACK")) database.reset();
  const std::lock_guard lock(mutex_);
  assert(lent_ > 0);
  --lent_;
  if (database) spare_.push_back(std::move(database));
}

}  // namespace navbat::store::sqlite
