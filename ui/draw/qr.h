#pragma once
// QR codes as a matrix of modules; the canvas and the printer draw them.

#include <optional>
#include <string_view>
#include <vector>

namespace navbat::ui {

struct QrMatrix {
  int side = 0;            // modules a side, without the quiet zone
  std::vector<bool> dark;  // side * side, row by row

  bool at(int x, int y) const {
    return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) +
                static_cast<std::size_t>(x)];
  }
};

// Modules of white that belong around every code (ISO/IEC 18004).
inline constexpr int kQrQuietZone = 4;

// Error correction level M. nullopt when the text is empty or longer than a QR code can hold.
std::optional<QrMatrix> make_qr(std::string_view text);

}  // namespace navbat::ui
