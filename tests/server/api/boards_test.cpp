// What managers have the boards say, and what they see of them.

#include "tests/server/api/api_fixture.h"
#include "tests/support/eventually.h"

namespace navbat::server {
namespace {

class BoardsTest : public ApiTest {
 protected:
  static constexpr const char* kNotices = "/branches/demo/notices";

  static std::string notice(unsigned n, const std::string& texts = R"({"uz":"Salom"})",
                            const std::string& kind = "message") {
    return R"({"id":")" + ticket_id(n) + R"(","kind":")" + kind + R"(","texts":)" + texts + "}";
  }
  HttpAnswer post_notice(const std::string& body, const std::string& headers = "") {
    return post(kNotices, kManager, body, headers);
  }
  HttpAnswer withdraw(unsigned n) {
    return ask({.method = "DELETE",
                .path = std::string{kNotices} + "/" + ticket_id(n),
                .token = kManager});
  }
  boost::json::array in_force() {
    return get("/branches/demo/queue", kBoard).json().at("notices").as_array();
  }
  HttpAnswer tell(const std::string& node, const std::string& events = "",
                  const char* token = kBoard) {
    return post(
        "/sync", token,
        R"({"node":")" + node + R"(","epoch":"e","first_seq":1,"events":[)" + events + "]}");
  }
  boost::json::object devices() { return get("/branches/demo/devices", kManager).json(); }
  boost::json::object device(const std::string& node) {
    const boost::json::object all = devices();
    for (const auto& found : all.at("devices").as_array()) {
      if (found.at("node").as_string() == node) return found.as_object();
    }
    ADD_FAILURE() << node << " is not listed";
    return {};
  }
};

TEST_F(BoardsTest, ANoticeIsPostedSeenAndWithdrawn) {
  const HttpAnswer posted = post_notice(notice(1, R"({"uz":"Chiqing","en":"Leave"})", "emergency"));
  ASSERT_EQ(posted.status, 201) << posted.body;
  ASSERT_EQ(in_force().size(), 1u);
  EXPECT_EQ(in_force()[0].as_object(), posted.json());
  EXPECT_EQ(posted.json().at("texts").at("en").as_string(), "Leave");
  EXPECT_TRUE(posted.json().at("until").is_null());
  EXPECT_EQ(withdraw(1).status, 200);
  EXPECT_TRUE(in_force().empty());
  EXPECT_EQ(withdraw(1).status, 200);
  EXPECT_EQ(withdraw(2).status, 404);
  EXPECT_EQ(withdraw(2).kind(), "unknown-notice");
}

TEST_F(BoardsTest, TheSameNoticeAgainIsTheSame) {
  const std::string key = "Idempotency-Key: notice-1\r\n";
  EXPECT_EQ(post_notice(notice(1), key).status, 201);
  EXPECT_EQ(post_notice(notice(1), key).status, 201);
  EXPECT_EQ(post_notice(notice(1)).status, 200);
  EXPECT_EQ(post_notice(notice(2), key).status, 422);
  EXPECT_EQ(post_notice(notice(1, R"({"uz":"Xayr"})")).kind(), "notice-id-taken");
  EXPECT_EQ(in_force().size(), 1u);
}

TEST_F(BoardsTest, ANoticeThatIsNotRightIsRefusedWithItsMember) {
  const auto member = [this](const std::string& body) {
    const HttpAnswer answer = post_notice(body);
    EXPECT_EQ(answer.status, 400) << body;
    return answer.text("member");
  };
  EXPECT_EQ(member(notice(1, "{}")), "texts");
  EXPECT_EQ(member(notice(1, "[]")), "texts");
  EXPECT_EQ(member(notice(1, R"({"uz":7})")), "texts.uz");
  EXPECT_EQ(member(notice(1, R"({"uz":")" + std::string(241, 'a') + R"("})")), "texts.uz");
  EXPECT_EQ(member(notice(1, R"({"de":"Hallo"})")), "texts.de");
  EXPECT_EQ(member(notice(1, R"({"uz":"Salom"})", "party")), "kind");
  EXPECT_EQ(member(R"({"kind":"message","texts":{"uz":"Salom"}})"), "id");
  EXPECT_EQ(member("{"), "");
  EXPECT_EQ(member(notice(1, "{\"uz\":\"\xC3(\"}")), "");  // Not UTF-8.
  EXPECT_EQ(post_notice(notice(1, R"({"uz":"a\nb"})")).status, 422);
  EXPECT_EQ(post_notice(notice(1, R"({"uz":" "})")).status, 422);
  EXPECT_TRUE(in_force().empty());
}

TEST_F(BoardsTest, OneMoreThanTwentyIsRefused) {
  for (unsigned n = 1; n <= 20; ++n) ASSERT_EQ(post_notice(notice(n)).status, 201);
  EXPECT_EQ(post_notice(notice(21)).kind(), "too-many-notices");
  withdraw(7);
  EXPECT_EQ(post_notice(notice(21)).status, 201);
}

TEST_F(BoardsTest, TheManagerSeesHowLongCallsTakeToEyesAndEars) {
  issue(1);
  call("1");
  const std::string at = domain::to_rfc3339(clock_.now() + std::chrono::milliseconds{80});
  ASSERT_EQ(tell("board-hall", R"({"seq":1,"at":")" + at +
                                   R"(","type":"calls_presented","calls":[{"version":)" +
                                   std::to_string(version()) + R"(,"shown_at":")" + at +
                                   R"(","heard":"number","heard_at":")" + at + R"("}]})")
                .status,
            200);
  const boost::json::object board = device("board-hall");
  EXPECT_EQ(board.at("kind").as_string(), "board");
  EXPECT_EQ(board.at("last_contact").as_string(), domain::to_rfc3339(clock_.now()));
  EXPECT_FALSE(board.at("silent").as_bool());
  const boost::json::object& calls = board.at("calls").as_object();
  EXPECT_EQ(calls.at("shown").at("count").as_int64(), 1);
  EXPECT_DOUBLE_EQ(calls.at("shown").at("p50_s").as_double(), 0.08);
  EXPECT_DOUBLE_EQ(calls.at("heard").at("worst_s").as_double(), 0.08);
  EXPECT_EQ(calls.at("heard_as").at("number").as_int64(), 1);
  EXPECT_EQ(devices().at("calls").at("made").as_int64(), 1);
}

TEST_F(BoardsTest, TheManagerSeesABoardThatIsDarkAndWhatIsOutOnAKiosk) {
  tell("board-hall");
  tell(
      "kiosk-1",
      R"({"seq":1,"at":"2026-11-20T05:00:00Z","type":"device_reported","part":"paper","state":"out"})",
      kKiosk);
  clock_.pass(std::chrono::seconds{61});
  EXPECT_TRUE(device("board-hall").at("silent").as_bool());
  const boost::json::object kiosk = device("kiosk-1");
  EXPECT_FALSE(kiosk.at("silent").as_bool());
  EXPECT_EQ(kiosk.at("kind").as_string(), "kiosk");
  EXPECT_EQ(kiosk.at("parts").at(0).at("state").as_string(), "out");
  EXPECT_TRUE(kiosk.at("calls").is_null());
  tell("board-hall");
  EXPECT_FALSE(device("board-hall").at("silent").as_bool());
}

TEST_F(BoardsTest, TheServerRecordsByItselfWhoFellSilentAndWhoIsBack) {
  device_limits_.watch = std::chrono::milliseconds{10};
  restart();
  tell("board-hall");
  const std::int64_t before = version();
  clock_.pass(std::chrono::seconds{61});
  ASSERT_TRUE(testing::eventually([&] { return version() == before + 1; }));
  // A server that starts anew knows it from the log only.
  restart();
  EXPECT_TRUE(device("board-hall").at("silent").as_bool());
  EXPECT_EQ(version(), before + 1);
  tell("board-hall");
  ASSERT_TRUE(testing::eventually([&] { return version() == before + 2; }));
  restart();
  EXPECT_FALSE(device("board-hall").at("silent").as_bool());
}

TEST_F(BoardsTest, ADeviceIsListedUnderItsNameFromItsEnrolmentOn) {
  const HttpAnswer code =
      post("/branches/demo/enrolment-codes", kManager, R"({"kind":"board","name":"Hall"})");
  const HttpAnswer enrolled =
      post("/devices/enrol", "", R"({"code":")" + code.text("code") + R"(","name":"Hall"})");
  ASSERT_EQ(enrolled.status, 201) << enrolled.body;
  EXPECT_EQ(device(enrolled.text("node")).at("name").as_string(), "Hall");
  restart();
  EXPECT_EQ(device(enrolled.text("node")).at("kind").as_string(), "board");
  EXPECT_TRUE(device(enrolled.text("node")).at("last_contact").is_null());
}

}  // namespace
}  // namespace navbat::server
