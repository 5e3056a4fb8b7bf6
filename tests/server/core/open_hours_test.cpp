// Hours and quotas: whom the branch still takes, and what it says to the others.

#include "tests/server/core/branch_server_fixture.h"

namespace navbat::server {
namespace {

using namespace std::chrono_literals;

// The clock stands at 10:00 in Tashkent on a Tuesday.
class OpenHours : public BranchServer {
 protected:
  void open_on_tuesdays(const std::string& spans) {
    domain::WeekHours week;
    week.days[1] = *domain::parse_spans(spans);
    config_.hours.week = week;
    restart();
  }
  boost::json::object service(std::size_t i) {
    return boost::json::parse(queue()).at("services").at(i).as_object();
  }
};

TEST_F(OpenHours, ABranchWithoutHoursIsAlwaysOpen) {
  clock_.pass(15h);
  EXPECT_EQ(issue(1)->status, 201);
  EXPECT_TRUE(service(0).at("open").as_bool());
  EXPECT_TRUE(service(0).at("closed_because").is_null());
}

TEST_F(OpenHours, ATicketOutsideThemIsRefusedWithTheTimeOfOpening) {
  open_on_tuesdays("11:00-13:00");
  const auto refused = issue(1);
  EXPECT_EQ(refused->status, 409);
  EXPECT_EQ(kind(refused), "service-closed");
  EXPECT_EQ(text(refused, "opens_at"), "2026-03-17T06:00:00.000Z");
  EXPECT_FALSE(service(0).at("open").as_bool());
  EXPECT_EQ(service(0).at("closed_because").as_string(), "hours");
  EXPECT_EQ(service(0).at("opens_at").as_string(), "2026-03-17T06:00:00.000Z");
  clock_.pass(1h);
  EXPECT_EQ(text(issue(1), "label"), "A001");
}

TEST_F(OpenHours, TheTicketThatWasIssuedBeforeClosingIsStillTheSame) {
  open_on_tuesdays("09:00-11:00");
  EXPECT_EQ(issue(1)->status, 201);
  clock_.pass(2h);
  EXPECT_EQ(issue(1)->status, 200);
  EXPECT_EQ(issue(2)->status, 409);
}

TEST_F(OpenHours, PaperIsNeverRefused) {
  open_on_tuesdays("11:00-13:00");
  sync(1, {offline(1, 900, "AX01")});
  EXPECT_EQ(state_of(900), "waiting");
}

TEST_F(OpenHours, AQuotaClosesItsServiceUntilTheNextDayAlsoAfterARestart) {
  config_.services[0].quota = 2;
  restart();
  EXPECT_EQ(issue(1)->status, 201);
  EXPECT_EQ(issue(2)->status, 201);
  restart();
  const auto refused = issue(3);
  EXPECT_EQ(refused->status, 409);
  EXPECT_EQ(kind(refused), "quota-reached");
  EXPECT_EQ(issue(4, "cards")->status, 201);
  EXPECT_EQ(service(0).at("closed_because").as_string(), "quota");
  EXPECT_EQ(service(0).at("issued_today").as_int64(), 2);
  clock_.pass(24h);
  EXPECT_EQ(text(issue(5), "label"), "A001");
}

}  // namespace
}  // namespace navbat::server
