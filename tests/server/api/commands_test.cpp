#include "tests/server/api/api_fixture.h"

namespace navbat::server {
namespace {

using ::testing::HasSubstr;

std::string key(const std::string& value) { return "Idempotency-Key: " + value + "\r\n"; }

TEST_F(ApiTest, ATicketsWholeLife) {
  const HttpAnswer issued = issue(1);
  EXPECT_EQ(issued.status, 201) << issued.body;
  EXPECT_EQ(issued.text("label"), "A001");
  EXPECT_EQ(issued.text("state"), "waiting");
  const HttpAnswer called = call("3");
  EXPECT_EQ(called.status, 200) << called.body;
  EXPECT_EQ(called.text("counter"), "3");
  EXPECT_EQ(called.text("teller"), "teller3");
  EXPECT_TRUE(called.json().at("why").is_object());
  const auto act = [this](const char* verb, const char* body) {
    return post("/tickets/" + ticket_id(1) + "/" + verb, "demo-teller-3", body).text("state");
  };
  EXPECT_EQ(act("recall", ""), "called");
  EXPECT_EQ(act("start", ""), "serving");
  EXPECT_EQ(act("finish", R"({"outcome":"done"})"), "finished");
  EXPECT_EQ(act("feedback", R"({"score":4,"reasons":["quick"]})"), "finished");
  EXPECT_EQ(get("/tickets/" + ticket_id(1)).text("state"), "finished");
}

TEST_F(ApiTest, NobodyWaitingIsNoContent) {
  const HttpAnswer answer = call("1");
  EXPECT_EQ(answer.status, 204);
  EXPECT_EQ(answer.body, "");
}

TEST_F(ApiTest, TheSameIdIsTheSameTicket) {
  const HttpAnswer first = issue(1);
  const HttpAnswer again = issue(1);
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.text("label"), first.text("label"));
  EXPECT_EQ(issue(1, "cards").status, 409);
}

TEST_F(ApiTest, TheSameKeyGetsTheSameAnswerForGood) {
  issue(1);
  issue(2);
  const auto call_once = [this] {
    return post("/branches/demo/counters/1/call", "demo-teller-1", "{}", key("press-1"));
  };
  const HttpAnswer first = call_once();
  ASSERT_EQ(first.status, 200);
  const HttpAnswer second = call_once();
  EXPECT_EQ(second.status, 200);
  EXPECT_EQ(second.body, first.body);
  restart();
  EXPECT_EQ(call_once().body, first.body);
  EXPECT_EQ(get("/tickets/" + ticket_id(2)).text("state"), "waiting");
}

TEST_F(ApiTest, ARefusalIsRepeatedToo) {
  issue(1);
  const std::string path = "/tickets/" + ticket_id(1) + "/start";
  const HttpAnswer first = post(path, kManager, "", key("early"));
  ASSERT_EQ(first.status, 409);
  ASSERT_EQ(call("1").status, 200);
  EXPECT_EQ(post(path, kManager, "", key("early")).body, first.body);
  EXPECT_EQ(post(path, kManager, "", key("in time")).status, 400);
  EXPECT_EQ(post(path, kManager, "", key("in-time")).status, 200);
}

TEST_F(ApiTest, AKeyForAnotherRequestIsRefused) {
  ASSERT_EQ(issue(1, "cash", key("k")).status, 201);
  const HttpAnswer other_body = issue(2, "cash", key("k"));
  EXPECT_EQ(other_body.status, 422);
  EXPECT_EQ(other_body.kind(), "idempotency-key-reused");
  EXPECT_EQ(post("/tickets/" + ticket_id(1) + "/cancel", kKiosk, "", key("k")).status, 422);
  EXPECT_EQ(get("/tickets/" + ticket_id(2)).status, 404);
}

TEST_F(ApiTest, KeysOfDifferentPrincipalsDoNotMeet) {
  issue(1);
  issue(2);
  const auto call_with_key = [this](const std::string& counter) {
    return post("/branches/demo/counters/" + counter + "/call", "demo-teller-" + counter, "{}",
                key("same"));
  };
  EXPECT_EQ(call_with_key("1").status, 200);
  EXPECT_EQ(call_with_key("2").status, 200);
}

std::string offline_batch(int first_seq, const std::string& id, const std::string& label) {
  return R"({"node":"kiosk-7","epoch":"e1","first_seq":)" + std::to_string(first_seq) +
         R"(,"events":[{"seq":)" + std::to_string(first_seq) +
         R"(,"at":"2026-11-20T04:50:00.000Z","type":"ticket_issued","ticket":")" + id +
         R"(","label":")" + label + R"(","service":"cash","language":"uz"}]})";
}

TEST_F(ApiTest, AnOfflineTicketJoinsOnceAtItsTrueTime) {
  for (int i = 0; i < 3; ++i) {
    const HttpAnswer answer = post("/sync", kKiosk, offline_batch(1, ticket_id(1), "AX01"));
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.json().at("acked_seq"), 1);
  }
  const HttpAnswer ticket = get("/tickets/" + ticket_id(1));
  EXPECT_EQ(ticket.text("label"), "AX01");
  EXPECT_EQ(ticket.text("issued_at"), "2026-11-20T04:50:00.000Z");
  EXPECT_EQ(get("/branches/demo/queue", kBoard).json().at("waiting_total"), 1);
}

TEST_F(ApiTest, APoisonEventIsSetAsideAndBlocksNothing) {
  const HttpAnswer answer = post(
      "/sync", kKiosk,
      R"({"node":"kiosk-7","epoch":"e1","first_seq":1,"events":[{"seq":1,"at":"2026-11-20T04:50:00Z","type":"ticket_issued","ticket":7},)" +
          offline_batch(2, ticket_id(2), "AX02")
              .substr(std::string{R"({"node":"kiosk-7","epoch":"e1","first_seq":2,"events":[)"}
                          .size()));
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.json().at("acked_seq"), 2);
  EXPECT_EQ(answer.json().at("set_aside").as_array().size(), 1U);
  EXPECT_EQ(get("/tickets/" + ticket_id(2)).text("label"), "AX02");
}

TEST_F(ApiTest, WaitsComeAsJsonCsvAndWorkbook) {
  issue(1);
  clock_.pass(std::chrono::seconds{90});
  ASSERT_EQ(call("1").status, 200);
  const auto report = [this](const std::string& accept) {
    return ask({.method = "GET",
                .path = "/branches/demo/wait-times?by=hour",
                .token = kManager,
                .headers = "Accept: " + accept + "\r\n"});
  };
  const auto row = report("application/json").json().at("rows").as_array().at(0).as_object();
  EXPECT_EQ(row.at("called"), 1);
  EXPECT_NEAR(row.at("mean_wait_s").to_number<double>(), 90.0, 0.001);
  const HttpAnswer csv = report("text/csv");
  EXPECT_THAT(csv.headers.at("content-type"), HasSubstr("text/csv"));
  EXPECT_THAT(csv.headers.at("content-disposition"), HasSubstr("wait-times-2026-11-20"));
  const HttpAnswer workbook =
      report("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  EXPECT_EQ(workbook.body.substr(0, 2), "PK");
}

TEST_F(ApiTest, WhatIsOnShowIsPublic) {
  EXPECT_EQ(get("/branches").json().at("branches").as_array().size(), 1U);
  EXPECT_EQ(get("/branches/demo").text("bank"), "Meridian Bank");
  EXPECT_THAT(get("/openapi.yaml").body, HasSubstr("openapi: 3.1.0"));
  EXPECT_EQ(get("/healthz").status, 200);
  EXPECT_EQ(get("/readyz").status, 200);
  issue(1);
  // Counted once the answer has left, so it may be seen a moment later.
  const std::string counted =
      "navbat_http_requests_total{method=\"POST\",route=\"/api/v1/branches/{branch}/tickets\","
      "status=\"201\"} 1";
  std::string metrics;
  for (int i = 0; i < 1000 && metrics.find(counted) == std::string::npos; ++i) {
    metrics = get("/metrics").body;
  }
  EXPECT_THAT(metrics, HasSubstr(counted));
}

}  // namespace
}  // namespace navbat::server
