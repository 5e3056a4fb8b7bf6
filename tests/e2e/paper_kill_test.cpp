// Kill -9 at every step between tap and paper: the ticket exists once and is reprinted once, or was
// never promised to anybody.

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>
#include <sstream>

#include "server_sync/protocol/ticket_list.h"
#include "tests/support/child_process.h"
#include "tests/support/escpos_sink.h"
#include "tests/support/eventually.h"
#include "tests/support/http_connection.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"

namespace navbat {
namespace {

using testing::ChildProcess;
using testing::eventually;

constexpr std::chrono::seconds kLong{30};

class PaperKill : public ::testing::Test {
 protected:
  PaperKill() { std::filesystem::create_directory(folder_.file("server")); }

  std::unique_ptr<ChildProcess> start(const std::string& what) {
    const std::string file = folder_.file(what + std::to_string(++runs_));
    return std::make_unique<ChildProcess>(
        std::vector<std::string>{testing::program("../tests/paper_visit"), what, server_.url(),
                                 folder_.file("kiosk"), sink_.port()},
        file + ".out", file + ".err");
  }

  // True when the visit came to its end before that step.
  bool visit_killed_at(int step, const std::string& kind) {
    ::setenv("LD_PRELOAD", testing::program("../tests/libkill_at.so").c_str(), 1);
    ::setenv("NAVBAT_KILL_AT", std::to_string(step).c_str(), 1);
    const auto visit = start(kind);
    ::unsetenv("LD_PRELOAD");
    const auto status = visit->wait(kLong);
    EXPECT_TRUE(status == 0 || status == 128 + SIGKILL) << visit->err();
    said_ = ids_after("ticket", visit->out());
    return status == 0;
  }

  static std::set<std::string> ids_after(const std::string& word, const std::string& text) {
    std::set<std::string> ids;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      std::istringstream words(line);
      std::string first;
      std::string id;
      if (words >> first >> id && first == word) {
        ids.insert(id);
      }
    }
    return ids;
  }

  // The tickets of this kiosk that wait at the server: id, label.
  std::map<std::string, std::string> waiting() const {
    testing::HttpConnection connection(server_.port());
    const auto reply = connection.request(
        "GET", "/api/v1/branches/demo/tickets?origin=kiosk-k&since=2020-01-01T00:00:00.000Z",
        "demo-manager");
    const auto list = protocol::decode_ticket_list(reply.body);
    if (!list) {
      throw std::runtime_error(std::to_string(reply.status) + " " + reply.body);
    }
    std::map<std::string, std::string> all;
    for (const auto& view : list->tickets) {
      if (view.ticket.state == domain::TicketState::kWaiting) {
        all[view.ticket.id.to_string()] = view.ticket.label.to_string();
      }
    }
    return all;
  }

  // The papers that came out since the last call: id, how many.
  std::map<std::string, int> new_papers() {
    std::map<std::string, int> papers;
    const auto pages = sink_.pages();
    for (; pages_seen_ < pages.size(); ++pages_seen_) {
      ++papers[testing::read_code(pages[pages_seen_])];
    }
    return papers;
  }

  void know_the_branch() {
    const auto first = start("restart");
    ASSERT_TRUE(eventually([&] { return first->out().ends_with("ready\n"); })) << first->err();
    first->signal(SIGTERM);
    ASSERT_EQ(first->wait(kLong), 0);
  }

  // Walks all steps of a visit; `alone`: while the server is gone.
  void walk(bool alone);

  testing::TempDir folder_;
  testing::ServerProcess server_{{.folder = [this] {
    const std::string path = folder_.file("branch");
    std::filesystem::create_directory(path);
    return std::filesystem::path(path);
  }()}};
  testing::EscPosSink sink_;
  int runs_ = 0;
  std::size_t pages_seen_ = 0;
  std::set<std::string> said_;
  int reprinted_ = 0;
  int taken_back_ = 0;
};

void PaperKill::walk(bool alone) {
  know_the_branch();
  std::map<std::string, std::string> before;
  bool at_the_end = false;
  int step = 1;
  for (; !at_the_end && step < 200; ++step) {
    SCOPED_TRACE("killed at step " + std::to_string(step));
    if (alone) {
      server_.kill();
    }
    at_the_end = visit_killed_at(step, alone ? "lonely_visit" : "visit");
    if (alone) {
      server_.start();
    }
    auto papers = new_papers();
    const auto after_kill = waiting();

    const auto restart = start("restart");
    ASSERT_TRUE(eventually([&] { return restart->out().ends_with("ready\n"); })) << restart->err();
    const auto again = ids_after("paper", restart->out());
    // What nobody holds is taken back in the background.
    const auto nobodys = [&] {
      std::map<std::string, std::string> lost = waiting();
      for (const auto& [id, label] : before) lost.erase(id);
      for (const std::string& id : again) lost.erase(id);
      for (const auto& [id, count] : papers) lost.erase(id);
      return lost;
    };
    ASSERT_TRUE(eventually([&] { return nobodys().empty(); })) << nobodys().begin()->second;
    restart->signal(SIGTERM);
    ASSERT_EQ(restart->wait(kLong), 0);

    const auto now = waiting();
    ASSERT_LE(now.size(), before.size() + 1) << "one customer, one ticket";
    for (const auto& [id, label] : before) {
      ASSERT_TRUE(now.contains(id)) << "an older ticket is gone: " << label;
      ASSERT_FALSE(again.contains(id)) << "an older ticket was printed again: " << label;
    }
    for (const auto& [id, count] : new_papers()) {
      papers[id] += count;
    }
    for (const auto& [id, label] : now) {
      if (before.contains(id)) continue;
      EXPECT_GE(papers[id], 1) << "a ticket without paper";
      EXPECT_LE(papers[id], 2) << "the paper whose end nobody heard of, and its copy";
    }
    for (const auto& [id, count] : papers) {
      EXPECT_TRUE(now.contains(id)) << "a paper without a ticket";
    }
    for (const std::string& id : said_) {
      EXPECT_TRUE(now.contains(id)) << "a promised ticket is gone";
    }
    reprinted_ += static_cast<int>(again.size());
    taken_back_ += after_kill.size() > now.size() ? 1 : 0;
    before = now;
  }
  EXPECT_TRUE(at_the_end) << "not every step was walked";
  EXPECT_GT(step, 10);
  EXPECT_GT(reprinted_, 3);
}

TEST_F(PaperKill, LeavesOneTicketReprintedOnceOrNoneThatWasPromised) {
  walk(false);
  EXPECT_GT(taken_back_, 0) << "no kill fell between the server's answer and the kiosk's commit";
}

TEST_F(PaperKill, LeavesTheSameWithoutTheServerWhichHearsOfItLater) { walk(true); }

}  // namespace
}  // namespace navbat
