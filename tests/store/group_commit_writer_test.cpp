#include "server_sync/store/group_commit_writer.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "server_sync/store/sqlite/connection.h"
#include "tests/store/small_schema.h"
#include "tests/support/temp_dir.h"

namespace navbat::store {
namespace {

// A connection that keeps a diary and fails when told to.
class FakeConnection final : public WriteConnection {
 public:
  class FakeTransaction final : public Transaction {};

  Result<Transaction*> begin() override {
    diary.push_back("begin");
    return &transaction_;
  }
  Status commit() override {
    diary.push_back("commit");
    if (commits_to_fail > 0 && commits_to_fail-- > 0) return fail(ErrorCode::kIo, "disk on fire");
    return {};
  }
  void rollback() override { diary.push_back("rollback"); }
  Status recover() override {
    diary.push_back("recover");
    if (recoveries_to_fail > 0 && recoveries_to_fail-- > 0) {
      return fail(ErrorCode::kIo, "still on fire");
    }
    return {};
  }
  Status maintain() override { return {}; }

  std::vector<std::string> diary;
  int commits_to_fail = 0;
  int recoveries_to_fail = 0;

 private:
  FakeTransaction transaction_;
};

class GroupCommit : public ::testing::Test {
 protected:
  GroupCommitWriter::Hooks hooks() {
    return {.before_commit = nullptr,
            .after_commit = [this] { note("published"); },
            .on_rollback = [this]() -> Status {
              note("rebuilt");
              return {};
            }};
  }
  void note(const std::string& text) { connection_.diary.push_back(text); }
  Job job(const std::string& name, Status result = {}) {
    return {[this, name, result](Transaction&) {
              note("run " + name);
              return result;
            },
            [this, name](const Status& outcome) { note((outcome ? "done " : "failed ") + name); }};
  }
  void submit(GroupCommitWriter& writer, Job one) {
    const Status taken = writer.submit(std::move(one));
    EXPECT_TRUE(taken.has_value());
  }
  using Diary = std::vector<std::string>;

  FakeConnection connection_;
};

TEST_F(GroupCommit, AnswersOnlyAfterTheCommitOfTheWholeBatch) {
  GroupCommitWriter writer(connection_, hooks());
  submit(writer, job("a"));
  submit(writer, job("b"));
  EXPECT_EQ(writer.run_pending(), 2U);
  EXPECT_EQ(connection_.diary,
            (Diary{"begin", "run a", "run b", "commit", "published", "done a", "done b"}));
}

TEST_F(GroupCommit, TakesNoMoreThanTheLimitAtOnce) {
  GroupCommitWriter writer(connection_, {}, {.batch_jobs = 2, .queued_jobs = 10});
  for (const char* name : {"a", "b", "c"}) submit(writer, job(name));
  writer.run_pending();
  EXPECT_EQ(connection_.diary, (Diary{"begin", "run a", "run b", "commit", "done a", "done b",
                                      "begin", "run c", "commit", "done c"}));
  EXPECT_EQ(writer.statistics().commits, 2U);
}

TEST_F(GroupCommit, FailsEveryJobOfABatchWhoseCommitFails) {
  connection_.commits_to_fail = 1;
  GroupCommitWriter writer(connection_, hooks());
  submit(writer, job("a"));
  submit(writer, job("b"));
  writer.run_pending();
  submit(writer, job("c"));
  writer.run_pending();
  EXPECT_EQ(connection_.diary, (Diary{"begin", "run a", "run b", "commit", "rollback", "recover",
                                      "rebuilt", "failed a", "failed b",  //
                                      "begin", "run c", "commit", "published", "done c"}));
}

TEST_F(GroupCommit, RunsNothingUntilTheDatabaseIsOpenAgain) {
  connection_.commits_to_fail = 1;
  connection_.recoveries_to_fail = 2;
  GroupCommitWriter writer(connection_, hooks());
  for (const char* name : {"a", "b", "c"}) {
    submit(writer, job(name));
    writer.run_pending();
  }
  EXPECT_EQ(connection_.diary,
            (Diary{"begin", "run a", "commit", "rollback", "recover", "failed a",  //
                   "recover", "failed b",                                          //
                   "recover", "rebuilt", "begin", "run c", "commit", "published", "done c"}));
}

TEST_F(GroupCommit, LetsABadJobFailAlone) {
  GroupCommitWriter writer(connection_, hooks());
  submit(writer, job("a"));
  submit(writer, job("bad", fail(ErrorCode::kConstraint, "twice")));
  submit(writer, job("c"));
  writer.run_pending();
  EXPECT_EQ(connection_.diary, (Diary{"begin", "run a",   "run bad",  "rollback",  "rebuilt",     //
                                      "begin", "run a",   "commit",   "published", "done a",      //
                                      "begin", "run bad", "rollback", "rebuilt",   "failed bad",  //
                                      "begin", "run c",   "commit",   "published", "done c"}));
}

TEST_F(GroupCommit, WritesWhatBelongsToTheBatchInItsTransaction) {
  GroupCommitWriter::Hooks with_batch = hooks();
  with_batch.before_commit = [this](Transaction&) -> Status {
    note("batch");
    return {};
  };
  GroupCommitWriter writer(connection_, with_batch);
  submit(writer, job("a"));
  writer.run_pending();
  EXPECT_EQ(connection_.diary, (Diary{"begin", "run a", "batch", "commit", "published", "done a"}));
}

TEST_F(GroupCommit, RefusesWhatDoesNotFitTheQueue) {
  GroupCommitWriter writer(connection_, {}, {.batch_jobs = 8, .queued_jobs = 2});
  submit(writer, job("a"));
  submit(writer, job("b"));
  const Status refused = writer.submit(job("c"));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::kOverloaded);
  EXPECT_EQ(writer.statistics().refused, 1U);
  writer.run_pending();
  EXPECT_TRUE(writer.submit(job("c")).has_value());
  writer.run_pending();
}

TEST_F(GroupCommit, FinishesWhatItAcceptedAndThenTakesNothingMore) {
  GroupCommitWriter writer(connection_, {});
  submit(writer, job("a"));
  writer.stop();
  EXPECT_EQ(connection_.diary, (Diary{"begin", "run a", "commit", "done a"}));
  const Status refused = writer.submit(job("b"));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::kStopped);
}

TEST_F(GroupCommit, AcceptsAJobFromWithinADone) {
  GroupCommitWriter writer(connection_, {});
  Job first = job("a");
  first.done = [&](const Status&) { submit(writer, job("b")); };
  submit(writer, std::move(first));
  EXPECT_EQ(writer.run_pending(), 2U);
}

TEST(GroupCommitOnSqlite, KeepsEveryAcknowledgedJobOfManyThreads) {
  const testing::TempDir dir;
  const std::string path = dir.file("notes.db");
  auto connection = sqlite::SqliteWriteConnection::open(path, kSmallSchema);
  ASSERT_TRUE(connection.has_value()) << connection.error().message;
  constexpr int kThreads = 4;
  constexpr int kJobsEach = 200;
  std::atomic<int> acknowledged{0};
  {
    GroupCommitWriter writer(**connection, {});
    writer.start();
    std::vector<std::thread> clients;
    for (int thread = 0; thread < kThreads; ++thread) {
      clients.emplace_back([&, thread] {
        for (int i = 0; i < kJobsEach; ++i) {
          const std::string text = std::to_string(thread) + "/" + std::to_string(i);
          const Status taken =
              writer.submit({[text](Transaction& transaction) {
                               return sqlite::database_of(transaction)
                                   .run("INSERT INTO notes(text) VALUES (?1)", text);
                             },
                             [&](const Status& outcome) { acknowledged += outcome ? 1 : 0; }});
          EXPECT_TRUE(taken.has_value());
        }
      });
    }
    for (std::thread& client : clients) client.join();
    writer.stop();
    EXPECT_EQ(writer.statistics().jobs, static_cast<std::uint64_t>(kThreads * kJobsEach));
  }
  EXPECT_EQ(acknowledged, kThreads * kJobsEach);
  sqlite::ReaderPool readers(path, kSmallSchema);
  auto reader = readers.acquire();
  ASSERT_TRUE(reader.has_value()) << reader.error().message;
  EXPECT_EQ(count_of(sqlite::database_of(**reader), "SELECT count(DISTINCT text) FROM notes"),
            kThreads * kJobsEach);
}

TEST(GroupCommitOnSqlite, LeavesNothingOfAJobThatBreaksAConstraint) {
  const testing::TempDir dir;
  auto connection = sqlite::SqliteWriteConnection::open(dir.file("notes.db"), kSmallSchema);
  ASSERT_TRUE(connection.has_value());
  GroupCommitWriter writer(**connection, {});
  std::vector<bool> outcomes;
  const auto insert = [&](int id) {
    return Job{[id](Transaction& transaction) -> Status {
                 auto& database = sqlite::database_of(transaction);
                 const Status first = database.run("INSERT INTO notes(text) VALUES ('loose')");
                 if (!first) return first;
                 return database.run("INSERT INTO notes(id, text) VALUES (?1, 'x')", id);
               },
               [&](const Status& outcome) { outcomes.push_back(outcome.has_value()); }};
  };
  for (const int id : {1000, 1000, 2000}) ASSERT_TRUE(writer.submit(insert(id)).has_value());
  writer.run_pending();
  EXPECT_EQ(outcomes, (std::vector<bool>{true, false, true}));
  EXPECT_EQ(count_of(*(*connection)->database(), "SELECT count(*) FROM notes"), 4);
}

TEST(Readers, NeverBlockTheWriterAndSeeOneMoment) {
  const testing::TempDir dir;
  const std::string path = dir.file("notes.db");
  auto connection = sqlite::SqliteWriteConnection::open(path, kSmallSchema);
  ASSERT_TRUE(connection.has_value());
  sqlite::Database& database = *(*connection)->database();
  sqlite::ReaderPool readers(path, kSmallSchema);
  auto reader = readers.acquire();
  ASSERT_TRUE(reader.has_value());
  ASSERT_TRUE(database.run("INSERT INTO notes(text) VALUES ('later')").has_value());
  ASSERT_TRUE(database.checkpoint(false).has_value());
  EXPECT_EQ(count_of(sqlite::database_of(**reader), "SELECT count(*) FROM notes"), 0);
  reader->reset();
  reader = readers.acquire();
  ASSERT_TRUE(reader.has_value());
  EXPECT_EQ(count_of(sqlite::database_of(**reader), "SELECT count(*) FROM notes"), 1);
}

// Writes `count` notes of 100,000 bytes, a commit each, through the writer.
void write_large_notes(GroupCommitWriter& writer, int count) {
  const std::string text(100'000, 'x');
  for (int i = 0; i < count; ++i) {
    const Status taken = writer.submit(
        {[&](Transaction& transaction) {
           return sqlite::database_of(transaction).run("INSERT INTO notes(text) VALUES (?1)", text);
         },
         [](const Status& outcome) { EXPECT_TRUE(outcome); }});
    EXPECT_TRUE(taken.has_value());
    writer.run_pending();
  }
}

TEST(WriteAheadLog, IsCopiedAwayAndBeginsAnewInTime) {
  const testing::TempDir dir;
  const std::string path = dir.file("notes.db");
  auto connection = sqlite::SqliteWriteConnection::open(path, kSmallSchema);
  ASSERT_TRUE(connection.has_value());
  GroupCommitWriter writer(**connection, {});
  write_large_notes(writer, 2 * limits::kCheckpointPages / 25);
  const auto bytes = static_cast<int>(std::filesystem::file_size(path + "-wal"));
  EXPECT_LT(bytes, (limits::kCheckpointPages + 100) * (limits::kPageBytes + 24));
}

TEST(WriteAheadLog, WaitsForAReaderAndBeginsAnewAfterIt) {
  const testing::TempDir dir;
  const std::string path = dir.file("notes.db");
  auto connection = sqlite::SqliteWriteConnection::open(path, kSmallSchema);
  ASSERT_TRUE(connection.has_value());
  sqlite::Database& database = *(*connection)->database();
  sqlite::ReaderPool readers(path, kSmallSchema);
  auto reader = readers.acquire();
  ASSERT_TRUE(reader.has_value());
  GroupCommitWriter writer(**connection, {});
  write_large_notes(writer, 2 * limits::kCheckpointPages / 25);
  EXPECT_GT(database.log_pages(), limits::kCheckpointPages + 100) << "the reader still needs it";
  EXPECT_EQ(count_of(sqlite::database_of(**reader), "SELECT count(*) FROM notes"), 0);
  reader->reset();
  write_large_notes(writer, limits::kCheckpointPages / 25 + 10);
  EXPECT_LT(database.log_pages(), limits::kCheckpointPages);
}

TEST(Readers, AreLimitedInNumber) {
  const testing::TempDir dir;
  const std::string path = dir.file("notes.db");
  auto connection = sqlite::SqliteWriteConnection::open(path, kSmallSchema);
  ASSERT_TRUE(connection.has_value());
  sqlite::ReaderPool readers(path, kSmallSchema, {}, 1);
  auto first = readers.acquire();
  ASSERT_TRUE(first.has_value());
  const auto refused = readers.acquire();
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::kOverloaded);
  first->reset();
  EXPECT_TRUE(readers.acquire().has_value());
}

}  // namespace
}  // namespace navbat::store
