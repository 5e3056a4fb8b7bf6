#include "display_board/panel/rates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace navbat::board {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

constexpr std::chrono::year_month_day kDay{2026y, std::chrono::November, 22d};

// A file of rates with this as its only rate.
std::string with_rate(const std::string& rate) {
  return R"({"date": "2026-11-22", "rates": [)" + rate + "]}";
}

std::string error_of(const std::string& text) {
  const auto rates = parse_rates(text);
  return rates ? "no error" : rates.error();
}

TEST(Rates, AreShownAsTheBankWroteThem) {
  const auto rates = parse_rates(R"({"date": "2026-11-22", "rates": [
      {"currency": "USD", "buy": "12 620", "sell": "12 690", "trend": "up"},
      {"currency": "EUR", "buy": "", "sell": "13.740,50"},
      {"currency": "RUB", "buy": "12 620", "trend": "down"}]})");
  ASSERT_TRUE(rates) << rates.error();
  EXPECT_EQ(rates->value, (ExchangeRates{.date = kDay,
                                         .rates = {{"USD", "12 620", "12 690", Trend::kUp},
                                                   {"EUR", "", "13.740,50", Trend::kNone},
                                                   {"RUB", "12 620", "", Trend::kDown}}}));
  EXPECT_EQ(rates->unknown, "");
}

TEST(Rates, MayStartWithTheMarkOfAnEditorOnWindows) {
  EXPECT_TRUE(parse_rates("\xEF\xBB\xBF" + with_rate(R"({"currency": "USD", "buy": "1"})")));
}

TEST(Rates, SayWhereAKeyIsThatNobodyKnows) {
  const auto rates = parse_rates(with_rate(R"({"currency": "USD", "buy": "1", "trand": "up"})"));
  ASSERT_TRUE(rates) << rates.error();
  EXPECT_EQ(rates->unknown, "rates[0].trand");
  EXPECT_EQ(rates->value.rates.front().trend, Trend::kNone);
}

TEST(Rates, AreRefusedWithThePlaceAndWhatWasExpected) {
  EXPECT_THAT(error_of("<html>Not found</html>"), HasSubstr("expected JSON"));
  EXPECT_THAT(error_of(with_rate("{\"currency\": \"US\xFF\"}")), HasSubstr("JSON in UTF-8"));
  EXPECT_THAT(error_of("[]"), HasSubstr("expected an object"));
  EXPECT_THAT(error_of(R"({"rates": [{"currency": "USD", "buy": "1"}]})"), HasSubstr("date: "));
  EXPECT_THAT(error_of(R"({"date": "22.11.2026", "rates": []})"), HasSubstr("\"2026-11-22\""));
  EXPECT_THAT(error_of(R"({"date": "2026-02-30", "rates": []})"), HasSubstr("date: "));
  EXPECT_THAT(error_of(R"({"date": "2026-11-22", "rates": []})"),
              HasSubstr("rates: expected a list of 1 to 12"));
  EXPECT_THAT(error_of(with_rate(R"({"currency": "dollar", "buy": "1"})")),
              HasSubstr("rates[0].currency: expected three capital letters"));
  EXPECT_THAT(error_of(with_rate(R"({"currency": "USD", "buy": 12620})")),
              HasSubstr("rates[0].buy: expected one line of text in quotes"));
  EXPECT_THAT(error_of(with_rate(R"({"currency": "USD", "buy": "call us"})")),
              HasSubstr("rates[0].buy: expected a number in quotes"));
  EXPECT_THAT(error_of(with_rate(R"({"currency": "USD", "buy": "1\n2"})")),
              HasSubstr("one line of text"));
  EXPECT_THAT(error_of(with_rate(R"({"currency": "USD"})")), HasSubstr("one of \"buy\""));
  EXPECT_THAT(error_of(with_rate(R"({"currency": "USD", "buy": "1", "trend": "higher"})")),
              HasSubstr("rates[0].trend: expected \"up\" or \"down\""));
  EXPECT_THAT(
      error_of(with_rate(R"({"currency": "USD", "buy": "1"}, {"currency": "USD", "buy": "2"})")),
      HasSubstr("rates[1].currency: expected each currency once"));
}

TEST(Rates, AreAtMostTwelve) {
  std::string rates = R"({"currency": "AAA", "buy": "1"})";
  for (char letter = 'B'; letter <= 'L'; ++letter) {
    rates += R"(, {"currency": "AA)" + std::string(1, letter) + R"(", "buy": "1"})";
  }
  EXPECT_EQ(error_of(with_rate(rates)), "no error");
  EXPECT_THAT(error_of(with_rate(rates + R"(, {"currency": "AAM", "buy": "1"})")),
              HasSubstr("a list of 1 to 12"));
}

TEST(Rates, HoldOnTheirDayAndForAsLongAsTheBankSays) {
  const ExchangeRates rates{.date = kDay, .rates = {}};
  const auto after = [](int days) {
    return std::chrono::year_month_day(std::chrono::sys_days(kDay) + std::chrono::days(days));
  };
  EXPECT_TRUE(rates_hold(rates, kDay, 1));
  EXPECT_FALSE(rates_hold(rates, after(1), 1));
  EXPECT_FALSE(rates_hold(rates, after(-1), 1));
  EXPECT_TRUE(rates_hold(rates, after(2), 3));
  EXPECT_FALSE(rates_hold(rates, after(3), 3));
  EXPECT_FALSE(rates_hold(rates, after(-1), 31));
}

}  // namespace
}  // namespace navbat::board
