// Every write and every sync of a ticket's transaction fails once, in each way a disk can fail.
// What was acknowledged is there, what was not is there whole or not at all, and the store goes on.

#include <gtest/gtest.h>

#include "server_sync/store/group_commit_writer.h"
#include "server_sync/store/sqlite/branch_schema.h"
#include "server_sync/store/sqlite/connection.h"
#include "server_sync/store/sqlite/sqlite_branch_store.h"
#include "server_sync/store/sqlite/sqlite_device_store.h"
#include "tests/store/one_ticket.h"
#include "tests/store/small_schema.h"
#include "tests/support/faulty_vfs.h"
#include "tests/support/temp_dir.h"

namespace navbat::store {
namespace {

using sqlite::SqliteWriteConnection;
using testing::Fault;

// A branch on a disk that fails to order, its writer driven by the test's own thread.
class BranchOnFaultyDisk {
 public:
  BranchOnFaultyDisk() {
    sqlite::OpenOptions options;
    options.vfs = disk.name();
    auto opened = SqliteWriteConnection::open(path, sqlite::branch_schema(), options);
    EXPECT_TRUE(opened.has_value()) << opened.error().message;
    connection = std::move(*opened);
    writer = std::make_unique<GroupCommitWriter>(
        *connection,
        GroupCommitWriter::Hooks{
            .before_commit = nullptr, .after_commit = nullptr, .on_rollback = [this]() -> Status {
              ++rebuilds;
              return {};
            }});
    const Status made = submit([this](Transaction& transaction) {
      return store.lock_branch(transaction, kDemoBranch).map([](const BranchHead&) {});
    });
    EXPECT_TRUE(made.has_value());
    EXPECT_TRUE(issue(1).has_value());
  }

  Status submit(std::function<Status(Transaction&)> run) {
    Status outcome = fail(ErrorCode::kMisuse, "was never told");
    EXPECT_TRUE(writer->submit({std::move(run), [&](const Status& told) {
                                  outcome = told;
                                  if (told) {
                                    EXPECT_FALSE(disk.has_unsynced("-wal"));
                                  }
                                }}));
    writer->run_pending();
    return outcome;
  }

  Status issue(std::int32_t n) {
    return submit(
        [this, n](Transaction& transaction) { return write_ticket_number(store, transaction, n); });
  }

  // Looks at the file as the next start of the server would.
  int parts_after_restart(std::int32_t n) {
    writer.reset();
    connection.reset();
    auto opened = SqliteWriteConnection::open(path, sqlite::branch_schema());
    EXPECT_TRUE(opened.has_value()) << opened.error().message;
    const auto transaction = (*opened)->begin();
    EXPECT_TRUE(transaction.has_value());
    const int parts = parts_of_ticket(store, **transaction, n);
    (*opened)->rollback();
    return parts;
  }

  testing::TempDir dir;
  std::string path = dir.file(sqlite::kBranchFileName);
  testing::FaultyVfs disk;
  sqlite::SqliteBranchStore store;
  std::unique_ptr<SqliteWriteConnection> connection;
  std::unique_ptr<GroupCommitWriter> writer;
  int rebuilds = 0;
};

class DiskFaults : public ::testing::TestWithParam<std::tuple<Fault, bool>> {};

TEST_P(DiskFaults, LeaveATicketWholeOrNotAtAll) {
  const auto [fault, for_good] = GetParam();
  bool struck = true;
  std::int64_t operations = 0;
  for (std::int64_t nth = 1; struck; ++nth) {
    SCOPED_TRACE("operation " + std::to_string(nth));
    BranchOnFaultyDisk branch;
    branch.disk.fail_at(nth, fault, for_good);
    const Status issued = branch.issue(2);
    struck = branch.disk.has_struck();
    branch.disk.heal();
    if (!struck) {
      EXPECT_TRUE(issued.has_value());
      break;
    }
    operations = nth;
    EXPECT_FALSE(issued.has_value()) << "every write and sync of a ticket matters";
    EXPECT_EQ(branch.rebuilds, for_good ? 0 : 1);
    // The disk works again: the store recovers by itself, and sees what is there.
    int parts = -1;
    const Status looked = branch.submit([&](Transaction& transaction) -> Status {
      parts = parts_of_ticket(branch.store, transaction, 2);
      return {};
    });
    EXPECT_TRUE(looked.has_value()) << looked.error().message;
    EXPECT_EQ(branch.rebuilds, 1);
    EXPECT_TRUE(parts == 0 || parts == 3) << parts;
    const std::int32_t next = parts == 3 ? 3 : 2;
    EXPECT_TRUE(branch.issue(next).has_value());
    EXPECT_EQ(branch.parts_after_restart(next), 3);
    EXPECT_EQ(branch.parts_after_restart(1), 3);
  }
  EXPECT_GE(operations, 4) << "the walk must have met frames of several pages and a sync";
}

INSTANTIATE_TEST_SUITE_P(Ways, DiskFaults,
                         ::testing::Combine(::testing::Values(Fault::kIoError, Fault::kTornWrite,
                                                              Fault::kDiskFull),
                                            ::testing::Bool()));

TEST(DiskFaultsAtACheckpoint, LoseNothingThatWasAcknowledged) {
  bool struck = true;
  for (std::int64_t nth = 1; struck; ++nth) {
    SCOPED_TRACE("operation " + std::to_string(nth));
    BranchOnFaultyDisk branch;
    ASSERT_TRUE(branch.issue(2).has_value());
    branch.disk.fail_at(nth, Fault::kIoError);
    (void)branch.connection->database()->checkpoint(true);
    struck = branch.disk.has_struck();
    branch.disk.heal();
    EXPECT_TRUE(branch.issue(3).has_value());
    for (const std::int32_t n : {1, 2, 3}) EXPECT_EQ(branch.parts_after_restart(n), 3);
  }
}

TEST(DiskFaultsOnADevice, LeaveATicketWholeOrNotAtAll) {
  bool struck = true;
  for (std::int64_t nth = 1; struck; ++nth) {
    SCOPED_TRACE("operation " + std::to_string(nth));
    const testing::TempDir dir;
    testing::FaultyVfs disk;
    sqlite::OpenOptions options;
    options.vfs = disk.name();
    auto device = sqlite::SqliteDeviceStore::open(dir.file("device.db"), {}, options);
    ASSERT_TRUE(device.has_value()) << device.error().message;
    DeviceTicket ticket;
    ticket.id = testing::test_id(1);
    ticket.day = kDemoDay;
    ticket.label = {"AX", 1};
    ticket.offline = true;
    const OutboxEvent event{0, {}, "ticket_issued", "{}"};

    disk.fail_at(nth, Fault::kIoError);
    const auto recorded = (*device)->record_ticket(ticket, event);
    struck = disk.has_struck();
    disk.heal();
    EXPECT_EQ(recorded.has_value(), !struck);
    if (recorded) {
      EXPECT_FALSE(disk.has_unsynced("-wal"));
    }
    const auto found = (*device)->find_ticket(ticket.id);
    const auto events = (*device)->events_after(0, 10);
    ASSERT_TRUE(found && events);
    EXPECT_EQ(found->has_value(), !events->empty());
    ticket.id = testing::test_id(2);
    ticket.label.number = *(*device)->next_number(kDemoDay, "AX");
    const auto next = (*device)->record_ticket(ticket, event);
    ASSERT_TRUE(next.has_value()) << next.error().message;
    EXPECT_EQ(*next, ticket.label.number) << "no gap, no number twice";
  }
}

TEST(DiskFaultsAtOpening, AreSaidAndHarmNothing) {
  const testing::TempDir dir;
  testing::FaultyVfs disk;
  sqlite::OpenOptions options;
  options.vfs = disk.name();
  const std::string path = dir.file("notes.db");
  bool opened = false;
  std::int64_t nth = 0;
  while (!opened) {
    disk.fail_at(++nth, Fault::kDiskFull, true);
    const auto database = sqlite::Database::open_writer(path, kSmallSchema, options);
    opened = database.has_value() && !disk.has_struck();
    if (!database) {
      EXPECT_TRUE(is_storage_failure(database.error().code)) << database.error().message;
    }
  }
  EXPECT_GT(nth, 4);
  auto database = sqlite::Database::open_writer(path, kSmallSchema);
  ASSERT_TRUE(database.has_value()) << database.error().message;
  EXPECT_TRUE(database->run("INSERT INTO notes(text) VALUES ('fine')").has_value());
}

}  // namespace
}  // namespace navbat::store
