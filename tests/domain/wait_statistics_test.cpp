#include "domain/wait_statistics.h"

#include <gtest/gtest.h>

namespace navbat::domain {
namespace {

using std::chrono::minutes;

class Statistics : public ::testing::Test {
 protected:
  Visit& visit(const char* issued_at) {
    Visit v;
    v.issued_at = *parse_rfc3339(issued_at);
    v.day = calendar.day_of(v.issued_at);
    v.service = ServiceId{"cash"};
    v.target_wait = minutes{10};
    visits.push_back(v);
    return visits.back();
  }
  Visit& served(const char* issued_at, Milliseconds wait, Milliseconds service = minutes{5}) {
    Visit& v = visit(issued_at);
    v.state = TicketState::kFinished;
    v.called_at = v.issued_at + wait;
    v.started_at = *v.called_at;
    v.ended_at = *v.called_at + service;
    v.counter = CounterId{"2"};
    v.teller = TellerId{"teller2"};
    return v;
  }
  BranchCalendar calendar{*find_time_zone("Asia/Tashkent"), minutes{0}};
  std::vector<Visit> visits;
};

TEST_F(Statistics, OfNobodyHasNoMean) {
  const auto rows = summarise(visits, {}, calendar);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].issued, 0);
  EXPECT_EQ(rows[0].mean_wait_s, std::nullopt);
}

TEST_F(Statistics, UseTheNearestRankForPercentiles) {
  for (int i = 1; i <= 10; ++i) served("2026-03-17T05:00:00Z", minutes{i});
  const auto rows = summarise(visits, {}, calendar);
  EXPECT_EQ(rows[0].p50_wait_s, 300.0);
  EXPECT_EQ(rows[0].p90_wait_s, 540.0);
  EXPECT_EQ(rows[0].p95_wait_s, 600.0);
  EXPECT_EQ(rows[0].mean_wait_s, 330.0);
  EXPECT_EQ(rows[0].within_target, 1.0);
}

TEST_F(Statistics, GroupByTheBranchsLocalHourOfIssue) {
  served("2026-03-17T04:59:59Z", minutes{3});
  served("2026-03-17T05:00:00Z", minutes{4});
  const auto rows = summarise(visits, {GroupBy::kHour}, calendar);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].key, std::vector<std::string>{"2026-03-17T09:00"});
  EXPECT_EQ(rows[1].key, std::vector<std::string>{"2026-03-17T10:00"});
}

TEST_F(Statistics, CountThoseWhoWereLost) {
  served("2026-03-17T05:00:00Z", minutes{3});
  visit("2026-03-17T05:00:00Z").state = TicketState::kCancelled;
  served("2026-03-17T05:00:00Z", minutes{5}).state = TicketState::kNoShow;
  visit("2026-03-17T05:00:00Z");
  const auto row = summarise(visits, {}, calendar)[0];
  EXPECT_EQ(row.issued, 4);
  EXPECT_EQ(row.called, 2);
  EXPECT_EQ(row.served, 1);
  EXPECT_EQ(row.left, 1);
  EXPECT_EQ(row.no_shows, 1);
  EXPECT_EQ(row.mean_wait_s, 240.0);
}

TEST_F(Statistics, CountPromisesOfCalledTicketsThatCarriedOne) {
  served("2026-03-17T05:00:00Z", minutes{3}).promise_limit = minutes{5};
  served("2026-03-17T05:00:00Z", minutes{6}).promise_limit = minutes{5};
  served("2026-03-17T05:00:00Z", minutes{6});
  const auto row = summarise(visits, {}, calendar)[0];
  EXPECT_EQ(row.promises, 2);
  EXPECT_EQ(row.promises_kept, 1);
}

TEST_F(Statistics, ByCounterLeaveOutThoseNeverCalledAndSortAsPeopleCount) {
  served("2026-03-17T05:00:00Z", minutes{3}).counter = CounterId{"10"};
  served("2026-03-17T05:00:00Z", minutes{3}).counter = CounterId{"2"};
  visit("2026-03-17T05:00:00Z");
  const auto rows = summarise(visits, {GroupBy::kCounter}, calendar);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].key, std::vector<std::string>{"2"});
  EXPECT_EQ(rows[1].key, std::vector<std::string>{"10"});
}

TEST_F(Statistics, AClockThatRanBackMakesNoNegativeWait) {
  served("2026-03-17T05:00:00Z", -minutes{3});
  EXPECT_EQ(summarise(visits, {}, calendar)[0].mean_wait_s, 0.0);
}

}  // namespace
}  // namespace navbat::domain
