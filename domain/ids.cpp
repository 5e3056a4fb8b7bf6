#include "domain/ids.h"

#include <algorithm>
#include <cstring>

namespace navbat::domain {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool has_dash_after(std::size_t byte) { return byte == 3 || byte == 5 || byte == 7 || byte == 9; }

}  // namespace

bool is_valid_name(std::string_view text) {
  if (text.empty() || text.size() > 40) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

template <typename Tag>
Uuid<Tag> Uuid<Tag>::make(Timestamp at, std::span<const std::uint8_t, 10> random) {
  Bytes bytes{};
  const auto ms = static_cast<std::uint64_t>(to_unix_ms(at));
  for (std::size_t i = 0; i < 6; ++i) {
    bytes[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
  }
  std::copy(random.begin(), random.end(), bytes.begin() + 6);
  bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0F));  // Version 7.
  bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3F));  // RFC 9562 variant.
  return Uuid{bytes};
}

template <typename Tag>
std::optional<Uuid<Tag>> Uuid<Tag>::parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  Bytes bytes{};
  std::size_t position = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const int high = hex_value(text[position]);
    const int low = hex_value(text[position + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    position += 2;
    if (has_dash_after(i) && text[position++] != '-') return std::nullopt;
  }
  if ((bytes[6] & 0xF0) != 0x70 || (bytes[8] & 0xC0) != 0x80) return std::nullopt;
  return Uuid{bytes};
}

template <typename Tag>
std::string Uuid<Tag>::to_string() const {
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < bytes_.size(); ++i) {
    text += kHex[bytes_[i] >> 4];
    text += kHex[bytes_[i] & 0x0F];
    if (has_dash_after(i)) text += '-';
  }
  return text;
}

template class Uuid<TicketTag>;
template class Uuid<GuidanceTag>;
template class Uuid<NoticeTag>;

}  // namespace navbat::domain

std::size_t std::hash<navbat::domain::TicketId>::operator()(
    const navbat::domain::TicketId& id) const noexcept {
  // The last eight bytes are random already.
  std::size_t value = 0;
  std::memcpy(&value, id.bytes().data() + 8, sizeof value);
  return value;
}
