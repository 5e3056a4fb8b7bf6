#include "display_board/panel/messages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace navbat::board {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::chrono::year_month_day kDay{2026y, std::chrono::November, 22d};

std::string with_message(const std::string& message) {
  return R"({"messages": [)" + message + "]}";
}

std::string error_of(const std::string& text) {
  const auto messages = parse_messages(text);
  return messages ? "no error" : messages.error();
}

TEST(Messages, HaveATextForEachLanguage) {
  const auto messages = parse_messages(
      with_message(R"({"uz": "Yangi karta", "uz-Cyrl": "Янги карта", "ru": "Новая карта"})"));
  ASSERT_TRUE(messages) << messages.error();
  const client::Translations expected{
      {"uz", "Yangi karta"}, {"uz-Cyrl", "Янги карта"}, {"ru", "Новая карта"}};
  EXPECT_THAT(messages_of_day(messages->value, kDay), ::testing::ElementsAre(expected));
  EXPECT_EQ(messages->unknown, "");
}

TEST(Messages, AreShownUpToTheirLastDay) {
  const auto messages = parse_messages(with_message(R"({"until": "2026-11-22", "en": "Today"})"));
  ASSERT_TRUE(messages) << messages.error();
  EXPECT_THAT(messages_of_day(messages->value, kDay), SizeIs(1));
  EXPECT_THAT(messages_of_day(messages->value, kDay.year() / kDay.month() / 23d), IsEmpty());
  EXPECT_THAT(messages_of_day(messages->value, std::nullopt), IsEmpty());
}

TEST(Messages, MayBeNone) { EXPECT_EQ(error_of(R"({"messages": []})"), "no error"); }

TEST(Messages, SayWhereAKeyIsThatNobodyKnows) {
  const auto messages = parse_messages(with_message(R"({"untill": "2026-11-22", "en": "Hello"})"));
  ASSERT_TRUE(messages) << messages.error();
  EXPECT_EQ(messages->unknown, "messages[0].untill");
  EXPECT_THAT(messages->value.front().texts, SizeIs(1));
}

TEST(Messages, AreRefusedWithThePlaceAndWhatWasExpected) {
  EXPECT_THAT(error_of("{"), HasSubstr("expected JSON"));
  EXPECT_THAT(error_of("{}"), HasSubstr("messages: expected a list of 0 to 20"));
  EXPECT_THAT(error_of(with_message(R"("Hello")")), HasSubstr("messages[0]: expected an object"));
  EXPECT_THAT(error_of(with_message("{}")), HasSubstr("messages[0]: expected a text in one"));
  EXPECT_THAT(error_of(with_message(R"({"en": 7})")), HasSubstr("messages[0].en: expected one"));
  EXPECT_THAT(error_of(with_message(R"({"en": ""})")), HasSubstr("messages[0].en"));
  EXPECT_THAT(error_of(with_message(R"({"en": "a\u0007b"})")), HasSubstr("messages[0].en"));
  EXPECT_THAT(error_of(with_message(R"({"until": "soon", "en": "a"})")),
              HasSubstr("messages[0].until: expected the last day"));
}

TEST(Messages, AreAtMostTwentyOfTwoLines) {
  EXPECT_EQ(error_of(with_message(R"({"en": ")" + std::string(240, 'a') + R"("})")), "no error");
  EXPECT_THAT(error_of(with_message(R"({"en": ")" + std::string(241, 'a') + R"("})")),
              HasSubstr("at most 240 bytes"));
  std::string twenty = R"({"en": "a"})";
  for (int i = 1; i < 20; ++i) {
    twenty += R"(, {"en": "a"})";
  }
  EXPECT_EQ(error_of(with_message(twenty)), "no error");
  EXPECT_THAT(error_of(with_message(twenty + R"(, {"en": "a"})")), HasSubstr("0 to 20"));
}

}  // namespace
}  // namespace navbat::board
