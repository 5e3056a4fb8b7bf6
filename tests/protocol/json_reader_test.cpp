#include "server_sync/protocol/json_reader.h"

#include <gtest/gtest.h>

namespace navbat::protocol {
namespace {

std::string error_of(std::string_view json, const std::function<void(ObjectReader&)>& read) {
  const auto value = parse_json(json);
  if (!value) return value.error().to_string();
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  read(in);
  return error ? error->to_string() : "";
}

TEST(Json, ThatIsMalformedIsRefused) {
  for (const std::string text :
       {"", "{", "{\"a\":1,}", "[1]2", "nul", "{\"a\":\"\xff\"}", "{'a':1}"}) {
    EXPECT_FALSE(parse_json(text).has_value()) << text;
  }
}

TEST(Json, ThatIsNestedTooDeeplyIsRefusedWithTheLimit) {
  const std::string deep = std::string(1000, '[') + std::string(1000, ']');
  EXPECT_EQ(parse_json(deep).error().to_string(), "expected JSON of at most 16 levels");
}

TEST(ObjectReader, SaysWhichMemberAndWhatWasExpected) {
  EXPECT_EQ(error_of("[]", [](ObjectReader&) {}), "expected an object");
  EXPECT_EQ(error_of("{}", [](ObjectReader& in) { in.time("at"); }),
            "\"at\": expected an RFC 3339 time such as 2026-11-22T09:05:00.000Z, of the years 2000 "
            "to 2105");
  EXPECT_EQ(error_of("{\"n\":1.5}", [](ObjectReader& in) { in.integer("n", 0, 9); }),
            "\"n\": expected a whole number from 0 to 9");
  EXPECT_EQ(error_of("{\"n\":\"1\"}", [](ObjectReader& in) { in.integer("n", 0, 9); }),
            "\"n\": expected a whole number from 0 to 9");
  EXPECT_EQ(error_of("{\"s\":7}", [](ObjectReader& in) { in.string("s", 5); }),
            "\"s\": expected a string of at most 5 bytes");
  EXPECT_EQ(error_of("{\"id\":\"x\"}", [](ObjectReader& in) { in.ticket_id("id"); }),
            "\"id\": expected a UUIDv7 such as 01890a5d-ac96-774b-bcce-b302099a8057");
  EXPECT_EQ(error_of("{\"service\":\"a b\"}",
                     [](ObjectReader& in) { in.name<domain::ServiceId>("service"); }),
            std::string{"\"service\": expected "} + ObjectReader::kNameExpected);
}

TEST(ObjectReader, KeepsTheFirstError) {
  EXPECT_EQ(error_of("{\"a\":1,\"b\":2}",
                     [](ObjectReader& in) {
                       in.string("a");
                       in.string("b");
                     }),
            "\"a\": expected a string of at most 200 bytes");
}

TEST(ObjectReader, TakesNullForAbsent) {
  EXPECT_EQ(
      error_of("{\"a\":null}", [](ObjectReader& in) { EXPECT_EQ(in.time_opt("a"), std::nullopt); }),
      "");
}

TEST(ObjectReader, RefusesNulInText) {
  EXPECT_EQ(error_of("{\"a\":\"x\\u0000y\"}", [](ObjectReader& in) { in.string("a"); }),
            "\"a\": expected a string without NUL");
}

}  // namespace
}  // namespace navbat::protocol
