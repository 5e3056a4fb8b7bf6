// Whatever comes in: a problem that says what was expected, nothing changed, the server goes on.

#include "tests/server/api/api_fixture.h"

namespace navbat::server {
namespace {

constexpr const char* kTickets = "/branches/demo/tickets";
constexpr const char* kId = "019a0000-0000-7000-8000-000000000009";

struct BadInput {
  const char* name;
  std::string path;
  std::string token;
  std::string body;
  int status;
  std::string member{};  // Which the problem names; empty when it is the whole body.
  std::string method = "POST";
  std::string headers{};
};

class BadInputTest : public ApiTest, public ::testing::WithParamInterface<BadInput> {};

TEST_P(BadInputTest, IsAProblemAndChangesNothing) {
  const BadInput& bad = GetParam();
  issue(1);
  const auto before = version();
  const HttpAnswer answer = ask({.method = bad.method,
                                 .path = bad.path,
                                 .token = bad.token,
                                 .body = bad.body,
                                 .headers = bad.headers});
  EXPECT_EQ(answer.status, bad.status) << answer.body;
  EXPECT_EQ(answer.headers.at("content-type"), "application/problem+json");
  EXPECT_NE(answer.text("expected"), "") << answer.body;
  if (!bad.member.empty()) {
    EXPECT_EQ(answer.text("member"), bad.member) << answer.body;
  }
  EXPECT_EQ(version(), before);
}

BadInput ticket(const char* name, const std::string& members, int status,
                const std::string& member) {
  return {name, kTickets, "demo-kiosk", "{" + members + "}", status, member};
}

std::string with(const std::string& more) {
  return R"("id":")" + std::string{kId} + R"(","service":"cash","language":"uz",)" + more;
}

std::string deep(int levels) {
  return std::string(static_cast<std::size_t>(levels), '[') +
         std::string(static_cast<std::size_t>(levels), ']');
}

INSTANTIATE_TEST_SUITE_P(
    Tickets, BadInputTest,
    ::testing::Values(
        BadInput{"NotJson", kTickets, "demo-kiosk", "{", 400},
        BadInput{"NoBody", kTickets, "demo-kiosk", "", 400},
        BadInput{"NoObject", kTickets, "demo-kiosk", "[]", 400},
        BadInput{"TwoValues", kTickets, "demo-kiosk", "{} {}", 400},
        BadInput{"DeepNesting", kTickets, "demo-kiosk", deep(1000), 400},
        BadInput{"DeepNestingInside", kTickets, "demo-kiosk",
                 "{" + with("\"x\":" + deep(100)) + "}", 400},
        BadInput{"InvalidUtf8", kTickets, "demo-kiosk", "{" + with("\"x\":\"\xC3\x28\"") + "}",
                 400},
        BadInput{"TooLarge", kTickets, "demo-kiosk", std::string(20'000, ' '), 413},
        ticket("NoId", R"("service":"cash","language":"uz")", 400, "id"),
        ticket("IdIsANumber", R"("id":7,"service":"cash","language":"uz")", 400, "id"),
        ticket("IdIsNoUuid", R"("id":"7","service":"cash","language":"uz")", 400, "id"),
        ticket("IdIsNotVersion7",
               R"("id":"019a0000-0000-4000-8000-000000000009","service":"cash","language":"uz")",
               400, "id"),
        ticket("NoService", R"("id":"019a0000-0000-7000-8000-000000000009","language":"uz")", 400,
               "service"),
        ticket("ServiceIsAnObject",
               R"("id":"019a0000-0000-7000-8000-000000000009","service":{},"language":"uz")", 400,
               "service"),
        ticket(
            "UnknownService",
            R"("id":"019a0000-0000-7000-8000-000000000009","service":"pensions","language":"uz")",
            422, ""),
        ticket(
            "ServiceIsSql",
            R"("id":"019a0000-0000-7000-8000-000000000009","service":"a' OR 1=1","language":"uz")",
            400, "service"),
        ticket("UnknownLanguage",
               R"("id":"019a0000-0000-7000-8000-000000000009","service":"cash","language":"tlh")",
               400, "language"),
        ticket("UnknownPriority", with(R"("priority":"rich")"), 400, "priority"),
        ticket("PriorityIsTrue", with(R"("priority":true)"), 400, "priority"),
        ticket("AppointmentIsANumber", with(R"("appointment":-1)"), 400, "appointment"),
        ticket("AppointmentIsNoTime", with(R"("appointment":"tomorrow")"), 400, "appointment"),
        ticket("AppointmentBeforeTime", with(R"("appointment":"1601-01-01T00:00:00Z")"), 400,
               "appointment"),
        ticket("AppointmentInTheFarFuture", with(R"("appointment":"9999-12-31T23:59:59Z")"), 400,
               "appointment"),
        ticket("AppointmentNextWeek", with(R"("appointment":"2026-11-27T05:00:00Z")"), 400,
               "appointment"),
        ticket("PhoneIsText", with(R"("phone":"call me")"), 400, "phone"),
        BadInput{"UnknownBranch", "/branches/mars/tickets", "demo-kiosk", "{}", 404}),
    [](const auto& test) { return std::string{test.param.name}; });

BadInput command(const char* name, const std::string& path, const std::string& body, int status,
                 const std::string& member = "") {
  return {name, path, "demo-manager", body, status, member};
}

std::string ticket_path(const std::string& verb) {
  return "/tickets/019a0000-0000-7000-8000-000000000001/" + verb;
}

INSTANTIATE_TEST_SUITE_P(
    Commands, BadInputTest,
    ::testing::Values(
        command("UnknownCounter", "/branches/demo/counters/99/call", "", 404),
        command("CallOfAWrongType", "/branches/demo/counters/1/call", R"({"ticket":5})", 400,
                "ticket"),
        command("CallOfAnUnknownTicket", "/branches/demo/counters/1/call",
                R"({"ticket":"019a0000-0000-7000-8000-00000000ffff"})", 404),
        command("OpenWithUnknownService", "/branches/demo/counters/1/open",
                R"({"services":["pensions"]})", 422),
        command("OpenWithAText", "/branches/demo/counters/1/open", R"({"services":"cash"})", 400,
                "services"),
        command("PauseWithoutReason", "/branches/demo/counters/1/pause", "{}", 400, "reason"),
        command("PauseWithBlankReason", "/branches/demo/counters/1/pause", R"({"reason":"  "})",
                400, "reason"),
        command("PauseWithControls", "/branches/demo/counters/1/pause", R"({"reason":"a\u0007"})",
                400, "reason"),
        command("BodyIsAnArray", "/branches/demo/counters/1/close", "[]", 400),
        command("TicketIdIsNone", "/tickets/7/start", "", 400, "id"),
        command("UnknownTicket", "/tickets/019a0000-0000-7000-8000-00000000ffff/start", "", 404),
        command("WrongState", ticket_path("start"), "", 409),
        command("FinishBeforeStart", ticket_path("finish"), "", 409),
        command("TransferNowhere", ticket_path("transfer"), "{}", 400, "service"),
        command("TransferToUnknown", ticket_path("transfer"), R"({"service":"pensions"})", 422),
        command("NoteTooLong", ticket_path("transfer"),
                R"({"service":"cards","note":")" + std::string(500, 'x') + "\"}", 400, "note"),
        command("ScoreZero", ticket_path("feedback"), R"({"score":0})", 400, "score"),
        command("ScoreFive", ticket_path("feedback"), R"({"score":5})", 400, "score"),
        command("ScoreIsAText", ticket_path("feedback"), R"({"score":"4"})", 400, "score"),
        command("ScoreIsAFraction", ticket_path("feedback"), R"({"score":1.5})", 400, "score"),
        command("ReasonTooLong", ticket_path("feedback"),
                R"({"score":1,"reasons":[")" + std::string(41, 'x') + "\"]}", 400, "reasons"),
        command("CodeForAToaster", "/branches/demo/enrolment-codes",
                R"({"kind":"toaster","name":"x"})", 400, "kind"),
        command("CodeWithoutKind", "/branches/demo/enrolment-codes", R"({"name":"x"})", 400,
                "kind"),
        BadInput{"KeyWithASpace", ticket_path("cancel"), "demo-manager", "", 400, "Idempotency-Key",
                 "POST", "Idempotency-Key: a b\r\n"},
        BadInput{"KeyTooLong", ticket_path("cancel"), "demo-manager", "", 400, "Idempotency-Key",
                 "POST", "Idempotency-Key: " + std::string(129, 'k') + "\r\n"},
        BadInput{"TwoKeys", ticket_path("cancel"), "demo-manager", "", 400, "Idempotency-Key",
                 "POST", "Idempotency-Key: a\r\nIdempotency-Key: b\r\n"}),
    [](const auto& test) { return std::string{test.param.name}; });

BadInput sync(const char* name, const std::string& body, const std::string& member) {
  return {name, "/sync", "demo-kiosk", body, 400, member};
}
BadInput read(const char* name, const std::string& path, const std::string& member) {
  return {name, path, "demo-manager", "", 400, member, "GET"};
}

INSTANTIATE_TEST_SUITE_P(
    SyncAndReads, BadInputTest,
    ::testing::Values(
        sync("NoNode", R"({"epoch":"e","first_seq":1,"events":[]})", "node"),
        sync("NodeIsNoName", R"({"node":"a b","epoch":"e","first_seq":1,"events":[]})", "node"),
        sync("SeqZero", R"({"node":"k","epoch":"e","first_seq":0,"events":[]})", "first_seq"),
        sync("SeqNegative", R"({"node":"k","epoch":"e","first_seq":-5,"events":[]})", "first_seq"),
        sync("EventsIsText", R"({"node":"k","epoch":"e","first_seq":1,"events":"x"})", "events"),
        sync("NoEvents", R"({"node":"k","epoch":"e","first_seq":1})", "events"),
        read("ReportFromNonsense", "/branches/demo/wait-times?from=yesterday", "from"),
        read("ReportFromTheDistantPast", "/branches/demo/wait-times?from=0001-01-01", "from"),
        read("ReportBackwards", "/branches/demo/wait-times?from=2026-11-20&to=2026-11-19", "to"),
        read("ReportByColour", "/branches/demo/wait-times?by=colour", "by"),
        BadInput{"ReportAsPicture", "/branches/demo/wait-times", "demo-manager", "", 406, "", "GET",
                 "Accept: image/png\r\n"},
        BadInput{"CursorIsText", "/branches/demo/events", "demo-manager", "", 400, "Last-Event-ID",
                 "GET", "Last-Event-ID: latest\r\n"},
        BadInput{"CursorIsNegative", "/branches/demo/events", "demo-manager", "", 400,
                 "Last-Event-ID", "GET", "Last-Event-ID: -1\r\n"},
        BadInput{"QueueOfUnknownBranch", "/branches/mars/queue", "demo-manager", "", 404, "",
                 "GET"},
        BadInput{"UnknownBranch", "/branches/mars", "", "", 404, "", "GET"},
        BadInput{"TicketOfNoId", "/tickets/A042", "", "", 400, "id", "GET"}),
    [](const auto& test) { return std::string{test.param.name}; });

TEST_F(ApiTest, AWrongStateNamesTheState) {
  issue(1);
  const auto answer = post("/tickets/" + ticket_id(1) + "/finish", kManager);
  EXPECT_EQ(answer.status, 409);
  EXPECT_EQ(answer.text("state"), "waiting");
}

TEST_F(ApiTest, ABusyCounterNamesItsTicket) {
  issue(1);
  issue(2);
  ASSERT_EQ(call("1").status, 200);
  const auto answer = call("1");
  EXPECT_EQ(answer.status, 409);
  EXPECT_EQ(answer.text("ticket"), ticket_id(1));
}

TEST_F(ApiTest, UnknownMembersAreLeftToNewerPeers) {
  const auto answer =
      post("/branches/demo/tickets", kKiosk,
           R"({"id":")" + ticket_id(1) + R"(","service":"cash","language":"uz","colour":"green"})");
  EXPECT_EQ(answer.status, 201) << answer.body;
}

}  // namespace
}  // namespace navbat::server
