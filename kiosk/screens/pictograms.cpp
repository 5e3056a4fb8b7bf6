#include "kiosk/screens/pictograms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

namespace icon = ui::icon;

constexpr std::array<std::pair<std::string_view, char32_t>, 12> kPictograms{{
    {"account_balance", icon::kAccountBalance},
    {"business_center", icon::kBusinessCenter},
    {"credit_card", icon::kCreditCard},
    {"currency_exchange", icon::kCurrencyExchange},
    {"description", icon::kDescription},
    {"payments", icon::kPayments},
    {"real_estate_agent", icon::kRealEstateAgent},
    {"receipt_long", icon::kReceiptLong},
    {"savings", icon::kSavings},
    {"support_agent", icon::kSupportAgent},
    {"swap_horiz", icon::kSwapHoriz},
    {"work", icon::kWork},
}};

}  // namespace

char32_t pictogram(std::string_view name) {
  const auto* const found = std::find_if(kPictograms.begin(), kPictograms.end(),
                                         [name](const auto& entry) { return entry.first == name; });
  return found == kPictograms.end() ? icon::kConfirmationNumber : found->second;
}

}  // namespace navbat::kiosk
