#include "kiosk/printing/escpos_commands.h"

#include <algorithm>
#include <cassert>

#include "kiosk/printing/limits.h"

namespace navbat::kiosk::escpos {
namespace {

constexpr std::uint8_t kEsc = 0x1B;
constexpr std::uint8_t kGs = 0x1D;
constexpr std::uint8_t kDle = 0x10;
constexpr std::uint8_t kEot = 0x04;
constexpr std::uint8_t kEnq = 0x05;
constexpr std::uint8_t kDc4 = 0x14;

bool starts_command(std::uint8_t first, std::uint8_t second) {
  return first == kDle && (second == kEot || second == kEnq || second == kDc4);
}

void append(Bytes& bytes, std::initializer_list<std::uint8_t> more) {
  bytes.insert(bytes.end(), more);
}

void append_band(Bytes& bytes, const Bitmap& bitmap, int top, int rows) {
  const auto across = static_cast<std::size_t>(bitmap.width / 8);
  append(bytes, {kGs, 'v', '0', 0, static_cast<std::uint8_t>(across & 0xFF),
                 static_cast<std::uint8_t>(across >> 8), static_cast<std::uint8_t>(rows & 0xFF),
                 static_cast<std::uint8_t>(rows >> 8)});
  const auto begin = bytes.size();
  const auto first = bitmap.bits.begin() + static_cast<std::ptrdiff_t>(top) * bitmap.width / 8;
  bytes.insert(bytes.end(), first, first + static_cast<std::ptrdiff_t>(rows) * bitmap.width / 8);
  for (std::size_t at = begin; at + 1 < bytes.size(); ++at) {
    if (starts_command(bytes[at], bytes[at + 1])) {
      bytes[at] = kDle | kDle << 1;
    }
  }
  if (bytes.size() > begin && bytes.back() == kDle) {
    bytes.back() = kDle | kDle << 1;  // whatever comes next is no picture
  }
}

}  // namespace

Bytes page(const Bitmap& bitmap) {
  assert(bitmap.width > 0 && bitmap.width % 8 == 0);
  Bytes bytes;
  bytes.reserve(bitmap.bits.size() + 256);
  append(bytes, {kEsc, '@', kGs, 'a', 0});
  for (int top = 0; top < bitmap.height; top += printing::kBandRows) {
    append_band(bytes, bitmap, top, std::min(printing::kBandRows, bitmap.height - top));
  }
  append(bytes, {kGs, 'V', 'B', 0});
  return bytes;
}

Bytes ask_when_done() { return {kGs, 'r', 1}; }

Bytes ask_status(int n) { return {kDle, kEot, static_cast<std::uint8_t>(n)}; }

Bytes clear_buffers() { return {kDle, kDc4, 8, 1, 3, 20, 1, 6, 2, 8}; }

bool answers_status(std::uint8_t byte) { return (byte & 0x93U) == 0x12U; }

bool answers_when_done(std::uint8_t byte) { return (byte & 0x90U) == 0; }

}  // namespace navbat::kiosk::escpos
