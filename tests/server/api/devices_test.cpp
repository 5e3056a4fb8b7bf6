#include "tests/server/api/api_fixture.h"

namespace navbat::server {
namespace {

class EnrolmentTest : public ApiTest {
 protected:
  std::string make_code(const std::string& kind = "kiosk") {
    const auto answer = post("/branches/demo/enrolment-codes", kManager,
                             R"({"kind":")" + kind + R"(","name":"Entrance"})");
    EXPECT_EQ(answer.status, 201) << answer.body;
    return answer.text("code");
  }
  HttpAnswer enrol(const std::string& code) {
    return post("/devices/enrol", "", R"({"code":")" + code + R"(","name":"Entrance"})");
  }
};

TEST_F(EnrolmentTest, ACodeBecomesATokenThatLetsTheDeviceIn) {
  const HttpAnswer enrolled = enrol(make_code());
  ASSERT_EQ(enrolled.status, 201) << enrolled.body;
  EXPECT_EQ(enrolled.text("kind"), "kiosk");
  EXPECT_EQ(enrolled.text("branch"), "demo");
  const std::string token = enrolled.text("token");
  EXPECT_EQ(post("/branches/demo/tickets", token, new_ticket(1)).status, 201);
  restart();
  EXPECT_EQ(get("/branches/demo/queue", token).status, 200);
}

TEST_F(EnrolmentTest, ABoardIssuesNoTickets) {
  const HttpAnswer enrolled = enrol(make_code("board"));
  EXPECT_EQ(post("/branches/demo/tickets", enrolled.text("token"), new_ticket(1)).status, 403);
}

TEST_F(EnrolmentTest, ACodeWorksOnceHoweverItIsTyped) {
  std::string typed = make_code();
  typed.insert(5, "-");
  for (char& c : typed) c = static_cast<char>(std::tolower(c));
  EXPECT_EQ(enrol(typed).status, 201);
  EXPECT_EQ(enrol(typed).status, 404);
  EXPECT_EQ(enrol("0000000000").status, 404);
}

TEST_F(EnrolmentTest, ACodeExpires) {
  const std::string code = make_code();
  clock_.pass(std::chrono::minutes{15});
  EXPECT_EQ(enrol(code).status, 404);
}

TEST_F(EnrolmentTest, GuessingCodesIsSlowedDown) {
  int refused = 0;
  for (int i = 0; i < 25; ++i) {
    if (enrol("AAAAAAAAA" + std::to_string(i % 10)).status == 429) ++refused;
  }
  EXPECT_EQ(refused, 5);
}

TEST_F(EnrolmentTest, AKioskSpeaksForItselfOnly) {
  const HttpAnswer enrolled = enrol(make_code());
  const std::string token = enrolled.text("token");
  const auto batch = [](const std::string& node) {
    return R"({"node":")" + node + R"(","epoch":"e","first_seq":1,"events":[]})";
  };
  EXPECT_EQ(post("/sync", token, batch("kiosk-of-others")).status, 403);
  EXPECT_EQ(post("/sync", token, batch(enrolled.text("node"))).status, 200);
}

TEST_F(EnrolmentTest, AKioskCancelsItsOwnTicketsOnly) {
  const std::string token = enrol(make_code()).text("token");
  issue(1);
  ASSERT_EQ(post("/branches/demo/tickets", token, new_ticket(2)).status, 201);
  EXPECT_EQ(post("/tickets/" + ticket_id(1) + "/cancel", token).status, 403);
  EXPECT_EQ(post("/tickets/" + ticket_id(2) + "/cancel", token).status, 200);
  EXPECT_EQ(get("/tickets/" + ticket_id(1)).text("state"), "waiting");
}

}  // namespace
}  // namespace navbat::server
