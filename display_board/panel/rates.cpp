#include "display_board/panel/rates.h"

#include <algorithm>

#include "display_board/limits.h"
#include "domain/business_day.h"

namespace navbat::board {
namespace {

constexpr std::size_t kCurrencyLetters = 3;  // ISO 4217
constexpr std::size_t kMostAmountBytes = 20;

bool is_currency(std::string_view text) {
  return text.size() == kCurrencyLetters &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Digits with whatever groups and divides them; also the spaces that do not break a line.
bool is_amount(std::string_view text) {
  bool digits = false;
  while (!text.empty()) {
    std::size_t taken = 1;
    if (text.front() >= '0' && text.front() <= '9') {
      digits = true;
    } else if (text.starts_with("\xC2\xA0")) {
      taken = 2;
    } else if (text.starts_with("\xE2\x80\xAF") || text.starts_with("\xE2\x80\x89")) {
      taken = 3;
    } else if (std::string_view(" .,'").find(text.front()) == std::string_view::npos) {
      return false;
    }
    text.remove_prefix(taken);
  }
  return digits;
}

std::string read_amount(JsonObject& object, std::string_view key) {
  std::string amount = object.text(key, kMostAmountBytes, false);
  if (!amount.empty() && !is_amount(amount)) {
    object.fail(key, "a number in quotes such as \"12 620\"");
  }
  return amount;
}

Trend read_trend(JsonObject& object) {
  const std::string trend = object.text("trend", kMostAmountBytes, false);
  if (trend == "up") {
    return Trend::kUp;
  }
  if (trend == "down") {
    return Trend::kDown;
  }
  if (!trend.empty()) {
    object.fail("trend", "\"up\" or \"down\"");
  }
  return Trend::kNone;
}

ExchangeRate read_rate(const boost::json::value& value, std::string place, JsonNotes& notes) {
  JsonObject object(value, std::move(place), notes);
  object.pass_over_all_but({"currency", "buy", "sell", "trend"});
  ExchangeRate rate{.currency = object.text("currency", kMostAmountBytes),
                    .buy = read_amount(object, "buy"),
                    .sell = read_amount(object, "sell"),
                    .trend = read_trend(object)};
  if (!is_currency(rate.currency)) {
    object.fail("currency", "three capital letters such as \"USD\"");
  }
  if (rate.buy.empty() && rate.sell.empty()) {
    object.fail("sell", "one of \"buy\" and \"sell\" at least");
  }
  return rate;
}

bool has_currency(const std::vector<ExchangeRate>& rates, std::string_view currency) {
  return std::any_of(rates.begin(), rates.end(),
                     [&](const ExchangeRate& rate) { return rate.currency == currency; });
}

}  // namespace

tl::expected<Understood<ExchangeRates>, std::string> parse_rates(std::string_view text) {
  const auto value = parse_bank_json(text);
  if (!value) {
    return tl::unexpected(value.error());
  }
  JsonNotes notes;
  JsonObject object(*value, "", notes);
  object.pass_over_all_but({"date", "rates"});
  const auto day = domain::BusinessDay::parse(object.text("date", kMostAmountBytes));
  if (!day) {
    object.fail("date", "the day for which they hold, such as \"2026-11-22\"");
  }
  std::vector<ExchangeRate> rates;
  if (const boost::json::array* list = object.list("rates", 1, kMostRates)) {
    for (const boost::json::value& element : *list) {
      const std::string place = "rates[" + std::to_string(rates.size()) + "]";
      ExchangeRate rate = read_rate(element, place, notes);
      if (has_currency(rates, rate.currency)) {
        notes.fail(place + ".currency", "each currency once");
      }
      rates.push_back(std::move(rate));
    }
  }
  if (!notes.wrong.empty()) {
    return tl::unexpected(std::move(notes.wrong));
  }
  return Understood<ExchangeRates>{{day->date, std::move(rates)}, std::move(notes.unknown)};
}

bool rates_hold(const ExchangeRates& rates, std::chrono::year_month_day today, int valid_days) {
  const auto age = std::chrono::sys_days(today) - std::chrono::sys_days(rates.date);
  return age >= std::chrono::days(0) && age < std::chrono::days(valid_days);
}

}  // namespace navbat::board
