// A real process is killed (SIGKILL) again and again while it issues tickets. Every ticket that it
// acknowledged is in the database whole, each number once, and the numbers have no gap.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string>

#include "server_sync/store/sqlite/branch_schema.h"
#include "server_sync/store/sqlite/connection.h"
#include "server_sync/store/sqlite/sqlite_branch_store.h"
#include "tests/store/one_ticket.h"
#include "tests/support/temp_dir.h"

namespace navbat::store {
namespace {

constexpr int kKills = 20;

std::string child_program() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "store_kill_child";
}

class Child {
 public:
  explicit Child(const std::string& directory) {
    std::array<int, 2> ends{};
    EXPECT_EQ(::pipe(ends.data()), 0);
    const std::string program = child_program();
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::close(ends[0]);
      ::close(ends[1]);
      ::execl(program.c_str(), program.c_str(), directory.c_str(), nullptr);
      std::perror(program.c_str());
      ::_exit(127);
    }
    ::close(ends[1]);
    output_ = ::fdopen(ends[0], "r");
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { std::fclose(output_); }

  /// The next acknowledged number; 0 when the process is gone.
  std::int64_t next() {
    std::array<char, 32> line{};
    if (std::fgets(line.data(), static_cast<int>(line.size()), output_) == nullptr) return 0;
    return std::stoll(line.data());
  }

  void kill() {
    ::kill(pid_, SIGKILL);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "it ended by itself: " << status;
  }

 private:
  pid_t pid_ = -1;
  std::FILE* output_ = nullptr;
};

TEST(KilledServer, KeepsEveryTicketThatItAcknowledged) {
  const testing::TempDir dir;
  std::set<std::int64_t> acknowledged;
  for (int kill = 0; kill < kKills; ++kill) {
    Child child(dir.path());
    // A different moment each time: between the first commits, within a batch, after several.
    for (int i = 0; i < 3 + kill * 7; ++i) {
      const std::int64_t number = child.next();
      ASSERT_GT(number, 0) << "the child ended by itself";
      EXPECT_TRUE(acknowledged.insert(number).second) << number << " acknowledged twice";
    }
    child.kill();
    // What it had still said before it died.
    for (std::int64_t number = child.next(); number > 0; number = child.next()) {
      EXPECT_TRUE(acknowledged.insert(number).second) << number << " acknowledged twice";
    }

    auto connection = sqlite::SqliteWriteConnection::open(dir.file(sqlite::kBranchFileName),
                                                          sqlite::branch_schema());
    ASSERT_TRUE(connection.has_value()) << connection.error().message;
    sqlite::SqliteBranchStore store;
    const auto transaction = (*connection)->begin();
    ASSERT_TRUE(transaction.has_value());
    for (const std::int64_t number : acknowledged) {
      ASSERT_EQ(parts_of_ticket(store, **transaction, static_cast<std::int32_t>(number)), 3)
          << "ticket " << number << " after kill " << kill;
    }
    const auto events = store.events_after(**transaction, kDemoBranch, 0, 1'000'000);
    ASSERT_TRUE(events.has_value());
    EXPECT_EQ(events->back().version, static_cast<std::int64_t>(events->size())) << "no gap";
    (*connection)->rollback();
  }
  EXPECT_GT(acknowledged.size(), 1000U);
}

}  // namespace
}  // namespace navbat::store
