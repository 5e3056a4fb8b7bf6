#include "domain/usual_waits.h"

#include <gtest/gtest.h>

#include "tests/support/test_branch.h"

namespace navbat::domain {
namespace {

using namespace std::chrono_literals;

// Issued at 09:00 in Tashkent, `minute` later, and called after `wait`.
Visit visit(int minute, Milliseconds wait, const char* service = "cash") {
  Visit one;
  one.service = ServiceId{service};
  one.issued_at = *parse_rfc3339("2026-03-17T04:00:00Z") + std::chrono::minutes{minute};
  one.called_at = one.issued_at + wait;
  return one;
}

std::vector<UsualService> usual(const std::vector<Visit>& visits) {
  return usual_waits(visits, {ServiceId{"cards"}, ServiceId{"cash"}}, testing::test_calendar());
}

TEST(UsualWaits, AreMediansByTheLocalHourOfIssue) {
  std::vector<Visit> visits;
  for (int i = 1; i <= 11; ++i) visits.push_back(visit(i, std::chrono::minutes{i}));
  for (int i = 1; i <= 10; ++i) visits.push_back(visit(60 + i, 90s + 700ms));
  const auto found = usual(visits);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], (UsualService{ServiceId{"cards"}, {}}));
  EXPECT_EQ(found[1].hours, (std::vector<UsualHour>{{9, Seconds{360}, 11}, {10, Seconds{90}, 10}}));
}

TEST(UsualWaits, LeaveOutHoursThatSayNothing) {
  std::vector<Visit> visits;
  for (int i = 0; i < 9; ++i) visits.push_back(visit(i, 5min));
  EXPECT_TRUE(usual(visits)[1].hours.empty());
  Visit never_called = visit(9, 5min);
  never_called.called_at.reset();
  visits.push_back(never_called);
  EXPECT_TRUE(usual(visits)[1].hours.empty());
  visits.push_back(visit(10, 5min));
  EXPECT_EQ(usual(visits)[1].hours.size(), 1u);
}

TEST(UsualWaits, LeaveOutServicesThatAreNoMore) {
  std::vector<Visit> visits;
  for (int i = 0; i < 20; ++i) visits.push_back(visit(i, 5min, "haircut"));
  EXPECT_TRUE(usual(visits)[0].hours.empty());
  EXPECT_TRUE(usual(visits)[1].hours.empty());
}

}  // namespace
}  // namespace navbat::domain
