#pragma once
// A schema of two steps for tests of what does not depend on tables, and short words to use it.

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "server_sync/store/sqlite/database.h"

namespace navbat::store {

inline constexpr std::array<sqlite::Migration, 2> kSmallMigrations{{
    {1, "notes", "CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"},
    {2, "notes have a colour", "ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'"},
}};
inline constexpr sqlite::Schema kSmallSchema{"note book", 0x4e767431, kSmallMigrations};
inline const sqlite::Schema kSmallSchemaStepOne{"note book", 0x4e767431,
                                                std::span(kSmallMigrations).first(1)};

/// What any SQLite program could do to a file. Fails the test when it cannot.
inline void tamper(const std::string& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
      << sqlite3_errmsg(handle);
  sqlite3_close(handle);
}

inline std::int64_t count_of(sqlite::Database& database, const std::string& sql) {
  const auto number =
      database.one_row(sql, [](sqlite::Row& row) { return row.take<std::int64_t>(); });
  EXPECT_TRUE(number.has_value()) << number.error().message;
  return number && *number ? **number : -1;
}

/// One clear line: not empty, no line break.
inline void expect_refused(const Error& error, ErrorCode code, const std::string& mentions) {
  EXPECT_EQ(name_of(error.code), name_of(code)) << error.message;
  EXPECT_NE(error.message.find(mentions), std::string::npos) << error.message;
  EXPECT_EQ(error.message.find('\n'), std::string::npos) << error.message;
}

}  // namespace navbat::store
