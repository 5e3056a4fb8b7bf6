#include "domain/time.h"

#include <gtest/gtest.h>

namespace navbat::domain {
namespace {

TEST(Time, IsWrittenInUtcWithMilliseconds) {
  EXPECT_EQ(to_rfc3339(from_unix_ms(1'773'736'500'250)), "2026-03-17T08:35:00.250Z");
}

TEST(Time, ReadsBackWhatItWrote) {
  const Timestamp t = from_unix_ms(1'773'736'500'007);
  EXPECT_EQ(parse_rfc3339(to_rfc3339(t)), t);
}

TEST(Time, UnderstandsOffsetsAndFractions) {
  const auto expected = from_unix_ms(1'773'736'500'123);
  EXPECT_EQ(parse_rfc3339("2026-03-17T13:35:00.1239999+05:00"), expected);
  EXPECT_EQ(parse_rfc3339("2026-03-17t08:35:00.123z"), expected);
  EXPECT_EQ(parse_rfc3339("2026-03-17 03:05:00.123-05:30"), expected);
}

TEST(Time, RefusesWhatIsNoTime) {
  for (const char* text :
       {"", "now", "2026-03-17", "2026-02-30T00:00:00Z", "2026-03-17T24:00:00Z",
        "2026-03-17T08:60:00Z", "2026-03-17T08:35:00", "2026-03-17T08:35:00.Z",
        "2026-03-17T08:35:00Zx", "1969-12-31T23:59:59Z", "9999-01-01T00:00:00Z",
        "-026-03-17T08:35:00Z", "2026-3-17T08:35:00Z", "2026-03-17T08:35:00+25:00"}) {
    const auto parsed = parse_rfc3339(text);
    ASSERT_FALSE(parsed.has_value()) << text;
    EXPECT_NE(parsed.error().find("RFC 3339"), std::string::npos);
  }
}

}  // namespace
}  // namespace navbat::domain
