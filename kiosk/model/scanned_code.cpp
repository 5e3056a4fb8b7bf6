#include "kiosk/model/scanned_code.h"

#include <algorithm>

#include "domain/check_in.h"
#include "domain/ids.h"

namespace navbat::kiosk {
namespace {

constexpr std::size_t kUuidLength = 36;
constexpr std::size_t kLongestLabel = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

std::string capitals(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return result;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '/')) {
    text.remove_suffix(1);
  }
  return text;
}

bool is_label(std::string_view text) {
  const auto digits = std::ranges::find_if(text, is_digit);
  const auto letters = digits - text.begin();
  return letters >= 1 && letters <= 2 && text.size() <= kLongestLabel && digits != text.end() &&
         std::ranges::all_of(text.begin(), digits, is_letter) &&
         std::ranges::all_of(digits, text.end(), is_digit);
}

}  // namespace

ScannedCode read_code(std::string_view raw) {
  const std::string_view text = trimmed(raw);
  if (text.size() >= kUuidLength) {
    const std::string_view tail = text.substr(text.size() - kUuidLength);
    const bool whole = text.size() == kUuidLength || text[text.size() - kUuidLength - 1] == '/';
    if (whole && domain::TicketId::parse(std::string(tail))) {
      return {CodeKind::kTicketId, std::string(tail)};
    }
  }
  if (text.empty() || text.size() > domain::kLongestBookingCode) {
    return {};
  }
  std::string code = capitals(text);
  if (is_label(code)) {
    return {CodeKind::kTicketLabel, std::move(code)};
  }
  if (domain::is_valid_booking_code(code)) {
    return {CodeKind::kBooking, std::move(code)};
  }
  return {};
}

}  // namespace navbat::kiosk
