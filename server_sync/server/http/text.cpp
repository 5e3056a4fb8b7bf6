#include "server_sync/server/http/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace navbat::server::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

struct Utf8Lead {
  std::uint8_t low, high;                // range of the lead byte
  std::size_t length;                    // bytes of the whole sequence
  std::uint8_t second_low, second_high;  // range of the byte after it; the rest are 80..BF
};

// Table 3-7 of the Unicode standard: well-formed byte sequences.
constexpr std::array<Utf8Lead, 9> kUtf8Leads{{{0x00, 0x7F, 1, 0x80, 0xBF},
                                              {0xC2, 0xDF, 2, 0x80, 0xBF},
                                              {0xE0, 0xE0, 3, 0xA0, 0xBF},
                                              {0xE1, 0xEC, 3, 0x80, 0xBF},
                                              {0xED, 0xED, 3, 0x80, 0x9F},
                                              {0xEE, 0xEF, 3, 0x80, 0xBF},
                                              {0xF0, 0xF0, 4, 0x90, 0xBF},
                                              {0xF1, 0xF3, 4, 0x80, 0xBF},
                                              {0xF4, 0xF4, 4, 0x80, 0x8F}}};

std::uint8_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<std::uint8_t>(text[i]);
}

// The length of the well-formed sequence at `at`, or 0.
std::size_t utf8_sequence(std::string_view text, std::size_t at) {
  const std::uint8_t first = byte_at(text, at);
  for (const Utf8Lead& lead : kUtf8Leads) {
    if (first < lead.low || first > lead.high) continue;
    if (at + lead.length > text.size()) return 0;
    for (std::size_t i = 1; i < lead.length; ++i) {
      const std::uint8_t next = byte_at(text, at + i);
      const std::uint8_t low = i == 1 ? lead.second_low : std::uint8_t{0x80};
      const std::uint8_t high = i == 1 ? lead.second_high : std::uint8_t{0xBF};
      if (next < low || next > high) return 0;
    }
    return lead.length;
  }
  return 0;
}

}  // namespace

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return left.size() == right.size() &&
         std::equal(left.begin(), left.end(), right.begin(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_sequence(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

bool is_visible_ascii(std::string_view text, std::size_t max_length) {
  return !text.empty() && text.size() <= max_length &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '!' && c <= '~'; });
}

}  // namespace navbat::server::http
