// A small server for kill_test: opens the database of the directory given, issues tickets from four
// threads through the one writer as fast as it can, and prints the number of each ticket on a line
// of its own once it is acknowledged. Runs until it is killed.

#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "server_sync/store/group_commit_writer.h"
#include "server_sync/store/sqlite/branch_schema.h"
#include "server_sync/store/sqlite/connection.h"
#include "server_sync/store/sqlite/directory_lock.h"
#include "server_sync/store/sqlite/sqlite_branch_store.h"
#include "tests/store/one_ticket.h"

namespace navbat::store {
namespace {

int complain(const Error& error) {
  std::fprintf(stderr, "%s\n", error.message.c_str());
  return 2;
}

// The acknowledgement leaves the process in one write, so the reader never sees half a number.
void acknowledge(std::int64_t number) {
  const std::string line = std::to_string(number) + "\n";
  if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) ::_exit(1);
}

int serve(const std::string& directory) {
  const auto lock = sqlite::DirectoryLock::acquire(directory);
  if (!lock) return complain(lock.error());
  auto connection =
      sqlite::SqliteWriteConnection::open(directory + "/branch.db", sqlite::branch_schema());
  if (!connection) return complain(connection.error());
  sqlite::SqliteBranchStore store;
  GroupCommitWriter writer(**connection, {});
  writer.start();
  const auto issue = [&] {
    for (;;) {
      auto number = std::make_shared<std::int64_t>(0);
      auto told = std::make_shared<std::atomic<bool>>(false);
      const Status taken = writer.submit(
          {[&store, number](Transaction& transaction) -> Status {
             const auto head = store.lock_branch(transaction, kDemoBranch);
             if (!head) return tl::unexpected(head.error());
             *number = head->version + 1;
             return write_ticket_number(store, transaction, static_cast<std::int32_t>(*number));
           },
           [told, number](const Status& outcome) {
             if (outcome) acknowledge(*number);
             *told = true;
             told->notify_one();
           }});
      if (!taken) return;
      told->wait(false);
    }
  };
  std::vector<std::thread> clients;
  for (int i = 0; i < 4; ++i) clients.emplace_back(issue);
  for (std::thread& client : clients) client.join();
  return 0;
}

}  // namespace
}  // namespace navbat::store

int main(int count, char** arguments) {
  return count == 2 ? navbat::store::serve(arguments[1]) : 2;
}
