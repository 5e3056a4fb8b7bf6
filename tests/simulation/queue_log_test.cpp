#include "tests/simulation/navbat_sim/queue_log.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/simulation/navbat_sim/replay_plan.h"
#include "tests/support/temp_dir.h"

namespace navbat::sim {
namespace {

using std::chrono::seconds;

constexpr const char* kHeader =
    "date,arrival_s,service,priority,outcome,start_s,end_s,left_s,agent\n";

class QueueLogFile : public ::testing::Test {
 protected:
  tl::expected<QueueLog, std::string> read(const std::string& content) {
    std::ofstream{dir_.file("log.csv")} << content;
    return read_queue_log(dir_.file("log.csv"), "1999-02-03");
  }

  testing::TempDir dir_;
};

TEST_F(QueueLogFile, GivesTheVisitsOfOneDayInOrderOfArrival) {
  const auto log = read(std::string{kHeader} +
                        "1999-02-02,10,PS,0,served,11,12,,a1\n"
                        "1999-02-03,200,NW,1,served,230,290,,a1\n"
                        "1999-02-03,100,PS,0,left,,,150,\n");
  ASSERT_TRUE(log) << log.error();
  ASSERT_EQ(log->visits.size(), 2U);
  EXPECT_EQ(log->visits[0].row, 4U);
  EXPECT_FALSE(log->visits[0].served);
  EXPECT_EQ(log->visits[0].left_s, 150);
  EXPECT_TRUE(log->visits[1].priority);
  EXPECT_EQ(log->visits[1].end_s, 290);
  EXPECT_TRUE(log->problems.empty());
}

TEST_F(QueueLogFile, ReportsAWartByRowAndReasonAndGoesOn) {
  const auto log = read(std::string{kHeader} +
                        "1999-02-03,100,PS,0,served,90,120,,a1\n"
                        "1999-02-03,100,PS,0,served,110,105,,a1\n"
                        "1999-02-03,100,PS,0,left,,,99,\n"
                        "1999-02-03,x,PS,0,left,,,99,\n"
                        "1999-02-03,100,PS,2,left,,,199,\n"
                        "1999-02-03,100,PS,0,vanished,,,199,\n"
                        "1999-02-03,100,PS\n"
                        "1999-02-03,86400,PS,0,left,,,86401,\n"
                        "1999-02-03,100,PS,0,left,,,101,\r\n");
  ASSERT_TRUE(log) << log.error();
  EXPECT_EQ(log->visits.size(), 1U);
  ASSERT_EQ(log->problems.size(), 8U);
  EXPECT_EQ(log->problems[0].row, 2U);
  EXPECT_EQ(log->problems[0].reason, "start before arrival");
  EXPECT_EQ(log->problems[1].reason, "end before start");
  EXPECT_EQ(log->problems[2].reason, "left before arrival");
  EXPECT_EQ(log->problems[3].reason, "arrival_s is \"x\", expected a second of the day");
  EXPECT_EQ(log->problems[6].reason, "3 fields, expected 9");
}

TEST_F(QueueLogFile, SaysWhatItExpectedOfAWholeFile) {
  EXPECT_NE(read("a,b\n").error().find(":1: expected the columns date,"), std::string::npos);
  EXPECT_NE(read(kHeader).error().find("expected rows of the day \"1999-02-03\""),
            std::string::npos);
  EXPECT_NE(
      read_queue_log(dir_.file("none.csv"), "1999-02-03").error().find("expected a queue log"),
      std::string::npos);
}

LoggedVisit served(int arrival, int start, int end, const char* agent) {
  return {.arrival_s = arrival,
          .service = "PS",
          .served = true,
          .start_s = start,
          .end_s = end,
          .agent = agent};
}

ReplayBranch branch(std::size_t counters) {
  ReplayBranch result;
  result.services = {domain::ServiceId{"cash"}, domain::ServiceId{"cards"}};
  for (std::size_t i = 1; i <= counters; ++i) result.counters.emplace_back(std::to_string(i));
  return result;
}

TEST(ReplayPlan, GivesEveryCustomerTheRecordedTimes) {
  QueueLog log;
  log.visits = {served(100, 130, 190, "a1"), {.arrival_s = 120, .service = "NW", .left_s = 500}};
  const DayPlan day = plan_replay(log, branch(2)).day;
  ASSERT_EQ(day.customers.size(), 2U);
  EXPECT_EQ(day.customers[0].arrives, seconds{100});
  EXPECT_EQ(day.customers[0].service_time, seconds{60});
  EXPECT_FALSE(day.customers[0].leaves);
  EXPECT_EQ(day.customers[1].leaves, seconds{500});
}

TEST(ReplayPlan, SeatsAgentsOneAfterTheOtherAndSaysWhoHadNoCounter) {
  QueueLog log;
  log.visits = {served(1, 10, 20, "early"), served(2, 10, 90, "long"), served(3, 15, 40, "surplus"),
                served(4, 30, 60, "late")};
  const ReplayPlan plan = plan_replay(log, branch(2));
  ASSERT_EQ(plan.day.tellers.size(), 2U);
  EXPECT_EQ(plan.day.tellers[0].shifts.size(), 2U) << "early, then late";
  EXPECT_EQ(plan.day.tellers[1].shifts.size(), 1U) << "long";
  ASSERT_EQ(plan.notes.size(), 1U);
  EXPECT_NE(plan.notes[0].find("\"surplus\""), std::string::npos);
}

TEST(ReplayPlan, MapsTheCommonestServicesFirstAndObeysTheGivenMap) {
  QueueLog log;
  for (const char* service : {"PS", "NE", "NE", "TT"}) {
    log.visits.push_back({.arrival_s = 1, .service = service, .left_s = 2});
  }
  ReplayBranch target = branch(1);
  target.map["TT"] = domain::ServiceId{"cards"};
  const auto map = plan_replay(log, target).map;
  EXPECT_EQ(map.at("TT").value(), "cards");
  EXPECT_EQ(map.at("NE").value(), "cash");
  EXPECT_EQ(map.at("PS").value(), "cards");
}

}  // namespace
}  // namespace navbat::sim
