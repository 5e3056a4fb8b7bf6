#include "server_sync/server/http/target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server_sync/server/http/text.h"

namespace navbat::server::http {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(RequestTarget, SplitsThePathBeforeItDecodes) {
  const auto target = parse_target("/a%2Fb/c%20d/%D0%90");
  ASSERT_TRUE(target);
  EXPECT_THAT(target->segments, ElementsAre("a/b", "c d", "А"));
}

TEST(RequestTarget, TheRootHasNoSegments) {
  EXPECT_THAT(parse_target("/")->segments, IsEmpty());
  EXPECT_THAT(parse_target("/?x=1")->segments, IsEmpty());
}

TEST(RequestTarget, KeepsEmptySegmentsSoThatTheyMatchNothing) {
  EXPECT_THAT(parse_target("//a/")->segments, ElementsAre("", "a", ""));
}

TEST(RequestTarget, DecodesTheQuery) {
  const auto target = parse_target("/x?from=2026-11-22&by=hour%2Cday&note=a+b&flag&&empty=");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->query.find("from"), "2026-11-22");
  EXPECT_EQ(target->query.find("by"), "hour,day");
  EXPECT_EQ(target->query.find("note"), "a b");
  EXPECT_EQ(target->query.find("flag"), "");
  EXPECT_EQ(target->query.find("empty"), "");
  EXPECT_EQ(target->query.find("other"), std::nullopt);
}

TEST(RequestTarget, TakesTheAbsoluteFormOfProxies) {
  EXPECT_THAT(parse_target("HTTP://bank.example:80/a/b?c=d")->segments, ElementsAre("a", "b"));
  EXPECT_THAT(parse_target("https://bank.example")->segments, IsEmpty());
}

TEST(RequestTarget, RefusesBrokenPercentEncoding) {
  for (const char* bad : {"/%", "/%4", "/%G1", "/%4G", "/a?b=%", "/a?%zz=1"}) {
    EXPECT_THAT(parse_target(bad).error(), HasSubstr("two hex digits")) << bad;
  }
}

TEST(RequestTarget, RefusesControlCharactersEncodedOrNot) {
  for (const char* bad : {"/%00", "/a%0d%0aSet-Cookie:x", "/%7f", "/?a=%1b"}) {
    EXPECT_THAT(parse_target(bad).error(), HasSubstr("control")) << bad;
  }
}

TEST(RequestTarget, RefusesWhatIsNotUtf8) {
  for (const char* bad : {"/%ff", "/%c0%af", "/%ed%a0%80", "/%f5%80%80%80", "/?q=%e2%82"}) {
    EXPECT_THAT(parse_target(bad).error(), HasSubstr("UTF-8")) << bad;
  }
}

TEST(RequestTarget, RefusesDotSegmentsEncodedOrNot) {
  for (const char* bad : {"/..", "/a/../b", "/a/%2e%2e/b", "/.%2e", "/./a"}) {
    EXPECT_THAT(parse_target(bad).error(), HasSubstr("'..'")) << bad;
  }
}

TEST(RequestTarget, RefusesWhatIsNotAPath) {
  for (const char* bad : {"", "*", "a/b", "ftp://x/y", "/a#b"}) {
    EXPECT_FALSE(parse_target(bad)) << bad;
  }
}

TEST(Utf8, AcceptsTheEdgesOfEveryLength) {
  EXPECT_TRUE(is_valid_utf8(std::string("\0\x7F", 2)));
  EXPECT_TRUE(
      is_valid_utf8("\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"));
}

TEST(Utf8, RefusesOverlongFormsSurrogatesAndTruncation) {
  for (const char* bad : {"\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                          "\xF4\x90\x80\x80", "\xE2\x82", "a\xF0\x9F\x98"}) {
    EXPECT_FALSE(is_valid_utf8(bad));
  }
}

}  // namespace
}  // namespace navbat::server::http
