#include "tests/server/api/api_fixture.h"

namespace navbat::server {
namespace {

using ::testing::HasSubstr;

class EventsTest : public ApiTest {
 protected:
  std::unique_ptr<test::RawClient> follow(const std::string& last_event_id = "") {
    auto client = std::make_unique<test::RawClient>(port());
    client->send(
        "GET /api/v1/branches/demo/events HTTP/1.1\r\nHost: bank.test\r\nAuthorization: "
        "Bearer demo-board\r\n" +
        (last_event_id.empty() ? "" : "Last-Event-ID: " + last_event_id + "\r\n") + "\r\n");
    EXPECT_THAT(client->read_until("\r\n\r\n"), HasSubstr("text/event-stream"));
    return client;
  }
  // Versions of the durable events read from `client`, until the one wanted.
  static std::vector<std::int64_t> read_to(test::RawClient& client, std::int64_t last) {
    std::vector<std::int64_t> versions;
    while (versions.empty() || versions.back() < last) {
      const std::string frame = client.read_until("\n\n");
      if (frame.empty()) break;
      if (frame.starts_with("id: ")) versions.push_back(std::stoll(frame.substr(4)));
    }
    return versions;
  }
  static std::vector<std::int64_t> range(std::int64_t first, std::int64_t last) {
    std::vector<std::int64_t> versions;
    for (; first <= last; ++first) versions.push_back(first);
    return versions;
  }
};

TEST_F(EventsTest, BeginWithTheQueueThenFollowWhatHappens) {
  const auto client = follow();
  EXPECT_THAT(client->read_until("event: queue\n"), HasSubstr("retry: "));
  EXPECT_THAT(client->read_until("\n\n"), HasSubstr("\"waiting_total\":0"));
  issue(1);
  EXPECT_THAT(client->read_until("\n\n"), HasSubstr("event: ticket_issued\n"));
  EXPECT_THAT(client->read_until("\"waiting_total\":1"), HasSubstr("event: queue\n"));
}

TEST_F(EventsTest, AreResumedWithoutLossAcrossARestart) {
  for (unsigned n = 1; n <= 5; ++n) issue(n);
  const auto last = version();
  const auto client = follow("3");
  EXPECT_EQ(read_to(*client, last), range(4, last));
  restart();
  for (unsigned n = 6; n <= 8; ++n) issue(n);
  const auto again = follow(std::to_string(last));
  EXPECT_EQ(read_to(*again, last + 3), range(last + 1, last + 3));
}

TEST_F(EventsTest, ComeOutOfTheStoreWhenTheReaderWasAwayForLong) {
  for (unsigned n = 1; n <= 400; ++n) ASSERT_EQ(issue(n).status, 201);
  const auto last = version();
  const auto client = follow("0");
  EXPECT_EQ(read_to(*client, last), range(1, last));
}

TEST_F(EventsTest, ACursorThatWasNeverGivenIsReset) {
  const auto client = follow("1000000");
  EXPECT_THAT(client->read_until("event: reset\n"), HasSubstr("id: " + std::to_string(version())));
}

TEST_F(EventsTest, CarryNoPersonalData) {
  const auto client = follow();
  post("/branches/demo/tickets", kKiosk,
       R"({"id":")" + ticket_id(1) +
           R"(","service":"cash","language":"uz","phone":"+998901234567"})");
  const std::string seen = client->read_until("\"waiting_total\":1");
  EXPECT_THAT(seen, HasSubstr("ticket_issued"));
  EXPECT_EQ(seen.find("998901234567"), std::string::npos);
}

}  // namespace
}  // namespace navbat::server
