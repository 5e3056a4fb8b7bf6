#include "ui/text/utf8.h"

#include <cstddef>
#include <cstdint>

namespace navbat::ui {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Lead {
  std::size_t length;
  char32_t bits;
  char32_t smallest;  // below it the encoding is overlong
};

std::optional<Lead> lead_of(std::uint8_t byte) {
  if (byte < 0x80) return Lead{1, byte, 0};
  if (byte >= 0xC2 && byte < 0xE0) return Lead{2, static_cast<char32_t>(byte & 0x1FU), 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return Lead{3, static_cast<char32_t>(byte & 0x0FU), 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return Lead{4, static_cast<char32_t>(byte & 0x07U), 0x10000};
  return std::nullopt;
}

// nullopt and one byte taken when ill-formed.
std::optional<char32_t> take_valid(std::string_view& text) {
  const auto lead = lead_of(static_cast<std::uint8_t>(text.front()));
  if (!lead || text.size() < lead->length) {
    text.remove_prefix(1);
    return std::nullopt;
  }
  char32_t code = lead->bits;
  for (std::size_t i = 1; i < lead->length; ++i) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    if ((byte & 0xC0U) != 0x80U) {
      text.remove_prefix(1);
      return std::nullopt;
    }
    code = code << 6U | (byte & 0x3FU);
  }
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < lead->smallest || surrogate || code > 0x10FFFF) {
    text.remove_prefix(1);
    return std::nullopt;
  }
  text.remove_prefix(lead->length);
  return code;
}

}  // namespace

char32_t take_code_point(std::string_view& text) { return take_valid(text).value_or(kReplacement); }

std::u32string decode_utf8(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  while (!text.empty()) {
    result.push_back(take_code_point(text));
  }
  return result;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | code_point >> 6U);
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | code_point >> 12U);
    put(0x80U | (code_point >> 6U & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | code_point >> 18U);
    put(0x80U | (code_point >> 12U & 0x3FU));
    put(0x80U | (code_point >> 6U & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

bool is_valid_utf8(std::string_view text) {
  while (!text.empty()) {
    if (!take_valid(text)) {
      return false;
    }
  }
  return true;
}

}  // namespace navbat::ui
