#include "server_sync/store/sqlite/database.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "server_sync/store/sqlite/settings.h"

namespace navbat::store::sqlite {
namespace {

int remember_log_pages(void* pages, sqlite3*, const char*, int in_log) {
  *static_cast<int*>(pages) = in_log;
  return SQLITE_OK;
}

int newest_of(const Schema& schema) { return static_cast<int>(schema.migrations.size()); }

bool same_text(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(x) == lower(y);
  });
}

ErrorCode code_of(int result_code) {
  if (result_code == SQLITE_IOERR_NOMEM) return ErrorCode::kOutOfMemory;
  switch (result_code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return ErrorCode::kBusy;
    case SQLITE_FULL:
      return ErrorCode::kFull;
    case SQLITE_CORRUPT:
      return ErrorCode::kCorrupt;
    case SQLITE_NOTADB:
      return ErrorCode::kNotOurs;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
      return ErrorCode::kCannotOpen;
    case SQLITE_CONSTRAINT:
      return ErrorCode::kConstraint;
    case SQLITE_TOOBIG:
      return ErrorCode::kTooBig;
    case SQLITE_NOMEM:
      return ErrorCode::kOutOfMemory;
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
    case SQLITE_SCHEMA:
      return ErrorCode::kMisuse;
    default:
      return ErrorCode::kIo;
  }
}

}  // namespace

Error error_of(int result_code, const std::string& what) {
  return {code_of(result_code), what + ": " + sqlite3_errstr(result_code) + " (SQLite code " +
                                    std::to_string(result_code) + ")"};
}

Database::Lease::Lease(Database& database, sqlite3_stmt* statement, bool* in_use)
    : database_(database), statement_(statement), in_use_(in_use) {
  *in_use_ = true;
}

Database::Lease::~Lease() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  *in_use_ = false;
}

Result<bool> Database::Lease::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return database_.last_error(sqlite3_sql(statement_));
}

Database::Database(Database&& other) noexcept
    : path_(std::move(other.path_)),
      mode_(other.mode_),
      handle_(std::exchange(other.handle_, nullptr)),
      log_pages_(std::move(other.log_pages_)),
      statements_(std::move(other.statements_)) {
  other.statements_.clear();
}

Database& Database::operator=(Database&& other) noexcept {
  if (this == &other) return *this;
  close();
  path_ = std::move(other.path_);
  mode_ = other.mode_;
  handle_ = std::exchange(other.handle_, nullptr);
  log_pages_ = std::move(other.log_pages_);
  statements_ = std::move(other.statements_);
  other.statements_.clear();
  return *this;
}

Database::~Database() { close(); }

void Database::close() noexcept {
  for (auto& [sql, cached] : statements_) {
    assert(!cached.in_use);
    sqlite3_finalize(cached.statement);
  }
  statements_.clear();
  [[maybe_unused]] const int code = sqlite3_close(std::exchange(handle_, nullptr));
  assert(code == SQLITE_OK);
}

Result<Database> Database::open_writer(const std::string& path, const Schema& schema,
                                       const OpenOptions& options) {
  return open(path, schema, options, Mode::kWriter);
}

Result<Database> Database::open_reader(const std::string& path, const Schema& schema,
                                       const OpenOptions& options) {
  return open(path, schema, options, Mode::kReader);
}

Result<Database> Database::open(const std::string& path, const Schema& schema,
                                const OpenOptions& options, Mode mode) {
  Database database(path, mode);
  if (const Status opened = database.open_handle(options); !opened) {
    return tl::unexpected(opened.error());
  }
  int version = 0;
  if (const Status known = database.identify(schema, version); !known) {
    return tl::unexpected(known.error());
  }
  if (const Status set = database.apply_settings(); !set) return tl::unexpected(set.error());
  if (mode == Mode::kWriter) {
    if (version > 0 && options.check_structure) {
      if (const Status sound = database.check_structure(); !sound) {
        return tl::unexpected(sound.error());
      }
    }
    if (const Status migrated = database.migrate(schema, version); !migrated) {
      return tl::unexpected(migrated.error());
    }
  }
  return database;
}

Status Database::open_handle(const OpenOptions& options) {
  const int access =
      mode_ == Mode::kWriter ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
  const int flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(path_.c_str(), &handle_, flags, options.vfs);
  if (code != SQLITE_OK) return tl::unexpected(error_of(code, path_ + ": cannot open"));
  if (sqlite3_db_readonly(handle_, "main") != 0) {
    return fail(ErrorCode::kCannotOpen, path_ + ": cannot open for writing, check permissions");
  }
  sqlite3_busy_timeout(handle_, static_cast<int>(options.busy_timeout.count()));
  sqlite3_limit(handle_, SQLITE_LIMIT_LENGTH, limits::kValueBytes);
  // Double-quoted text as a string hides a misspelt column; DEFENSIVE keeps SQL from harming files.
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  if (mode_ == Mode::kReader) {
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  }
  return {};
}

// Looks before touching: nothing is written to a file that is not ours.
Status Database::identify(const Schema& schema, int& version) {
  const auto number = [](Row& row) { return row.take<std::int64_t>(); };
  const auto text = [](Row& row) { return row.take<std::string>(); };
  const std::string name(schema.name);
  const auto application = one_row("PRAGMA application_id", number);
  if (!application) {
    if (application.error().code == ErrorCode::kNotOurs) {
      return fail(ErrorCode::kNotOurs, path_ + ": expected a Navbat " + name +
                                           ", found a file that is no SQLite database");
    }
    return tl::unexpected(application.error());
  }
  const auto user_version = one_row("PRAGMA user_version", number);
  if (!user_version) return tl::unexpected(user_version.error());
  const auto tables = one_row("SELECT count(*) FROM sqlite_schema", number);
  if (!tables) return tl::unexpected(tables.error());

  const std::int64_t found = user_version->value_or(0);
  const bool empty = application->value_or(0) == 0 && found == 0 && tables->value_or(0) == 0;
  if (empty && mode_ == Mode::kWriter) return {};
  if (application->value_or(0) != schema.application_id || found < 1) {
    return fail(ErrorCode::kNotOurs,
                path_ + ": expected a Navbat " + name + ", found another program's database");
  }
  if (found > newest_of(schema)) {
    return fail(ErrorCode::kNewerSchema,
                path_ + ": " + name + " of schema " + std::to_string(found) +
                    ", written by a newer Navbat; this program knows up to " +
                    std::to_string(newest_of(schema)));
  }
  if (found < newest_of(schema) && mode_ == Mode::kReader) {
    return fail(ErrorCode::kMisuse, path_ + ": opened for reading before the writer migrated it");
  }
  const auto journal = one_row("PRAGMA journal_mode", text);
  if (!journal) return tl::unexpected(journal.error());
  if (!same_text(journal->value_or(""), "wal")) {
    return fail(ErrorCode::kSettings, path_ + ": expected journal_mode=wal, found " +
                                          journal->value_or("nothing") +
                                          "; another program has changed this file");
  }
  version = static_cast<int>(found);
  return {};
}

Status Database::apply_settings() {
  const auto settings = mode_ == Mode::kWriter ? writer_settings() : reader_settings();
  for (const Setting& setting : settings) {
    if (setting.set == nullptr) continue;
    if (const Status set = script(setting.set); !set) return set;
  }
  // Setting wal_autocheckpoint removes the hook, so the hook comes after.
  if (mode_ == Mode::kWriter) sqlite3_wal_hook(handle_, remember_log_pages, log_pages_.get());
  return check_settings();
}

Status Database::check_settings() {
  const auto settings = mode_ == Mode::kWriter ? writer_settings() : reader_settings();
  for (const Setting& setting : settings) {
    std::string found = "nothing";
    const auto keep = [&](Row& row) {
      // Numbers and texts alike are compared as text; a CAST is not possible in a PRAGMA.
      found = row.take_any_as_text();
      return false;
    };
    if (const Status read = each_row(setting.get, keep); !read) return read;
    if (!same_text(found, setting.demanded)) {
      return fail(ErrorCode::kSettings, path_ + ": expected " + setting.name + "=" +
                                            std::string(setting.demanded) + " (" + setting.why +
                                            "), found " + found);
    }
  }
  return {};
}

Status Database::check_structure() {
  const auto finding =
      one_row("PRAGMA quick_check(1)", [](Row& row) { return row.take<std::string>(); });
  if (!finding) return tl::unexpected(finding.error());
  if (finding->value_or("no answer") == "ok") return {};
  std::string text = finding->value_or("no answer");
  std::replace(text.begin(), text.end(), '\n', ' ');
  return fail(ErrorCode::kCorrupt, path_ + ": damaged: " + text);
}

Status Database::migrate(const Schema& schema, int version) {
  for (const Migration& step : schema.migrations) {
    if (step.number <= version) continue;
    if (step.number != version + 1) {
      return fail(ErrorCode::kMisuse, "migrations are not numbered 1, 2, 3 …");
    }
    std::string sql = "BEGIN IMMEDIATE;";
    sql += step.sql;
    sql += ";PRAGMA application_id = " + std::to_string(schema.application_id);
    sql += ";PRAGMA user_version = " + std::to_string(step.number) + ";COMMIT;";
    if (Status done = script(sql.c_str()); !done) {
      if (in_transaction()) (void)script("ROLLBACK");
      done.error().message = path_ + ": migration " + std::to_string(step.number) + " (" +
                             std::string(step.reason) + ") failed: " + done.error().message;
      return done;
    }
    version = step.number;
  }
  return {};
}

Status Database::script(const char* sql) {
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return {};
  return last_error(sql);
}

std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

Status Database::checkpoint(bool wait) {
  const int mode = wait ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
  const int code = sqlite3_wal_checkpoint_v2(handle_, "main", mode, nullptr, nullptr);
  if (code != SQLITE_OK) return last_error("checkpoint");
  if (wait) *log_pages_ = 0;
  return {};
}

Result<Database::Cached*> Database::prepare(std::string_view sql) {
  assert(handle_ != nullptr);
  const auto known = statements_.find(sql);
  if (known != statements_.end()) {
    assert(!known->second.in_use && "a query runs inside itself");
    return &known->second;
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return last_error(sql);
  return &statements_.emplace(std::string(sql), Cached{statement, false}).first->second;
}

tl::unexpected<Error> Database::last_error(std::string_view doing) const {
  const int code = sqlite3_extended_errcode(handle_);
  std::string what(doing.substr(0, 60));
  std::replace(what.begin(), what.end(), '\n', ' ');
  return fail(code_of(code), path_ + ": " + sqlite3_errmsg(handle_) + " (SQLite code " +
                                 std::to_string(code) + ", in: " + what + ")");
}

tl::unexpected<Error> Database::bad_column(std::string_view sql) const {
  return fail(ErrorCode::kCorrupt, path_ + ": a column holds another type than expected, in: " +
                                       std::string(sql.substr(0, 60)));
}

}  // namespace navbat::store::sqlite
