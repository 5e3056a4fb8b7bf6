// What the server will not start on, each with one clear line.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>

#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"

namespace navbat::e2e {
namespace {

using ::testing::AllOf;
using testing::ChildProcess;
using ::testing::HasSubstr;
using testing::ServerProcess;
using testing::TempDir;

struct Refusal {
  std::optional<int> status;
  std::string line;
};

class ServerRefusals : public ::testing::Test {
 protected:
  ServerRefusals() : server_({.folder = dir_.path()}) {}

  // Starts another server, which has to end by itself; what it said to stderr.
  Refusal start(std::uint16_t port, const std::filesystem::path& data) {
    ChildProcess other{server_.arguments(port, data), dir_.file("other.out"),
                       dir_.file("other.err")};
    Refusal refusal{other.wait(std::chrono::seconds{20}), other.err()};
    EXPECT_EQ(std::count(refusal.line.begin(), refusal.line.end(), '\n'), 1) << refusal.line;
    return refusal;
  }

  // Ends the server and runs SQL on every database that it left.
  void stop_and_run(const char* sql) {
    ASSERT_EQ(server_.stop(), 0);
    int databases = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(server_.data())) {
      if (!is_database(entry.path())) continue;
      ++databases;
      sqlite3* handle = nullptr;
      ASSERT_EQ(sqlite3_open(entry.path().c_str(), &handle), SQLITE_OK);
      EXPECT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK)
          << sqlite3_errmsg(handle);
      sqlite3_close(handle);
    }
    ASSERT_GT(databases, 0);
  }

  static bool is_database(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string magic(15, '\0');
    in.read(magic.data(), 15);
    return magic == "SQLite format 3";
  }

  TempDir dir_;
  ServerProcess server_;
};

TEST_F(ServerRefusals, APortThatIsTaken) {
  const Refusal refusal = start(server_.port(), dir_.file("elsewhere"));
  EXPECT_NE(refusal.status, 0);
  EXPECT_THAT(refusal.line, HasSubstr(std::to_string(server_.port())));
}

TEST_F(ServerRefusals, ASecondServerOnTheSameData) {
  const Refusal refusal = start(testing::free_port(), server_.data());
  EXPECT_NE(refusal.status, 0);
  EXPECT_THAT(refusal.line, HasSubstr(server_.data().string()));
  EXPECT_TRUE(server_.process().running());
}

TEST_F(ServerRefusals, ADatabaseThatANewerVersionWrote) {
  stop_and_run("PRAGMA user_version = 9999");
  const Refusal refusal = start(server_.port(), server_.data());
  EXPECT_NE(refusal.status, 0);
  EXPECT_THAT(refusal.line, AllOf(HasSubstr("9999"), HasSubstr("newer")));
}

TEST_F(ServerRefusals, ADatabaseWithAnotherJournalModeThanDemanded) {
  stop_and_run("PRAGMA journal_mode = DELETE");
  const Refusal refusal = start(server_.port(), server_.data());
  EXPECT_NE(refusal.status, 0);
  EXPECT_THAT(refusal.line, AllOf(HasSubstr("journal_mode"), HasSubstr("delete")));
}

TEST_F(ServerRefusals, AConfigurationThatIsNotThere) {
  ChildProcess other{{testing::program("navbat-server").string(), "--config", dir_.file("no.toml")},
                     dir_.file("other.out"),
                     dir_.file("other.err")};
  EXPECT_EQ(other.wait(std::chrono::seconds{20}), 2);
  EXPECT_THAT(other.err(), HasSubstr("no.toml"));
}

}  // namespace
}  // namespace navbat::e2e
