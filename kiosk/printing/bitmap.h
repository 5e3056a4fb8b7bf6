#pragma once
// What a thermal printer burns: dots, one bit each.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace navbat::kiosk {

// The printable width of 80 mm paper at 203 dpi.
inline constexpr int kPaperDots = 576;

struct Bitmap {
  int width = 0;  // a multiple of 8
  int height = 0;
  std::vector<std::uint8_t> bits;  // rows of width/8 bytes; highest bit leftmost; 1 burns a dot

  bool dark(int x, int y) const {
    const auto byte = static_cast<std::size_t>(y) * static_cast<std::size_t>(width / 8) +
                      static_cast<std::size_t>(x / 8);
    return (bits[byte] >> (7 - x % 8) & 1) != 0;
  }
};

}  // namespace navbat::kiosk
