// A recorded day through the API, and the waits that the manager sees against a second opinion.
//
// Where libfaketime is installed, the server's clock runs as fast as the day is replayed, so that
// its waits and hours are those of a real day; elsewhere the whole day falls into a few real
// seconds.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cmath>
#include <fstream>
#include <iostream>

#include "tests/e2e/recorded_day.h"
#include "tests/simulation/navbat_sim/run.h"
#include "tests/support/http_connection.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"

namespace navbat::e2e {
namespace {

namespace json = boost::json;

class ReplayedDay : public ::testing::Test {
 protected:
  ReplayedDay() : day_(write_recorded_day(dir_.file("day.csv"), 3)) {
    std::filesystem::create_directory(dir_.file("server"));
  }

  // The day in about 16 s of real time; 9:00 in Tashkent is 4:00 UTC.
  static constexpr int kFast = 1800;

  void start_server(bool fast_clock) {
    testing::ServerProcess::Options options{.folder = dir_.file("server")};
    fast_clock_ = fast_clock && testing::fake_clock_library().has_value();
    if (fast_clock_) options.clock = "@2026-03-02 04:00:00 x" + std::to_string(kFast);
    server_.emplace(std::move(options));
  }

  sim::Result replay() {
    sim::Options options;
    options.session.server = server_->url();
    options.session.log = dir_.file("sim.jsonl");
    options.session.alone = true;
    options.replay = dir_.file("day.csv");
    options.day = "1999-02-03";
    options.speed.reset();
    if (fast_clock_) options.speed = kFast;
    options.same_clock = fast_clock_;
    options.kiosks = 3;
    options.tellers = 5;
    const sim::Output output{[&](const std::string& line) { said_.push_back(line); },
                             [](const std::string&) {}};
    auto result = sim::run(options, output, {});
    if (!result) throw std::runtime_error(result.error());
    return std::move(*result);
  }

  json::array rows_of_server() {
    testing::HttpConnection connection{server_->port()};
    const std::string period = fast_clock_ ? "from=2026-03-02&to=2026-03-02&" : "";
    const auto reply = connection.request(
        "GET", "/api/v1/branches/demo/wait-times?" + period + "by=hour", "demo-manager");
    EXPECT_EQ(reply.status, 200) << reply.body;
    return json::parse(reply.body).as_object().at("rows").as_array();
  }

  json::array rows_of_check() {
    testing::ChildProcess check{
        {testing::program("navbat-wait-check").string(), dir_.file("sim.jsonl"), "Asia/Tashkent"},
        dir_.file("check.out"),
        dir_.file("check.err")};
    EXPECT_EQ(check.wait(std::chrono::seconds{30}), 0) << check.err();
    return json::parse(check.out()).as_object().at("rows").as_array();
  }

  testing::TempDir dir_;
  RecordedDay day_;
  bool fast_clock_ = false;
  std::optional<testing::ServerProcess> server_;
  std::vector<std::string> said_;
};

TEST_F(ReplayedDay, GivesEveryCustomerATicketThatIsCalledOnceOrGivenBack) {
  start_server(false);
  const sim::Result result = replay();
  std::cout << result.summary;
  EXPECT_THAT(result.first_broken, ::testing::IsEmpty());
  EXPECT_EQ(result.tickets, day_.visits);
  EXPECT_EQ(result.calls_in_order, result.calls);
  EXPECT_LE(result.calls, day_.visits);
  EXPECT_GE(result.calls, day_.served);
  EXPECT_THAT(said_, ::testing::Contains("row 2: left out: start before arrival"));
}

void expect_same(const json::object& server, const json::object& check) {
  for (const auto& [name, value] : check) {
    SCOPED_TRACE(std::string{name});
    ASSERT_TRUE(server.contains(name));
    if (!value.is_number()) {
      EXPECT_EQ(server.at(name), value);
    } else {
      EXPECT_NEAR(server.at(name).to_number<double>(), value.to_number<double>(), 0.0005);
    }
  }
}

TEST_F(ReplayedDay, HasTheWaitsThatASecondProgramComputesFromTheLog) {
  start_server(true);
  const sim::Result result = replay();
  std::cout << result.summary;
  ASSERT_THAT(result.first_broken, ::testing::IsEmpty());
  const json::array server = rows_of_server();
  const json::array check = rows_of_check();
  ASSERT_GE(check.size(), fast_clock_ ? 8U : 1U);
  ASSERT_EQ(server.size(), check.size());
  for (std::size_t i = 0; i < check.size(); ++i) {
    SCOPED_TRACE(json::serialize(server[i]));
    expect_same(server[i].as_object(), check[i].as_object());
  }
}

}  // namespace
}  // namespace navbat::e2e
