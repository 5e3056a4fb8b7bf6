#pragma once
// What the bank shows beside the calls: its rates, its pictures, its messages. Plain data.

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "server_sync/client/branch_view.h"
#include "ui/draw/image.h"

namespace navbat::board {

enum class Trend { kNone, kUp, kDown };  // against the day before

struct ExchangeRate {
  std::string currency;  // ISO 4217: "USD"
  std::string buy;       // what the bank pays, as it writes it: "12 620"; may be empty
  std::string sell;      // what the bank asks
  Trend trend = Trend::kNone;

  bool operator==(const ExchangeRate&) const = default;
};

struct ExchangeRates {
  std::chrono::year_month_day date;  // for which they hold
  std::vector<ExchangeRate> rates;   // never empty

  bool operator==(const ExchangeRates&) const = default;
};

// Shared with the worker that made it: nobody changes what is pointed to.
struct PanelContent {
  std::shared_ptr<const ExchangeRates> rates;  // null: none that hold today
  std::vector<std::shared_ptr<const ui::Image>> pictures;
  std::vector<client::Translations> messages;

  bool operator==(const PanelContent&) const = default;
};

}  // namespace navbat::board
