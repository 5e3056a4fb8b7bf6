#include "server_sync/client/stream_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "tests/client/recorded_branch.h"

namespace navbat::client {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Outcome = StreamSession::Outcome;

// A device that remembers everything, over any number of connections.
struct Device {
  StreamCursor cursor;
  std::vector<std::int64_t> events;
  std::vector<std::int64_t> snapshots;
  std::vector<std::int64_t> losses;
  std::vector<std::string> problems;
  std::size_t room = 1'000'000;

  StreamSession connect() {
    return StreamSession(
        cursor, {.deliver = [this](BranchNews news) { return take(std::move(news)); },
                 .problem = [this](const std::string& line) { problems.push_back(line); }});
  }

  bool take(BranchNews news) {
    if (room == 0) return false;
    --room;
    if (const auto* event = std::get_if<domain::Event>(&news)) events.push_back(event->version);
    if (const auto* shot = std::get_if<QueueSnapshot>(&news)) snapshots.push_back(shot->version);
    if (const auto* lost = std::get_if<HistoryLost>(&news)) losses.push_back(lost->version);
    return true;
  }
};

TEST(StreamSession, DeliversEventsAndSnapshotsInOrder) {
  Device device;
  device.cursor.resume_after = 0;
  StreamSession session = device.connect();
  EXPECT_EQ(session.feed(stream_text(0, 4)), Outcome::kGoOn);
  EXPECT_THAT(device.events, ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(device.snapshots, ElementsAre(4, 4));
  EXPECT_EQ(device.cursor.resume_after, 4);
  EXPECT_THAT(device.problems, IsEmpty());
}

TEST(StreamSession, GivesEachEventOnceWhereverTheStreamIsCut) {
  constexpr std::int64_t kNewest = 6;
  const std::string whole = stream_text(0, kNewest);
  for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
    Device device;
    device.cursor.resume_after = 0;
    StreamSession first = device.connect();
    ASSERT_EQ(first.feed(std::string_view(whole).substr(0, cut)), Outcome::kGoOn);
    StreamSession second = device.connect();
    ASSERT_EQ(second.feed(stream_text(device.cursor.resume_after, kNewest)), Outcome::kGoOn);
    ASSERT_THAT(device.events, ElementsAre(1, 2, 3, 4, 5, 6)) << "cut at " << cut;
    ASSERT_EQ(device.snapshots.back(), kNewest) << "cut at " << cut;
    ASSERT_THAT(device.problems, IsEmpty()) << "cut at " << cut;
  }
}

TEST(StreamSession, DropsAnEventThatComesTwice) {
  Device device;
  StreamSession session = device.connect();
  ASSERT_EQ(session.feed(event_text(5) + event_text(6) + event_text(6) + event_text(5)),
            Outcome::kGoOn);
  EXPECT_THAT(device.events, ElementsAre(5, 6));
}

TEST(StreamSession, DeliversTheFirstEventsAfterASnapshotThatAlreadyCoversThem) {
  Device device;
  StreamSession session = device.connect();
  ASSERT_EQ(session.feed(snapshot_text(5) + event_text(4) + event_text(5)), Outcome::kGoOn);
  EXPECT_THAT(device.events, ElementsAre(4, 5));
}

TEST(StreamSession, GoesOnFromTheSnapshotWhenTheBreakComesBeforeAnyEvent) {
  Device device;
  StreamSession session = device.connect();
  ASSERT_EQ(session.feed(snapshot_text(5)), Outcome::kGoOn);
  EXPECT_EQ(device.cursor.resume_after, 5);
}

TEST(StreamSession, NeverGoesBackToAnOlderSnapshot) {
  Device device;
  StreamSession session = device.connect();
  ASSERT_EQ(session.feed(snapshot_text(5) + snapshot_text(4) + snapshot_text(6)), Outcome::kGoOn);
  EXPECT_THAT(device.snapshots, ElementsAre(5, 6));
}

TEST(StreamSession, AfterAResetGoesOnFromThereAndWantsTheSnapshotAfresh) {
  Device device;
  device.cursor = {900, 900, 900};
  StreamSession session = device.connect();
  ASSERT_EQ(session.feed(snapshot_text(900) + reset_text(3)), Outcome::kGoOn);
  EXPECT_THAT(device.losses, ElementsAre(3));
  EXPECT_TRUE(session.wants_snapshot());
  EXPECT_FALSE(session.is_live());
  ASSERT_TRUE(session.accept_snapshot(snapshot_json(4)));
  EXPECT_FALSE(session.wants_snapshot());
  ASSERT_EQ(session.feed(event_text(4)), Outcome::kGoOn);
  EXPECT_THAT(device.events, ElementsAre(4));
  EXPECT_THAT(device.snapshots, ElementsAre(900, 4));
}

TEST(StreamSession, AHeartbeatIsNewsOnlyOnceTheSnapshotIsThere) {
  Device device;
  StreamSession session = device.connect();
  ASSERT_EQ(session.feed(kHeartbeat), Outcome::kGoOn);
  EXPECT_FALSE(session.take_news());
  EXPECT_FALSE(session.is_live());
  ASSERT_EQ(session.feed(snapshot_text(1)), Outcome::kGoOn);
  EXPECT_TRUE(session.take_news());
  EXPECT_FALSE(session.take_news());
  ASSERT_EQ(session.feed(": heart"), Outcome::kGoOn);
  EXPECT_FALSE(session.take_news());
  ASSERT_EQ(session.feed("beat\n\n"), Outcome::kGoOn);
  EXPECT_TRUE(session.take_news());
}

TEST(StreamSession, LeavesOutWhatItCannotReadAndGoesOn) {
  Device device;
  StreamSession session = device.connect();
  const std::string text = event_text(1) +
                           "id: 2\nevent: hologram_shown\ndata: {\"version\":2}\n\n" +
                           "id: 3\nevent: ticket_called\ndata: not json\n\n" +
                           "event: queue\ndata: {\"version\":\"three\"}\n\n" +
                           "event: reset\ndata: {}\n\n" + event_text(4);
  ASSERT_EQ(session.feed(text), Outcome::kGoOn);
  EXPECT_THAT(device.events, ElementsAre(1, 4));
  EXPECT_THAT(device.problems, SizeIs(4));
  EXPECT_THAT(device.problems[0], HasSubstr("hologram_shown"));
  EXPECT_THAT(device.losses, IsEmpty());
}

TEST(StreamSession, SaysOnceOfEachKindThatItCannotReadIt) {
  Device device;
  for (int version = 2; version < 5; ++version) {
    StreamSession session = device.connect();
    ASSERT_EQ(session.feed("id: " + std::to_string(version) +
                           "\nevent: hologram_shown\ndata: {\"version\":2}\n\n"),
              Outcome::kGoOn);
  }
  EXPECT_THAT(device.problems, SizeIs(1));
}

TEST(StreamSession, DoesNotAskAgainForAnEventThatItCannotRead) {
  Device device;
  device.cursor.resume_after = 1;
  StreamSession session = device.connect();
  ASSERT_EQ(session.feed("id: 2\nevent: hologram_shown\ndata: {\"version\":2}\n\n"),
            Outcome::kGoOn);
  EXPECT_EQ(device.cursor.resume_after, 2);
}

TEST(StreamSession, KeepsItsPlaceWhenTheConsumerStops) {
  Device device;
  device.room = 2;
  StreamSession session = device.connect();
  EXPECT_EQ(session.feed(event_text(1) + event_text(2) + event_text(3) + event_text(4)),
            Outcome::kStopped);
  EXPECT_THAT(device.events, ElementsAre(1, 2));
  EXPECT_EQ(device.cursor.resume_after, 2);
}

TEST(StreamSession, GivesUpOnAnEventWithoutEnd) {
  Device device;
  StreamSession session = device.connect();
  EXPECT_EQ(session.feed("data: " + std::string(kMaxStreamEventBytes, 'x')), Outcome::kUnusable);
}

}  // namespace
}  // namespace navbat::client
