#include "server_sync/store/sqlite/database.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "server_sync/store/sqlite/settings.h"
#include "tests/store/small_schema.h"
#include "tests/support/temp_dir.h"

namespace navbat::store {
namespace {

using sqlite::Database;
using sqlite::Row;

class OpeningADatabase : public ::testing::Test {
 protected:
  Database open() {
    auto database = Database::open_writer(path_, kSmallSchema);
    EXPECT_TRUE(database.has_value()) << database.error().message;
    return std::move(*database);
  }
  Error refusal() {
    auto database = Database::open_writer(path_, kSmallSchema);
    EXPECT_FALSE(database.has_value());
    return database ? Error{ErrorCode::kMisuse, "was not refused"} : database.error();
  }
  std::string bytes() {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  testing::TempDir dir_;
  std::string path_ = dir_.file("notes.db");
};

TEST_F(OpeningADatabase, SetsEverySettingAndKeepsWhatWasWritten) {
  {
    Database database = open();
    EXPECT_TRUE(database.check_settings().has_value());
    ASSERT_TRUE(database.run("INSERT INTO notes(text) VALUES (?1)", "first").has_value());
  }
  Database again = open();
  EXPECT_EQ(count_of(again, "SELECT count(*) FROM notes WHERE text = 'first'"), 1);
}

TEST_F(OpeningADatabase, NoticesEachSettingThatIsNotAsDemanded) {
  const std::vector<std::pair<std::string, std::string>> changes{
      {"synchronous", "PRAGMA synchronous = NORMAL"},
      {"synchronous", "PRAGMA synchronous = OFF"},
      {"foreign_keys", "PRAGMA foreign_keys = OFF"},
      {"trusted_schema", "PRAGMA trusted_schema = ON"},
      {"cell_size_check", "PRAGMA cell_size_check = OFF"},
      {"temp_store", "PRAGMA temp_store = FILE"},
      {"recursive_triggers", "PRAGMA recursive_triggers = OFF"},
      {"ignore_check_constraints", "PRAGMA ignore_check_constraints = ON"},
      {"wal_autocheckpoint", "PRAGMA wal_autocheckpoint = 1000"},
      {"journal_size_limit", "PRAGMA journal_size_limit = -1"},
      {"cache_size", "PRAGMA cache_size = 10"},
      {"locking_mode", "PRAGMA locking_mode = EXCLUSIVE"},
      {"query_only", "PRAGMA query_only = ON"},
      // Last, because it stays in the file.
      {"journal_mode", "PRAGMA journal_mode = DELETE"},
  };
  for (const auto& [name, change] : changes) {
    Database database = open();
    ASSERT_TRUE(database.script(change.c_str()).has_value()) << change;
    const Status checked = database.check_settings();
    ASSERT_FALSE(checked.has_value()) << change << " went unnoticed";
    expect_refused(checked.error(), ErrorCode::kSettings, "expected " + name + "=");
  }
}

TEST_F(OpeningADatabase, RefusesAFileThatAnotherProgramTookOutOfWal) {
  { Database database = open(); }
  tamper(path_, "PRAGMA journal_mode = DELETE");
  expect_refused(refusal(), ErrorCode::kSettings, "expected journal_mode=wal, found delete");
}

TEST_F(OpeningADatabase, RefusesAnotherPageSize) {
  { Database database = open(); }
  tamper(path_,
         "PRAGMA journal_mode = DELETE; PRAGMA page_size = 8192; VACUUM;"
         "PRAGMA journal_mode = WAL");
  expect_refused(refusal(), ErrorCode::kSettings, "expected page_size=4096");
}

TEST_F(OpeningADatabase, RefusesAnotherEncoding) {
  tamper(path_, "PRAGMA encoding = 'UTF-16le'; CREATE TABLE t(a); DROP TABLE t;");
  expect_refused(refusal(), ErrorCode::kSettings, "expected encoding=UTF-8");
}

TEST_F(OpeningADatabase, RefusesANewerSchemaAndLeavesItAsItWas) {
  { Database database = open(); }
  tamper(path_, "PRAGMA user_version = 3");
  const std::string before = bytes();
  expect_refused(refusal(), ErrorCode::kNewerSchema, "knows up to 2");
  EXPECT_EQ(bytes(), before);
}

TEST_F(OpeningADatabase, RefusesAnotherProgramsDatabaseAndLeavesItAsItWas) {
  tamper(path_, "CREATE TABLE cookies(a)");
  const std::string before = bytes();
  expect_refused(refusal(), ErrorCode::kNotOurs, "another program's database");
  EXPECT_EQ(bytes(), before);
}

TEST_F(OpeningADatabase, RefusesANavbatFileOfAnotherKind) {
  { Database database = open(); }
  tamper(path_, "PRAGMA application_id = 7");
  expect_refused(refusal(), ErrorCode::kNotOurs, "expected a Navbat note book");
}

TEST_F(OpeningADatabase, RefusesAFileThatIsNoDatabase) {
  std::ofstream(path_) << std::string(8192, 'x');
  expect_refused(refusal(), ErrorCode::kNotOurs, "no SQLite database");
}

TEST_F(OpeningADatabase, RefusesADamagedFile) {
  {
    Database database = open();
    for (int i = 0; i < 500; ++i) {
      ASSERT_TRUE(database.run("INSERT INTO notes(text) VALUES (?1)", std::string(100, 'a')));
    }
  }
  {
    std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096 * 5);
    file << std::string(4096, '\xff');
  }
  expect_refused(refusal(), ErrorCode::kCorrupt, path_);
}

TEST_F(OpeningADatabase, RefusesADirectoryInItsPlace) {
  std::filesystem::create_directory(path_);
  expect_refused(refusal(), ErrorCode::kCannotOpen, path_);
}

TEST_F(OpeningADatabase, BringsAnOldFileUpToDateInPlace) {
  {
    auto old = Database::open_writer(path_, kSmallSchemaStepOne);
    ASSERT_TRUE(old.has_value());
    ASSERT_TRUE(old->run("INSERT INTO notes(text) VALUES ('old')").has_value());
  }
  Database database = open();
  EXPECT_EQ(count_of(database, "PRAGMA user_version"), 2);
  EXPECT_EQ(count_of(database, "SELECT count(*) FROM notes WHERE colour = 'red'"), 1);
}

TEST_F(OpeningADatabase, UndoesAMigrationThatFails) {
  { ASSERT_TRUE(Database::open_writer(path_, kSmallSchemaStepOne).has_value()); }
  const std::array<sqlite::Migration, 2> broken{{
      kSmallMigrations[0],
      {2, "half a step", "CREATE TABLE half(a); INSERT INTO nowhere VALUES (1)"},
  }};
  const auto failed = Database::open_writer(path_, {"note book", 0x4e767431, broken});
  ASSERT_FALSE(failed.has_value());
  EXPECT_NE(failed.error().message.find("migration 2 (half a step)"), std::string::npos);
  Database database = open();
  EXPECT_EQ(count_of(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
}

TEST_F(OpeningADatabase, NeverWritesThroughAReader) {
  Database writer = open();
  auto reader = Database::open_reader(path_, kSmallSchema);
  ASSERT_TRUE(reader.has_value()) << reader.error().message;
  EXPECT_FALSE(reader->run("INSERT INTO notes(text) VALUES ('no')").has_value());
  EXPECT_EQ(count_of(writer, "SELECT count(*) FROM notes"), 0);
}

TEST_F(OpeningADatabase, DoesNotMakeAFileForAReader) {
  EXPECT_FALSE(Database::open_reader(path_, kSmallSchema).has_value());
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(OpeningADatabase, SaysWhenAColumnHoldsAnotherTypeThanExpected) {
  Database database = open();
  const auto wrong = database.one_row("SELECT 'seven'", [](Row& row) { return row.take<int>(); });
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().code, ErrorCode::kCorrupt);
  const auto too_large =
      database.one_row("SELECT 5000000000", [](Row& row) { return row.take<std::int32_t>(); });
  EXPECT_FALSE(too_large.has_value());
}

TEST_F(OpeningADatabase, KeepsTextsAndBlobsByteForByte) {
  Database database = open();
  const std::string text("a\0b\xC3\xB6", 5);
  const auto back = database.one_row(
      "SELECT ?1, ?2, ?3",
      [](Row& row) {
        const auto first = row.take<std::string>();
        const auto second = row.take<std::string>();
        return std::tuple(first, second, row.take<std::optional<std::string>>());
      },
      text, sqlite::Blob{""}, std::optional<std::string>());
  ASSERT_TRUE(back.has_value() && back->has_value());
  EXPECT_EQ(**back, std::tuple(text, std::string(), std::optional<std::string>()));
}

}  // namespace
}  // namespace navbat::store
