// Whatever comes over the wire: refused with what was expected, nothing changed, the process up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <memory>
#include <ostream>
#include <vector>

#include "tests/support/http_connection.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"

namespace navbat::e2e {
namespace {

namespace json = boost::json;
using ::testing::Contains;
using ::testing::HasSubstr;
using testing::HttpConnection;
using testing::HttpReply;

constexpr const char* kTickets = "/api/v1/branches/demo/tickets";
constexpr const char* kCounter = "/api/v1/branches/demo/counters/1";
constexpr const char* kSync = "/api/v1/sync";
constexpr const char* kId = "019aaf3e-7d7c-7c11-9d0e-0c3a8b1f2a55";

struct Case {
  const char* name;
  const char* method;
  std::string target;
  const char* token;
  std::string body;
  std::vector<int> statuses;  // Any of these.
  const char* headers = "";
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::string ticket_with(const std::string& member, const std::string& value) {
  const std::string id = member == "id" ? value : '"' + std::string{kId} + '"';
  const std::string service = member == "service" ? value : R"("cash")";
  const std::string language = member == "language" ? value : R"("uz")";
  std::string body = R"({"id":)" + id + R"(,"service":)" + service + R"(,"language":)" + language;
  if (member != "id" && member != "service" && member != "language") {
    body += ",\"" + member + "\":" + value;
  }
  return body + "}";
}

Case ticket(const char* name, std::string body, int status = 400) {
  return {name, "POST", kTickets, "demo-kiosk", std::move(body), {status}};
}

std::vector<Case> bodies() {
  return {
      ticket("CutOff", R"({"id":)"),
      ticket("FollowedByMore", ticket_with("", "1") + "x"),
      ticket("AnArray", "[]"),
      ticket("AText", R"("ticket")"),
      ticket("Null", "null"),
      ticket("Empty", ""),
      ticket("InvalidUtf8", ticket_with("service", "\"\xC3\x28\"")),
      ticket("OverlongUtf8", ticket_with("service", "\"\xC0\xAF\"")),
      ticket("Surrogate", ticket_with("service", R"("\ud800")")),
      ticket("NulByte", ticket_with("service", std::string("\"ca\0sh\"", 7))),
      ticket("DeeplyNestedArrays", std::string(4'000, '[')),
      ticket("DeeplyNestedObjects",
             ticket_with("more", std::string(200, '[') + std::string(200, ']'))),
      ticket("Oversized", ticket_with("phone", '"' + std::string(300'000, '1') + '"'), 413),
      ticket("NoId", R"({"service":"cash","language":"uz"})"),
      ticket("IdOfAnotherVersion", ticket_with("id", R"("7d444840-9dc0-41d1-b245-5ffdce74fad2")")),
      ticket("IdNoUuid", ticket_with("id", R"("42")")),
      ticket("IdANumber", ticket_with("id", "42")),
      ticket("ServiceANumber", ticket_with("service", "1")),
      ticket("ServiceAnObject", ticket_with("service", "{}")),
      ticket("LanguageUnknown", ticket_with("language", R"("tlh")")),
      ticket("PriorityUnknown", ticket_with("priority", R"("rich")")),
      ticket("PriorityTrue", ticket_with("priority", "true")),
      ticket("PhoneNoNumber", ticket_with("phone", R"("call me")")),
      ticket("AppointmentBeforeComputers", ticket_with("appointment", R"("1901-01-01T00:00:00Z")")),
      ticket("AppointmentInAnotherAge", ticket_with("appointment", R"("9999-01-01T00:00:00Z")")),
      ticket("AppointmentNoDate", ticket_with("appointment", R"("2026-13-45T99:00:00Z")")),
      ticket("AppointmentNegative", ticket_with("appointment", "-1")),
  };
}

std::vector<Case> commands() {
  const std::string ticket_path = std::string{"/api/v1/tickets/"} + kId;
  const std::string counter{kCounter};
  const std::string good = ticket_with("", "1");
  return {
      {"UnknownService",
       "POST",
       kTickets,
       "demo-kiosk",
       ticket_with("service", R"("gold")"),
       {422}},
      {"UnknownBranch", "POST", "/api/v1/branches/nowhere/tickets", "demo-kiosk", good, {403, 404}},
      {"UnknownCounter",
       "POST",
       "/api/v1/branches/demo/counters/99/call",
       "demo-manager",
       "",
       {404}},
      {"UnknownTicket", "POST", ticket_path + "/start", "demo-teller-1", "", {404}},
      {"TicketIdOfNoKind", "GET", "/api/v1/tickets/abc", "", "", {400, 404}},
      {"TicketIdOfDots", "GET", "/api/v1/tickets/..%2f..%2fetc", "", "", {400, 404}},
      {"UnknownRoute", "GET", "/api/v1/nothing", "demo-manager", "", {404}},
      {"AnotherMethod", "PUT", kTickets, "demo-kiosk", "{}", {405}},
      {"AnotherContentType",
       "POST",
       kTickets,
       "demo-kiosk",
       "",
       {400, 415},
       "Content-Type: text/plain\r\n"},
      {"NobodyIssues", "POST", kTickets, "", good, {401}},
      {"AStrangerIssues", "POST", kTickets, "demo-kiosk-x", good, {401}},
      {"ABoardIssues", "POST", kTickets, "demo-board", good, {403}},
      {"AKioskCalls", "POST", counter + "/call", "demo-kiosk", "", {403}},
      {"ATellerCallsElsewhere", "POST", counter + "/call", "demo-teller-2", "", {403}},
      {"AKioskReadsTheReview", "GET", "/api/v1/branches/demo/wait-times", "demo-kiosk", "", {403}},
      {"AStaleSession",
       "GET",
       "/api/v1/branches/demo/queue",
       "",
       "",
       {401},
       "Cookie: __Host-navbat=c3RhbGU\r\n"},
      {"AStaleSessionCommands",
       "POST",
       counter + "/call",
       "",
       "",
       {401, 403},
       "Cookie: __Host-navbat=c3RhbGU\r\nX-CSRF-Token: x\r\n"},
      {"CallOfNoTicket", "POST", counter + "/call", "demo-teller-1", R"({"ticket":5})", {400}},
      {"CallOfAnUnknownTicket",
       "POST",
       counter + "/call",
       "demo-teller-1",
       std::string{R"({"ticket":")"} + kId + "\"}",
       {404}},
      {"PauseWithoutReason", "POST", counter + "/pause", "demo-teller-1", "{}", {400}},
      {"PauseWithALongReason",
       "POST",
       counter + "/pause",
       "demo-teller-1",
       R"({"reason":")" + std::string(5'000, 'x') + "\"}",
       {400}},
      {"OpenForNothing", "POST", counter + "/open", "demo-teller-1", R"({"services":[]})", {400}},
      {"OpenForTheUnknown",
       "POST",
       counter + "/open",
       "demo-teller-1",
       R"({"services":["gold"]})",
       {422}},
      {"KeyWithSpaces", "POST", kTickets, "demo-kiosk", good, {400}, "Idempotency-Key: a b\r\n"},
      {"EmptyKey", "POST", kTickets, "demo-kiosk", good, {400}, "Idempotency-Key: \r\n"},
      {"SignInWithoutPassword",
       "POST",
       "/api/v1/sessions",
       "",
       R"({"branch":"demo","login":"x"})",
       {400}},
      {"SignInWithAWrongOne",
       "POST",
       "/api/v1/sessions",
       "",
       R"({"branch":"demo","login":"teller1","password":"wrong"})",
       {401}},
      {"EnrolWithAnInventedCode",
       "POST",
       "/api/v1/devices/enrol",
       "",
       R"({"code":"AAAA-BBBB","name":"x"})",
       {400, 404}},
  };
}

std::vector<Case> questions() {
  const std::string waits = "/api/v1/branches/demo/wait-times?";
  const std::string batch = R"({"node":"kiosk-1","epoch":"e","first_seq":1,"events":)";
  return {
      {"PeriodOfNoDates", "GET", waits + "from=yesterday", "demo-manager", "", {400}},
      {"PeriodBackwards",
       "GET",
       waits + "from=2026-02-02&to=2026-02-01",
       "demo-manager",
       "",
       {400}},
      {"PeriodOfAges", "GET", waits + "from=0001-01-01&to=9999-01-01", "demo-manager", "", {400}},
      {"GroupUnknown", "GET", waits + "by=weather", "demo-manager", "", {400}},
      {"SyncFromSeqZero",
       "POST",
       kSync,
       "demo-kiosk",
       R"({"node":"kiosk-1","epoch":"e","first_seq":0,"events":[]})",
       {400}},
      {"SyncFromANegativeSeq",
       "POST",
       kSync,
       "demo-kiosk",
       R"({"node":"kiosk-1","epoch":"e","first_seq":-5,"events":[]})",
       {400}},
      {"SyncOfNoList", "POST", kSync, "demo-kiosk", batch + "{}}", {400}},
      {"SyncWithoutNode",
       "POST",
       kSync,
       "demo-kiosk",
       R"({"epoch":"e","first_seq":1,"events":[]})",
       {400}},
      {"SyncByATeller", "POST", kSync, "demo-teller-1", batch + "[]}", {403}},
      {"SyncOfMegabytes",
       "POST",
       kSync,
       "demo-kiosk",
       batch + "[\"" + std::string(5'000'000, 'x') + "\"]}",
       {413}},
  };
}

class BadInput : public ::testing::TestWithParam<Case> {
 protected:
  static void SetUpTestSuite() {
    dir_ = std::make_unique<testing::TempDir>();
    server_ = std::make_unique<testing::ServerProcess>(
        testing::ServerProcess::Options{.folder = dir_->path()});
  }
  static void TearDownTestSuite() {
    server_.reset();
    dir_.reset();
  }

  static json::object ask(std::string_view method, const std::string& target,
                          std::string_view token, const std::string& body = "") {
    HttpConnection connection{server_->port()};
    const HttpReply reply = connection.request(method, target, token, body);
    EXPECT_LT(reply.status, 300) << reply.body;
    return json::parse(reply.body).as_object();
  }
  static std::int64_t version() {
    return ask("GET", "/api/v1/branches/demo/queue", "demo-board")
        .at("version")
        .to_number<std::int64_t>();
  }
  static void expect_problem(const HttpReply& reply, const std::vector<int>& statuses) {
    EXPECT_THAT(statuses, Contains(reply.status)) << reply.body;
    ASSERT_TRUE(reply.headers.contains("content-type"));
    EXPECT_THAT(reply.headers.at("content-type"), HasSubstr("application/problem+json"));
    const json::object problem = json::parse(reply.body).as_object();
    EXPECT_EQ(problem.at("status").to_number<int>(), reply.status);
    EXPECT_FALSE(problem.at("title").as_string().empty());
    EXPECT_FALSE(problem.at("detail").as_string().empty());
    if (reply.status == 400) {
      ASSERT_TRUE(problem.contains("expected")) << reply.body;
      EXPECT_FALSE(problem.at("expected").as_string().empty());
    }
  }
  void TearDown() override { EXPECT_TRUE(server_->process().running()); }

  static std::unique_ptr<testing::TempDir> dir_;
  static std::unique_ptr<testing::ServerProcess> server_;
};

std::unique_ptr<testing::TempDir> BadInput::dir_;
std::unique_ptr<testing::ServerProcess> BadInput::server_;

TEST_P(BadInput, IsRefusedWithWhatWasExpectedAndChangesNothing) {
  const Case& c = GetParam();
  const std::int64_t before = version();
  HttpConnection connection{server_->port()};
  const HttpReply reply = connection.request(c.method, c.target, c.token, c.body, c.headers);
  expect_problem(reply, c.statuses);
  EXPECT_EQ(version(), before);
}

std::string name_of(const ::testing::TestParamInfo<Case>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Body, BadInput, ::testing::ValuesIn(bodies()), name_of);
INSTANTIATE_TEST_SUITE_P(Command, BadInput, ::testing::ValuesIn(commands()), name_of);
INSTANTIATE_TEST_SUITE_P(Question, BadInput, ::testing::ValuesIn(questions()), name_of);

class BadMoment : public BadInput {
 protected:
  static HttpReply post(const std::string& target, std::string_view token,
                        const std::string& body = "", std::string_view headers = "") {
    HttpConnection connection{server_->port()};
    return connection.request("POST", target, token, body, headers);
  }
  static std::string ticket_body(int n) {
    return ticket_with("id", "\"019aaf3e-7d7c-7c11-9d0e-0c3a8b1f20" + std::to_string(n) + "\"");
  }
  static std::string path_of(const json::object& ticket, const std::string& action) {
    return "/api/v1/tickets/" + std::string{ticket.at("id").as_string().c_str()} + "/" + action;
  }
};

TEST_F(BadMoment, IsNamedWithTheStateThatTheTicketIsIn) {
  const json::object waiting = ask("POST", kTickets, "demo-kiosk", ticket_body(10));
  const std::int64_t before = version();
  for (const char* action : {"start", "finish", "no-show", "recall", "resume"}) {
    SCOPED_TRACE(action);
    const HttpReply reply = post(path_of(waiting, action), "demo-teller-1");
    expect_problem(reply, {409});
    EXPECT_EQ(json::parse(reply.body).as_object().at("state"), "waiting");
  }
  EXPECT_EQ(version(), before);
}

TEST_F(BadMoment, OfACounterThatStillHasATicketNamesIt) {
  ask("POST", kTickets, "demo-kiosk", ticket_body(11));
  ask("POST", kTickets, "demo-kiosk", ticket_body(12));
  const json::object called = ask("POST", std::string{kCounter} + "/call", "demo-teller-1");
  const std::int64_t before = version();
  const HttpReply again = post(std::string{kCounter} + "/call", "demo-teller-1");
  expect_problem(again, {409});
  EXPECT_EQ(json::parse(again.body).as_object().at("ticket"), called.at("id"));
  expect_problem(post(path_of(called, "start"), "demo-teller-2"), {403, 409});
  EXPECT_EQ(version(), before);
  ask("POST", path_of(called, "start"), "demo-teller-1");
  ask("POST", path_of(called, "finish"), "demo-teller-1");
}

TEST_F(BadMoment, OfAKeyThatWasUsedForAnotherRequestIsRefused) {
  const char* key = "Idempotency-Key: the-same-key\r\n";
  const HttpReply first = post(kTickets, "demo-kiosk", ticket_body(13), key);
  EXPECT_EQ(first.status, 201) << first.body;
  const HttpReply again = post(kTickets, "demo-kiosk", ticket_body(13), key);
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
  const std::int64_t before = version();
  expect_problem(post(kTickets, "demo-kiosk", ticket_body(14), key), {422});
  EXPECT_EQ(version(), before);
}

TEST_F(BadMoment, OfAFeedbackOutOfRangeIsRefused) {
  ask("POST", kTickets, "demo-kiosk", ticket_body(15));
  const json::object called = ask("POST", std::string{kCounter} + "/call", "demo-teller-1");
  ask("POST", path_of(called, "start"), "demo-teller-1");
  ask("POST", path_of(called, "finish"), "demo-teller-1");
  const std::int64_t before = version();
  for (const char* score : {"0", "5", "-1", "1.5", "\"3\"", "null", "1e99"}) {
    SCOPED_TRACE(score);
    expect_problem(
        post(path_of(called, "feedback"), "demo-kiosk", R"({"score":)" + std::string{score} + "}"),
        {400});
  }
  EXPECT_EQ(version(), before);
}

TEST_F(BadMoment, OfASyncedTicketIsSetAsideAndBlocksNobody) {
  const std::int64_t before = version();
  std::string events;
  int seq = 0;
  for (const char* time :
       {"\"1970-01-01T00:00:00Z\"", "\"2106-02-07T06:28:16Z\"", "-1", "\"now\""}) {
    events += (seq == 0 ? "" : ",") + (R"({"seq":)" + std::to_string(seq + 1)) +
              R"(,"type":"ticket_issued","ticket":"019aaf3e-7d7c-7c11-9d0e-0c3a8b1f200)" +
              std::to_string(seq) + R"(","label":"AX0)" + std::to_string(seq + 1) +
              R"(","service":"cash","language":"uz","at":)" + time + "}";
    ++seq;
  }
  const json::object reply =
      ask("POST", kSync, "demo-kiosk",
          R"({"node":"kiosk-9","epoch":"bad-times","first_seq":1,"events":[)" + events + "]}");
  EXPECT_EQ(reply.at("acked_seq").to_number<int>(), seq);
  EXPECT_EQ(reply.at("set_aside").as_array().size(), static_cast<std::size_t>(seq));
  EXPECT_EQ(version(), before);
}

}  // namespace
}  // namespace navbat::e2e
