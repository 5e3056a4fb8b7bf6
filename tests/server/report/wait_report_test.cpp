#include "server_sync/server/report/wait_report.h"

#include <gtest/gtest.h>
#include <boost/json.hpp>

namespace navbat::server {
namespace {

using std::chrono::minutes;

class Report : public ::testing::Test {
 protected:
  tl::expected<WaitQuery, QueryError> ask(std::optional<std::string_view> from,
                                          std::optional<std::string_view> to = {},
                                          std::optional<std::string_view> by = {}) {
    return parse_wait_query(from, to, by, *domain::BusinessDay::parse("2026-03-17"), calendar);
  }
  std::string complaint(std::optional<std::string_view> from,
                        std::optional<std::string_view> to = {},
                        std::optional<std::string_view> by = {}) {
    const auto query = ask(from, to, by);
    return query ? "" : query.error().parameter;
  }
  WaitReport report(const WaitQuery& query) {
    domain::Visit visit;
    visit.issued_at = *domain::parse_rfc3339("2026-03-17T05:10:00Z");
    visit.day = *domain::BusinessDay::parse("2026-03-17");
    visit.service = domain::ServiceId{"cash"};
    visit.state = domain::TicketState::kFinished;
    visit.called_at = visit.issued_at + minutes{6};
    visit.ended_at = *visit.called_at + minutes{4};
    visit.counter = domain::CounterId{"1"};
    visit.teller = domain::TellerId{"=1+1"};
    domain::BranchConfig config;
    config.services = {{domain::ServiceId{"cash"}, 'A', minutes{5}, minutes{4}}};
    return make_report(query, {visit}, config, calendar);
  }
  domain::BranchCalendar calendar{*domain::find_time_zone("Asia/Tashkent"), minutes{0}};
};

TEST_F(Report, IsOfTodayWhenNothingWasAsked) {
  const auto query = ask({});
  EXPECT_EQ(query->first_day.to_string(), "2026-03-17");
  EXPECT_EQ(query->last_day.to_string(), "2026-03-17");
  EXPECT_TRUE(query->by.empty());
}

TEST_F(Report, TakesDatesInclusiveAndInstantsExactly) {
  EXPECT_EQ(report(*ask("2026-03-16", "2026-03-17")).rows[0].issued, 1);
  EXPECT_EQ(report(*ask("2026-03-17T05:10:00Z", "2026-03-17T05:10:01Z")).rows[0].issued, 1);
  EXPECT_EQ(report(*ask("2026-03-17T05:10:01Z", "2026-03-17T06:00:00Z")).rows[0].issued, 0);
  EXPECT_EQ(report(*ask("2026-03-17T05:00:00Z", "2026-03-17T05:10:00Z")).rows[0].issued, 0);
}

TEST_F(Report, RefusesWhatMakesNoSense) {
  EXPECT_EQ(complaint("yesterday"), "from");
  EXPECT_EQ(complaint("2026-03-17", "2026-03-16"), "to");
  EXPECT_EQ(complaint("2026-03-17", "soon"), "to");
  EXPECT_EQ(complaint("2000-01-01", "2026-03-17"), "to");
  EXPECT_EQ(complaint("2026-03-17", {}, "minute"), "by");
  EXPECT_EQ(complaint("2026-03-17", {}, "hour,hour"), "by");
}

TEST_F(Report, AsJsonHasNamesAndFigures) {
  const auto json =
      boost::json::parse(to_json(report(*ask("2026-03-17", {}, "hour,service")))).as_object();
  const auto& row = json.at("rows").as_array().at(0).as_object();
  EXPECT_EQ(row.at("hour").as_string(), "2026-03-17T10:00");
  EXPECT_EQ(row.at("service").as_string(), "cash");
  EXPECT_EQ(row.at("mean_wait_s").as_double(), 360.0);
  EXPECT_EQ(row.at("within_target").as_double(), 0.0);
  EXPECT_EQ(row.at("mean_service_s").as_double(), 240.0);
}

TEST_F(Report, AsJsonWritesNullForTheMeanOfNobody) {
  const auto json =
      boost::json::parse(to_json(report(*ask("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"))));
  EXPECT_TRUE(json.at("rows").at(0).at("mean_wait_s").is_null());
}

TEST_F(Report, AsCsvIsNoFormulaForASpreadsheet) {
  const std::string csv = to_csv(report(*ask("2026-03-17", {}, "teller")));
  EXPECT_EQ(
      csv,
      "teller,issued,called,served,no_shows,left,mean_wait_s,p50_wait_s,p90_wait_s,p95_wait_s,"
      "within_target,promises,promises_kept,mean_service_s\r\n"
      "'=1+1,1,1,1,0,0,360.000,360.000,360.000,360.000,0.000,0,0,240.000\r\n");
}

TEST_F(Report, AsXlsxIsAWorkbook) {
  const auto bytes = to_xlsx(report(*ask("2026-03-17")));
  ASSERT_TRUE(bytes.has_value()) << bytes.error();
  EXPECT_EQ(bytes->substr(0, 2), "PK");
  EXPECT_NE(bytes->find("xl/worksheets/sheet1.xml"), std::string::npos);
}

}  // namespace
}  // namespace navbat::server
