// One connection to one SQLite file, opened the only way this project opens one.
//
// Settings are those of the design: WAL, synchronous=FULL, foreign keys, no trusted schema, checked
// cells. They are set and then read back; a file or library that gives another one is refused. A
// file has exactly one writing connection, and that one alone checkpoints: SQLite before 3.51.3 can
// corrupt a WAL when two do. Whoever opens a writer holds the DirectoryLock of its folder.
//
// Not thread-safe: one thread at a time uses a Database.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server_sync/store/error.h"
#include "server_sync/store/limits.h"
#include "server_sync/store/sqlite/statement.h"

namespace navbat::store::sqlite {

/// One numbered step of a schema. Steps are never changed once released; a change is a new step.
struct Migration {
  int number;               // 1, 2, 3 … without gaps
  std::string_view reason;  // why, for the log
  const char* sql;          // may hold several statements
};

/// What a kind of file is: how it is recognised and how it came to be.
struct Schema {
  std::string_view name;        // for messages: "branch database"
  std::int32_t application_id;  // in the file's header
  std::span<const Migration> migrations;
};

struct OpenOptions {
  /// The SQLite VFS by its registered name; null is the operating system's.
  const char* vfs = nullptr;
  std::chrono::milliseconds busy_timeout = limits::kBusyTimeout;
  /// Reads the whole file and checks its structure. Costs about a second for each gigabyte.
  bool check_structure = true;
};

class Database {
 public:
  /// Opens the file for writing, creates it when it is missing, and brings an older one up to the
  /// newest migration, each in a transaction of its own. Refuses, changing nothing: a file of
  /// another kind (kNotOurs), a newer schema (kNewerSchema), another setting (kSettings), damage
  /// (kCorrupt), a path that cannot be opened (kCannotOpen).
  [[nodiscard]] static Result<Database> open_writer(const std::string& path, const Schema& schema,
                                                    const OpenOptions& options = {});

  /// Opens an existing, up-to-date file for reading: query_only, never checkpoints.
  [[nodiscard]] static Result<Database> open_reader(const std::string& path, const Schema& schema,
                                                    const OpenOptions& options = {});

  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) noexcept;
  ~Database();

  /// Runs one statement that returns no rows. `sql` is a constant; it is prepared once.
  template <class... Values>
  [[nodiscard]] Status run(std::string_view sql, const Values&... values);

  /// Calls `use(Row&)` for each row. `use` returns nothing, or bool: false ends the query.
  template <class Use, class... Values>
  [[nodiscard]] Status each_row(std::string_view sql, Use use, const Values&... values);

  /// The first row as `make(Row&)` builds it, or nothing.
  template <class Make, class... Values>
  [[nodiscard]] auto one_row(std::string_view sql, Make make, const Values&... values)
      -> Result<std::optional<std::decay_t<decltype(make(std::declval<Row&>()))>>>;

  /// Runs statements that are not worth keeping prepared.
  [[nodiscard]] Status script(const char* sql);

  /// Rows that the last run() changed.
  [[nodiscard]] std::int64_t changes() const;

  /// True between BEGIN and COMMIT or ROLLBACK.
  [[nodiscard]] bool in_transaction() const;

  /// Compares every demanded setting with what SQLite says now.
  [[nodiscard]] Status check_settings();

  /// Structure of all pages and indexes; kCorrupt with SQLite's first finding.
  [[nodiscard]] Status check_structure();

  /// Pages in the write-ahead log after the last commit of this connection.
  [[nodiscard]] int log_pages() const { return *log_pages_; }

  /// Copies the log into the database as far as readers let it. With `wait`, waits for readers up
  /// to the busy timeout and empties the log; kBusy when they did not let it.
  [[nodiscard]] Status checkpoint(bool wait);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] sqlite3* handle() { return handle_; }

 private:
  enum class Mode { kWriter, kReader };

  /// A prepared statement on loan: reset and unbound when it goes out of scope.
  class Lease {
   public:
    Lease(Database& database, sqlite3_stmt* statement, bool* in_use);
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease();
    [[nodiscard]] sqlite3_stmt* get() const { return statement_; }
    /// True: a row is there. False: done.
    [[nodiscard]] Result<bool> step();

   private:
    Database& database_;
    sqlite3_stmt* statement_;
    bool* in_use_;
  };

  struct Cached {
    sqlite3_stmt* statement = nullptr;
    bool in_use = false;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  Database(std::string path, Mode mode) : path_(std::move(path)), mode_(mode) {}

  [[nodiscard]] static Result<Database> open(const std::string& path, const Schema& schema,
                                             const OpenOptions& options, Mode mode);
  [[nodiscard]] Status open_handle(const OpenOptions& options);
  [[nodiscard]] Status identify(const Schema& schema, int& version);
  [[nodiscard]] Status apply_settings();
  [[nodiscard]] Status migrate(const Schema& schema, int version);
  [[nodiscard]] Result<Cached*> prepare(std::string_view sql);
  [[nodiscard]] tl::unexpected<Error> last_error(std::string_view doing) const;
  [[nodiscard]] tl::unexpected<Error> bad_column(std::string_view sql) const;
  void close() noexcept;

  std::string path_;
  Mode mode_;
  sqlite3* handle_ = nullptr;
  // On the heap, so that SQLite's hook finds it wherever the Database moves.
  std::unique_ptr<int> log_pages_ = std::make_unique<int>(0);
  std::unordered_map<std::string, Cached, Hash, std::equal_to<>> statements_;
};

/// The error that a result code of SQLite stands for. `what` names the file and the deed.
[[nodiscard]] Error error_of(int result_code, const std::string& what);

template <class... Values>
Status Database::run(std::string_view sql, const Values&... values) {
  const auto ignore = [](Row&) {};
  return each_row(sql, ignore, values...);
}

template <class Use, class... Values>
Status Database::each_row(std::string_view sql, Use use, const Values&... values) {
  auto cached = prepare(sql);
  if (!cached) return tl::unexpected(cached.error());
  Lease lease(*this, (*cached)->statement, &(*cached)->in_use);
  if (detail::bind_all(lease.get(), values...) != SQLITE_OK) return last_error(sql);
  for (;;) {
    const Result<bool> more = lease.step();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return {};
    Row row(lease.get());
    bool go_on = true;
    if constexpr (std::is_same_v<decltype(use(row)), bool>) {
      go_on = use(row);
    } else {
      use(row);
    }
    if (row.is_bad()) return bad_column(sql);
    if (!go_on) return {};
  }
}

template <class Make, class... Values>
auto Database::one_row(std::string_view sql, Make make, const Values&... values)
    -> Result<std::optional<std::decay_t<decltype(make(std::declval<Row&>()))>>> {
  std::optional<std::decay_t<decltype(make(std::declval<Row&>()))>> found;
  const Status done = each_row(
      sql,
      [&](Row& row) {
        found = make(row);
        return false;
      },
      values...);
  if (!done) return tl::unexpected(done.error());
  return found;
}

}  // namespace navbat::store::sqlite
