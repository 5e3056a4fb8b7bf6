#include "ui/text/plural.h"

#include <array>

namespace navbat::ui {
namespace {

constexpr std::array kSlavicForms{PluralForm::kOne, PluralForm::kFew, PluralForm::kMany,
                                  PluralForm::kOther};
constexpr std::array kPlainForms{PluralForm::kOne, PluralForm::kOther};

bool ends_in_few(std::int64_t n) {
  const std::int64_t tens = n % 100;
  const std::int64_t ones = n % 10;
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14);
}

}  // namespace

std::string_view to_string(PluralForm form) {
  switch (form) {
    case PluralForm::kOne:
      return "one";
    case PluralForm::kFew:
      return "few";
    case PluralForm::kMany:
      return "many";
    case PluralForm::kOther:
      break;
  }
  return "other";
}

PluralForm plural_form(std::string_view language, std::int64_t count) {
  const std::int64_t n = count < 0 ? -count : count;
  if (language == "ru") {
    if (n % 10 == 1 && n % 100 != 11) return PluralForm::kOne;
    return ends_in_few(n) ? PluralForm::kFew : PluralForm::kMany;
  }
  if (language == "pl") {
    if (n == 1) return PluralForm::kOne;
    return ends_in_few(n) ? PluralForm::kFew : PluralForm::kMany;
  }
  return n == 1 ? PluralForm::kOne : PluralForm::kOther;
}

std::span<const PluralForm> plural_forms(std::string_view language) {
  if (language == "ru" || language == "pl") {
    return kSlavicForms;
  }
  return kPlainForms;
}

}  // namespace navbat::ui
