// What a board gets to know of a queue picture, as plain values.

#include "server_sync/client/decode_view.h"

#include <gtest/gtest.h>

#include "server_sync/protocol/queue_snapshot.h"
#include "tests/client/recorded_branch.h"
#include "tests/support/test_branch.h"

namespace navbat::client {
namespace {

using domain::Seconds;

TEST(QueuePicture, SaysWhoIsNextWhatIsLateAndWhatStaffHaveToSay) {
  protocol::QueueSnapshot wire = *protocol::decode_queue_snapshot(snapshot_json(4));
  wire.services[0].next = {"A007", "A009"};
  wire.services[0].delay =
      domain::ServiceDelay{.reason = domain::DelayReason::kFewerCounters,
                           .tickets = 3,
                           .wait = {Seconds{600}, Seconds{900}, Seconds{1200}}};
  wire.notices = {{.id = domain::NoticeId{testing::test_id(1).bytes()},
                   .kind = domain::NoticeKind::kEmergency,
                   .texts = {{domain::LanguageTag{"uz-Cyrl"}, "Бинони тарк этинг"}},
                   .until = wire.at + Seconds{60}}};
  const auto picture = decode_queue(encode(wire));
  ASSERT_TRUE(picture.has_value()) << picture.error();
  EXPECT_EQ(picture->services[0].next, wire.services[0].next);
  EXPECT_EQ(picture->services[0].delay, wire.services[0].delay);
  EXPECT_EQ(picture->notices, wire.notices);
}

TEST(QueuePicture, OfAServerThatKnowsNoneOfItIsWithout) {
  std::string json = snapshot_json(4);
  for (const std::string member : {R"(,"delay":null,"next":[])", R"(,"notices":[])"}) {
    ASSERT_NE(json.find(member), std::string::npos) << json;
    json.erase(json.find(member), member.size());
  }
  const auto picture = decode_queue(json);
  ASSERT_TRUE(picture.has_value()) << picture.error();
  EXPECT_TRUE(picture->notices.empty());
  EXPECT_TRUE(picture->services[0].next.empty());
  EXPECT_EQ(picture->services[0].delay, std::nullopt);
}

}  // namespace
}  // namespace navbat::client
