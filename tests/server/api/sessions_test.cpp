#include "server_sync/store/sqlite/branch_schema.h"
#include "server_sync/store/sqlite/connection.h"
#include "server_sync/store/sqlite/sqlite_identity_store.h"
#include "tests/server/api/api_fixture.h"

namespace navbat::server {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(ApiTest, TheCookieIsForThisServerAndItsPagesAlone) {
  const HttpAnswer answer = try_sign_in("teller2", kPassword);
  ASSERT_EQ(answer.status, 201) << answer.body;
  const std::string cookie = answer.headers.at("set-cookie");
  EXPECT_EQ(cookie.find("__Host-navbat="), 0U);
  for (const char* attribute : {"; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"}) {
    EXPECT_THAT(cookie, HasSubstr(attribute));
  }
  EXPECT_THAT(cookie, Not(HasSubstr("Domain")));
  EXPECT_EQ(answer.text("user"), "teller2");
  EXPECT_EQ(answer.text("role"), "teller");
  EXPECT_EQ(answer.text("counter"), "2");
}

TEST_F(ApiTest, AWrongLoginAndAWrongPasswordLookTheSame) {
  const HttpAnswer password = try_sign_in("teller2", "guess");
  const HttpAnswer login = try_sign_in("nobody", "guess");
  EXPECT_EQ(password.status, 401);
  EXPECT_EQ(login.status, 401);
  EXPECT_EQ(password.text("detail"), login.text("detail"));
  EXPECT_EQ(password.kind(), login.kind());
}

TEST_F(ApiTest, GuessingIsSlowedDown) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(try_sign_in("teller2", "guess").status, 401);
  const HttpAnswer refused = try_sign_in("teller2", kPassword);
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.headers.at("retry-after"), "30");
  EXPECT_EQ(try_sign_in("teller3", kPassword).status, 201);
  clock_.pass(seconds{30});
  EXPECT_EQ(try_sign_in("teller2", kPassword).status, 201);
}

TEST_F(ApiTest, ManyLoginsFromOneAddressAreSlowedDownToo) {
  int refused = 0;
  for (int i = 0; i < 25; ++i) {
    if (try_sign_in("guess" + std::to_string(i), "guess").status == 429) ++refused;
  }
  EXPECT_EQ(refused, 5);
}

TEST_F(ApiTest, ASignedInTellerWorksWithTheCookie) {
  issue(1);
  const Cookie me = sign_in("teller2");
  const HttpAnswer called = post("/branches/demo/counters/2/call", "", "{}", me.cookie + me.csrf);
  EXPECT_EQ(called.status, 200) << called.body;
  EXPECT_EQ(called.text("teller"), "teller2");
  EXPECT_EQ(post("/branches/demo/counters/3/call", "", "{}", me.cookie + me.csrf).status, 403);
}

TEST_F(ApiTest, ATellerMayTakeAnotherCounter) {
  const HttpAnswer answer =
      post("/sessions", "",
           R"({"branch":"demo","login":"teller2","password":"navbat-demo","counter":"5"})");
  EXPECT_EQ(answer.text("counter"), "5");
  EXPECT_EQ(post("/sessions", "",
                 R"({"branch":"demo","login":"teller2","password":"navbat-demo","counter":"77"})")
                .status,
            400);
}

TEST_F(ApiTest, ACookieAloneChangesNothing) {
  issue(1);
  const Cookie me = sign_in("teller2");
  const auto before = version();
  const std::string path = "/branches/demo/counters/2/call";
  EXPECT_EQ(post(path, "", "{}", me.cookie).kind(), "csrf");
  EXPECT_EQ(post(path, "", "{}", me.cookie + "X-CSRF-Token: guess\r\n").kind(), "csrf");
  EXPECT_EQ(post(path, "", "{}", me.cookie + me.csrf + "Origin: https://evil.test\r\n").kind(),
            "cross-site");
  EXPECT_EQ(post(path, "", "{}", me.cookie + me.csrf + "Origin: null\r\n").kind(), "cross-site");
  EXPECT_EQ(post(path, "", "{}", me.cookie + me.csrf + "Sec-Fetch-Site: cross-site\r\n").kind(),
            "cross-site");
  EXPECT_EQ(version(), before);
  EXPECT_EQ(post(path, "", "{}", me.cookie + me.csrf + "Origin: https://bank.test\r\n").status,
            200);
}

TEST_F(ApiTest, AFormOfAnotherSiteSignsNobodyIn) {
  test::RawClient client{port()};
  const std::string body = R"({"branch":"demo","login":"teller2","password":"navbat-demo"})";
  const auto response = client.ask(
      "POST /api/v1/sessions HTTP/1.1\r\nHost: bank.test\r\nContent-Type: text/plain\r\n"
      "Content-Length: " +
      std::to_string(body.size()) + "\r\n\r\n" + body);
  EXPECT_EQ(response->status, 415);
  EXPECT_EQ(response->headers.count("set-cookie"), 0U);
}

TEST_F(ApiTest, ASessionEndsWhenItIsNotUsed) {
  const Cookie me = sign_in("teller2");
  const auto current = [&] {
    const int status =
        ask({.method = "GET", .path = "/sessions/current", .headers = me.cookie}).status;
    version();  // Through the writer, behind the note of this use.
    return status;
  };
  clock_.pass(minutes{50});
  EXPECT_EQ(current(), 200);
  clock_.pass(minutes{50});
  EXPECT_EQ(current(), 200);
  clock_.pass(minutes{61});
  EXPECT_EQ(current(), 401);
}

TEST_F(ApiTest, ASessionEndsAfterItsLifeHoweverMuchItIsUsed) {
  const Cookie me = sign_in("teller2");
  const auto current = [&] {
    const int status =
        ask({.method = "GET", .path = "/sessions/current", .headers = me.cookie}).status;
    version();  // Through the writer, behind the note of this use.
    return status;
  };
  for (int i = 0; i < 23; ++i) {
    clock_.pass(minutes{30});
    ASSERT_EQ(current(), 200) << i;
  }
  clock_.pass(minutes{31});
  EXPECT_EQ(current(), 401);
}

TEST_F(ApiTest, SigningOutEndsTheSessionAtOnce) {
  const Cookie me = sign_in("teller2");
  const auto sign_out = [&](const std::string& headers) {
    return ask({.method = "DELETE", .path = "/sessions/current", .headers = headers});
  };
  EXPECT_EQ(sign_out(me.cookie).status, 403);
  const HttpAnswer answer = sign_out(me.cookie + me.csrf);
  EXPECT_EQ(answer.status, 204);
  EXPECT_THAT(answer.headers.at("set-cookie"), HasSubstr("Max-Age=0"));
  EXPECT_EQ(ask({.method = "GET", .path = "/sessions/current", .headers = me.cookie}).status, 401);
}

TEST_F(ApiTest, ASessionOutlivesTheServersRestart) {
  const Cookie me = sign_in("manager");
  restart();
  const HttpAnswer current =
      ask({.method = "GET", .path = "/sessions/current", .headers = me.cookie});
  EXPECT_EQ(current.status, 200);
  EXPECT_EQ(current.text("role"), "manager");
  EXPECT_EQ("X-CSRF-Token: " + current.text("csrf_token") + "\r\n", me.csrf);
}

TEST_F(ApiTest, ASessionsTokenIsNoBearerToken) {
  const Cookie me = sign_in("manager");
  const auto at = me.cookie.find("__Host-navbat=") + 14;
  const std::string token = me.cookie.substr(at, me.cookie.find("\r\n") - at);
  EXPECT_EQ(get("/branches/demo/queue", token).status, 401);
}

TEST_F(ApiTest, WhatPeopleDoIsAudited) {
  const Cookie me = sign_in("teller2");
  try_sign_in("teller3", "guess");
  ask({.method = "DELETE", .path = "/sessions/current", .headers = me.cookie + me.csrf});
  app_.reset();
  store::sqlite::ReaderPool readers{(config_.data / store::sqlite::kBranchFileName).string(),
                                    store::sqlite::branch_schema()};
  store::sqlite::SqliteIdentityStore identities;
  const auto view = readers.acquire();
  ASSERT_TRUE(view.has_value());
  const auto audit = identities.audit(**view, config_.branch.id, 10);
  ASSERT_TRUE(audit.has_value());
  std::vector<std::string> deeds;
  for (const store::AuditEntry& entry : *audit) deeds.push_back(entry.actor + " " + entry.action);
  EXPECT_THAT(deeds, Contains("teller2 session_created"));
  EXPECT_THAT(deeds, Contains("teller3 sign_in_failed"));
  EXPECT_THAT(deeds, Contains("teller2 session_ended"));
}

TEST_F(ApiTest, TheLogHoldsNoSecrets) {
  const Cookie me = sign_in("teller2");
  post("/branches/demo/counters/2/call", "", "{}", me.cookie + me.csrf);
  post("/branches/demo/tickets", kKiosk,
       R"({"id":")" + ticket_id(1) +
           R"(","service":"cash","language":"uz","phone":"+998901234567"})");
  app_.reset();
  const std::string log = log_.str();
  EXPECT_THAT(log, HasSubstr("teller2"));
  EXPECT_THAT(log, Not(HasSubstr(kPassword)));
  EXPECT_THAT(log, Not(HasSubstr("998901234567")));
  EXPECT_THAT(log, Not(HasSubstr("demo-kiosk\",\"token")));
  const auto at = me.cookie.find("__Host-navbat=") + 14;
  EXPECT_THAT(log, Not(HasSubstr(me.cookie.substr(at, 43))));
}

}  // namespace
}  // namespace navbat::server
