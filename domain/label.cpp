#include "domain/label.h"

#include <algorithm>
#include <charconv>

namespace navbat::domain {
namespace {

constexpr std::size_t kOnlineDigits = 3;
constexpr std::size_t kOfflineDigits = 2;
constexpr std::size_t kMostDigits = 9;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string Label::to_string() const {
  const std::string digits = std::to_string(number);
  const std::size_t width = series.size() == 1 ? kOnlineDigits : kOfflineDigits;
  return series + std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

std::optional<Label> Label::parse(std::string_view text) {
  const auto digits_at = static_cast<std::size_t>(
      std::find_if_not(text.begin(), text.end(), is_capital) - text.begin());
  const std::string_view digits = text.substr(digits_at);
  if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
  Label label{.series = std::string{text.substr(0, digits_at)}, .number = 0};
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), label.number);
  if (error != std::errc{} || end != digits.data() + digits.size() || label.number < 1) {
    return std::nullopt;
  }
  if (!is_valid_series(label.series) || label.to_string() != text) return std::nullopt;
  return label;
}

bool is_valid_series(std::string_view series) {
  return (series.size() == 1 || series.size() == 2) &&
         std::all_of(series.begin(), series.end(), is_capital);
}

std::string online_series(char service_letter) { return {service_letter}; }

std::string offline_series(char service_letter, char kiosk_letter) {
  return {service_letter, kiosk_letter};
}

}  // namespace navbat::domain
