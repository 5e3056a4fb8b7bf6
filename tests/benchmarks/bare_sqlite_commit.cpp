#include "tests/benchmarks/bare_sqlite_commit.h"

#include <sqlite3.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "server_sync/store/limits.h"
#include "server_sync/store/sqlite/branch_schema.h"
#include "server_sync/store/sqlite/sqlite_device_store.h"

namespace navbat::benchmarks {
namespace {

using Clock = std::chrono::steady_clock;

// Mean lengths in the database of a demo branch.
constexpr std::size_t kPayloadBytes = 266;
constexpr std::size_t kAnswerBytes = 493;
constexpr std::int64_t kDay = 20261123;
constexpr std::int64_t kStartMs = 1795410000000;

class Bare {
 public:
  Bare(const std::string& path, const store::sqlite::Schema& schema) {
    check(sqlite3_open(path.c_str(), &handle_));
    execute(
        "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
        "PRAGMA recursive_triggers = ON; PRAGMA temp_store = MEMORY;"
        "PRAGMA cache_size = -32768");
    execute("PRAGMA wal_autocheckpoint = " + std::to_string(store::limits::kCheckpointPages));
    for (const auto& migration : schema.migrations) execute(migration.sql);
  }
  Bare(const Bare&) = delete;
  Bare& operator=(const Bare&) = delete;
  ~Bare() {
    for (sqlite3_stmt* statement : statements_) sqlite3_finalize(statement);
    sqlite3_close(handle_);
  }

  void execute(const std::string& sql) {
    check(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr));
  }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    statements_.push_back(statement);
    return statement;
  }
  void run(sqlite3_stmt* statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) check(sqlite3_errcode(handle_));
    sqlite3_reset(statement);
  }

 private:
  void check(int code) {
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(handle_));
  }

  sqlite3* handle_ = nullptr;
  std::vector<sqlite3_stmt*> statements_;
};

std::array<unsigned char, 16> id_of(int n) {
  std::array<unsigned char, 16> id{};
  std::memcpy(id.data() + 12, &n, sizeof(n));
  const std::uint32_t high = static_cast<std::uint32_t>(n);
  for (std::size_t i = 0; i < 4; ++i) id[i] = static_cast<unsigned char>(high >> (24 - 8 * i));
  return id;
}

void bind_text(sqlite3_stmt* statement, int index, const std::string& text) {
  sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void bind_blob(sqlite3_stmt* statement, int index, const void* data, std::size_t size) {
  sqlite3_bind_blob(statement, index, data, static_cast<int>(size), SQLITE_STATIC);
}

// Writes `tickets` by calling write(n), `batch` of them to a commit, and takes the times.
template <class Write>
CommitRate measure(Bare& database, int tickets, int batch, Write write) {
  sqlite3_stmt* begin = database.prepare("BEGIN IMMEDIATE");
  sqlite3_stmt* commit = database.prepare("COMMIT");
  std::vector<double> times_ms;
  const double cpu_start = cpu_seconds();
  const auto start = Clock::now();
  for (int n = 1; n <= tickets;) {
    const auto before = Clock::now();
    database.run(begin);
    for (const int last = std::min(tickets, n + batch - 1); n <= last; ++n) write(n);
    database.run(commit);
    times_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - before).count());
  }
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  const double cpu = cpu_seconds() - cpu_start;
  std::sort(times_ms.begin(), times_ms.end());
  const auto at = [&](double share) {
    const auto rank = static_cast<std::size_t>(share * static_cast<double>(times_ms.size() - 1));
    return times_ms[rank];
  };
  return {tickets, tickets / seconds, at(0.5), at(0.99), cpu * 1e6 / tickets};
}

}  // namespace

CommitRate bare_server_commits(const std::string& directory, int tickets, int batch) {
  Bare database(directory + "/bare-server.db", store::sqlite::branch_schema());
  database.execute("INSERT INTO branches VALUES ('demo', 0, 20261123, 0)");
  sqlite3_stmt* head = database.prepare("UPDATE branches SET version = ?1 WHERE branch = 'demo'");
  sqlite3_stmt* event = database.prepare(
      "INSERT INTO events VALUES ('demo', ?1, 20261123, ?2, ?2, 'ticket_issued', ?3, "
      "'device:kiosk-1', ?4)");
  sqlite3_stmt* ticket = database.prepare(
      "INSERT INTO tickets VALUES (?1, 'demo', 20261123, 'A', ?2, 'cash', 'uz', 'waiting', NULL, "
      "NULL, '', 'kiosk-1', NULL, NULL, ?3, ?3, NULL, NULL, NULL, 300, 600, 900, ?3, 0, 0, 0)");
  sqlite3_stmt* answer =
      database.prepare("INSERT INTO answers VALUES ('device:kiosk-1', ?1, ?2, 201, ?3)");
  const std::string payload(kPayloadBytes, 'p');
  const std::string body(kAnswerBytes, 'b');
  const std::string hash(64, 'h');
  return measure(database, tickets, batch, [&](int n) {
    const auto id = id_of(n);
    const std::string key = "8f14e45f-ceea-467f-a8e4-" + std::to_string(100000000000 + n);
    sqlite3_bind_int64(head, 1, n);
    database.run(head);
    sqlite3_bind_int64(event, 1, n);
    sqlite3_bind_int64(event, 2, kStartMs + n);
    bind_blob(event, 3, id.data(), id.size());
    bind_blob(event, 4, payload.data(), payload.size());
    database.run(event);
    bind_blob(ticket, 1, id.data(), id.size());
    sqlite3_bind_int64(ticket, 2, n);
    sqlite3_bind_int64(ticket, 3, kStartMs + n);
    database.run(ticket);
    bind_text(answer, 1, key);
    bind_blob(answer, 2, hash.data(), hash.size());
    bind_blob(answer, 3, body.data(), body.size());
    database.run(answer);
  });
}

CommitRate bare_device_commits(const std::string& directory, int tickets) {
  Bare database(directory + "/bare-device.db", store::sqlite::device_schema());
  sqlite3_stmt* ticket = database.prepare(
      "INSERT INTO tickets VALUES (?1, ?2, 'AX', ?3, 'cash', 'uz', ?4, 300, 600, 900, ?4, 1, "
      "'waiting', 0, 0, NULL, NULL)");
  sqlite3_stmt* number = database.prepare(
      "INSERT INTO numbers VALUES (?1, 'AX', ?2) ON CONFLICT DO UPDATE SET last = excluded.last");
  sqlite3_stmt* progress = database.prepare("UPDATE progress SET last_seq = ?1");
  sqlite3_stmt* outbox =
      database.prepare("INSERT INTO outbox VALUES (?1, ?2, 'ticket_issued', ?3)");
  const std::string payload(kPayloadBytes, 'p');
  return measure(database, tickets, 1, [&](int n) {
    const auto id = id_of(n);
    bind_blob(ticket, 1, id.data(), id.size());
    sqlite3_bind_int64(ticket, 2, kDay);
    sqlite3_bind_int64(ticket, 3, n);
    sqlite3_bind_int64(ticket, 4, kStartMs + n);
    database.run(ticket);
    sqlite3_bind_int64(number, 1, kDay);
    sqlite3_bind_int64(number, 2, n);
    database.run(number);
    sqlite3_bind_int64(progress, 1, n);
    database.run(progress);
    sqlite3_bind_int64(outbox, 1, n);
    sqlite3_bind_int64(outbox, 2, kStartMs + n);
    bind_blob(outbox, 3, payload.data(), payload.size());
    database.run(outbox);
  });
}

double cpu_seconds() {
  timespec used{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

std::string to_line(const std::string& what, const CommitRate& rate) {
  std::array<char, 200> text{};
  std::snprintf(text.data(), text.size(),
                "%s: %.0f tickets/s, a commit p50 %.2f ms, p99 %.2f ms, %.0f us of CPU a ticket",
                what.c_str(), rate.tickets_per_s, rate.p50_ms, rate.p99_ms, rate.cpu_us);
  return text.data();
}

}  // namespace navbat::benchmarks
