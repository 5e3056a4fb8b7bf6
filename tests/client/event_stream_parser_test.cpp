#include "server_sync/client/event_stream_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace navbat::client {

bool operator==(const StreamEvent& a, const StreamEvent& b) {
  return a.type == b.type && a.data == b.data && a.id == b.id;
}

void PrintTo(const StreamEvent& event, std::ostream* out) {
  *out << "{type " << event.type << ", data " << event.data << ", id " << event.id << "}";
}

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<StreamEvent> parse_chunks(const std::vector<std::string>& chunks) {
  EventStreamParser parser;
  std::vector<StreamEvent> events;
  for (const std::string& chunk : chunks) {
    EXPECT_TRUE(parser.feed(chunk, [&](const StreamEvent& event) { events.push_back(event); }));
  }
  return events;
}

std::vector<StreamEvent> parse(std::string_view text) { return parse_chunks({std::string(text)}); }

TEST(EventStreamParser, ReadsTypeDataAndId) {
  EXPECT_THAT(parse("id: 7\nevent: ticket_called\ndata: {\"a\":1}\n\n"),
              ElementsAre(StreamEvent{"ticket_called", "{\"a\":1}", "7"}));
}

TEST(EventStreamParser, JoinsDataLinesWithLineFeeds) {
  EXPECT_THAT(parse("data: a\ndata\ndata: b\n\n"),
              ElementsAre(StreamEvent{"message", "a\n\nb", ""}));
}

TEST(EventStreamParser, TakesAwayOnlyOneSpaceAfterTheColon) {
  EXPECT_THAT(parse("data:  x\n\ndata:y\n\n"),
              ElementsAre(StreamEvent{"message", " x", ""}, StreamEvent{"message", "y", ""}));
}

TEST(EventStreamParser, KeepsTheIdForEventsThatSendNone) {
  EXPECT_THAT(parse("id: 3\ndata: a\n\nevent: queue\ndata: b\n\n"),
              ElementsAre(StreamEvent{"message", "a", "3"}, StreamEvent{"queue", "b", "3"}));
}

TEST(EventStreamParser, IgnoresAnIdWithNul) {
  EXPECT_THAT(parse(std::string_view("id: 3\nid: 4\0\ndata: a\n\n", 22)),
              ElementsAre(StreamEvent{"message", "a", "3"}));
}

TEST(EventStreamParser, DropsTheTypeOfAnEventWithoutData) {
  EXPECT_THAT(parse("event: lonely\n\ndata: a\n\n"), ElementsAre(StreamEvent{"message", "a", ""}));
}

TEST(EventStreamParser, IgnoresUnknownFieldsAndRetry) {
  EXPECT_THAT(parse("retry: 10\nfuture: thing\ndata: a\n\n"),
              ElementsAre(StreamEvent{"message", "a", ""}));
}

TEST(EventStreamParser, CountsCommentsAsSignsOfLife) {
  EventStreamParser parser;
  std::size_t events = 0;
  ASSERT_TRUE(parser.feed(":\n\n: heartbeat\n\n", [&](const StreamEvent&) { ++events; }));
  EXPECT_EQ(parser.comments(), 2U);
  EXPECT_EQ(events, 0U);
}

TEST(EventStreamParser, GivesAnEventEndedByCarriageReturnsAtOnce) {
  EXPECT_THAT(parse("data: a\r\r"), SizeIs(1));
}

TEST(EventStreamParser, CountsCarriageReturnAndLineFeedAcrossChunksAsOneLineEnd) {
  EXPECT_THAT(parse_chunks({"data: a\r", "\ndata: b\r", "\n\r", "\n"}),
              ElementsAre(StreamEvent{"message", "a\nb", ""}));
}

TEST(EventStreamParser, SkipsOneByteOrderMarkWhereverItIsCut) {
  EXPECT_THAT(parse("\xEF\xBB\xBF"
                    "data: a\n\n"),
              SizeIs(1));
  EXPECT_THAT(parse_chunks({"\xEF", "\xBB", "\xBF", "data: a\n\n"}), SizeIs(1));
}

TEST(EventStreamParser, GivesBackBytesThatOnlyBeganLikeAByteOrderMark) {
  EXPECT_THAT(parse_chunks({"\xEF",
                            "\xBB"
                            "data: a\ndata: b\n\n"}),
              ElementsAre(StreamEvent{"message", "b", ""}));
}

TEST(EventStreamParser, ForgetsAnEventThatTheStreamDoesNotFinish) {
  EXPECT_THAT(parse("id: 9\ndata: a\n"), IsEmpty());
}

TEST(EventStreamParser, FailsForGoodWhenOneEventExceedsTheLimit) {
  EventStreamParser parser(32);
  std::size_t events = 0;
  const auto count = [&](const StreamEvent&) { ++events; };
  EXPECT_TRUE(parser.feed("data: fits\n\n", count));
  EXPECT_FALSE(parser.feed("data: 0123456789\ndata: 0123456789\ndata: 0123456789\n", count));
  EXPECT_FALSE(parser.feed("\n\ndata: a\n\n", count));
  EXPECT_EQ(events, 1U);
}

TEST(EventStreamParser, LimitsALineWithoutEnd) {
  EventStreamParser parser(1000);
  bool ok = true;
  int fed = 0;
  for (; ok && fed < 100; ++fed) ok = parser.feed(std::string(100, 'x'), [](const StreamEvent&) {});
  EXPECT_EQ(fed, 11);
}

// --- properties ----------------------------------------------------------------------------------

struct WrittenEvent {
  std::string type;
  std::string data;
  std::string id;
};

rc::Gen<std::string> plain_text() {
  return rc::gen::container<std::string>(
      rc::gen::distinctFrom(rc::gen::inRange<char>(0x20, 0x7F), ' '));
}

rc::Gen<std::string> data_text() {
  return rc::gen::container<std::string>(rc::gen::element('a', ' ', ':', '{', '"', '\n', '\xC5'));
}

rc::Gen<std::string> line_end() { return rc::gen::element<std::string>("\n", "\r", "\r\n"); }

std::string written(const std::vector<WrittenEvent>& events, const std::string& end) {
  std::string text;
  for (const WrittenEvent& event : events) {
    if (!event.type.empty()) text += "event: " + event.type + end;
    text += "id: " + event.id + end;
    std::string_view data = event.data;
    for (;;) {
      const std::size_t cut = data.find('\n');
      text += "data: " + std::string(data.substr(0, cut)) + end;
      if (cut == std::string_view::npos) break;
      data.remove_prefix(cut + 1);
    }
    text += end + ": heartbeat" + end + end;
  }
  return text;
}

std::vector<WrittenEvent> any_events() {
  const auto count = *rc::gen::inRange(0, 6);
  std::vector<WrittenEvent> events;
  for (int i = 0; i < count; ++i) {
    events.push_back({*plain_text(), *data_text(), *plain_text()});
  }
  return events;
}

RC_GTEST_PROP(EventStreamParserProperty, WhatWasWrittenIsReadHoweverItIsCut, ()) {
  const std::vector<WrittenEvent> events = any_events();
  const std::string text = written(events, *line_end());

  std::vector<std::string> chunks;
  for (std::size_t at = 0; at < text.size();) {
    const auto length = *rc::gen::inRange<std::size_t>(1, 12);
    chunks.push_back(text.substr(at, length));
    at += length;
  }

  const std::vector<StreamEvent> read = parse_chunks(chunks);
  RC_ASSERT(read.size() == events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    RC_ASSERT(read[i].type == (events[i].type.empty() ? "message" : events[i].type));
    RC_ASSERT(read[i].data == events[i].data);
    RC_ASSERT(read[i].id == events[i].id);
  }
}

RC_GTEST_PROP(EventStreamParserProperty, APrefixGivesAPrefixOfTheEvents, ()) {
  const std::string text = written(any_events(), *line_end());
  const std::vector<StreamEvent> all = parse(text);
  const auto cut = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
  const std::vector<StreamEvent> some = parse(text.substr(0, cut));
  RC_ASSERT(some.size() <= all.size());
  for (std::size_t i = 0; i < some.size(); ++i) RC_ASSERT(some[i] == all[i]);
}

RC_GTEST_PROP(EventStreamParserProperty, AnyBytesCutAnywhereReadTheSame, ()) {
  const auto text = *rc::gen::container<std::string>(
      rc::gen::element('d', 'a', 't', ':', ' ', '\r', '\n', '\0', '\xEF', '\xBB', '\xBF', 'i'));
  const auto cut = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
  RC_ASSERT(parse_chunks({text.substr(0, cut), text.substr(cut)}) == parse(text));
}

}  // namespace
}  // namespace navbat::client
