#pragma once
// The bank's exchange rates as it writes them for the board:
//   {"date": "2026-11-22", "rates": [{"currency": "USD", "buy": "12 620", "sell": "12 690",
//    "trend": "up"}]}

#include <chrono>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "display_board/panel/content.h"
#include "display_board/panel/json_object.h"

namespace navbat::board {

// The error says what in the text is wrong and what was expected, without naming the file.
[[nodiscard]] tl::expected<Understood<ExchangeRates>, std::string> parse_rates(
    std::string_view text);

// Rates hold from their date on, for so many days (1: that day only), and never before it.
[[nodiscard]] bool rates_hold(const ExchangeRates& rates, std::chrono::year_month_day today,
                              int valid_days);

}  // namespace navbat::board
