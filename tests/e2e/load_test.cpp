// 8 kiosks and 8 tellers at once. NAVBAT_LOAD_TICKETS says how many tickets (issue: 20,000).

#include <gtest/gtest.h>

#include <iostream>

#include "tests/e2e/load_run.h"
#include "tests/support/temp_dir.h"

namespace navbat::e2e {
namespace {

TEST(BranchUnderLoad, GivesEachNumberOnceAndMakesEveryCallAsTheOrderPrescribes) {
  const std::int64_t tickets = size_from_environment("NAVBAT_LOAD_TICKETS", 3'000);
  const testing::TempDir dir;
  testing::ServerProcess server{{.folder = dir.path()}};
  LoadRun load{server.url(), tickets, {}};
  load.run();
  std::cout << load.summary();
  EXPECT_EQ(load.session().findings().count(), 0U);
  EXPECT_EQ(static_cast<std::int64_t>(load.session().journal().issued()), tickets);
  load.session().follower().with_auditor([&](const sim::EventAuditor& auditor) {
    EXPECT_EQ(static_cast<std::int64_t>(auditor.tickets().size()), tickets);
    EXPECT_EQ(auditor.calls_in_order(), auditor.calls());
    EXPECT_GT(auditor.calls(), tickets / 2);
    EXPECT_EQ(auditor.state().waiting_total(), 0U);
  });
  EXPECT_EQ(server.stop(), 0);
}

}  // namespace
}  // namespace navbat::e2e
