// kill -9 of the server under load, again and again. NAVBAT_KILLS says how often (issue: 50).

#include <gtest/gtest.h>

#include <iostream>
#include <random>
#include <thread>

#include "tests/e2e/load_run.h"
#include "tests/support/temp_dir.h"

namespace navbat::e2e {
namespace {

// Waits until `tickets` more were acknowledged: the load has got under way since the last kill.
bool wait_for_progress(sim::Session& session, std::size_t tickets) {
  const std::size_t goal = session.journal().issued() + tickets;
  const auto deadline = sim::Bell::Steady::now() + std::chrono::seconds{60};
  while (session.journal().issued() < goal) {
    const std::uint64_t seen = session.bell().rung();
    if (session.journal().issued() >= goal) break;
    if (sim::Bell::Steady::now() >= deadline) return false;
    static_cast<void>(session.bell().wait(seen, deadline));
  }
  return true;
}

TEST(BranchUnderLoad, LosesAndDoublesNothingWhenTheServerIsKilled) {
  const std::int64_t kills = size_from_environment("NAVBAT_KILLS", 5);
  const testing::TempDir dir;
  testing::ServerProcess server{{.folder = dir.path()}};
  LoadRun load{server.url(), 10'000'000, {}};
  std::jthread running{[&] { load.run(); }};
  std::mt19937 engine{1};
  std::uniform_int_distribution<std::size_t> tickets{20, 200};
  std::int64_t killed = 0;
  while (killed < kills && wait_for_progress(load.session(), tickets(engine))) {
    server.kill();
    ++killed;
    server.start();
  }
  load.no_more_tickets();
  running.join();
  std::cout << load.summary();
  EXPECT_EQ(killed, kills);
  EXPECT_EQ(load.session().findings().count(), 0U);
  EXPECT_GT(load.session().journal().retries(), 0) << "no kill met a request";
  load.session().follower().with_auditor([&](const sim::EventAuditor& auditor) {
    EXPECT_EQ(auditor.tickets().size(), load.session().journal().issued());
    EXPECT_EQ(auditor.calls_in_order(), auditor.calls());
  });
}

}  // namespace
}  // namespace navbat::e2e
