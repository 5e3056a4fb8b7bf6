#include "ui/draw/qr.h"

#include <qrencode.h>

#include <memory>
#include <string>

namespace navbat::ui {

std::optional<QrMatrix> make_qr(std::string_view text) {
  if (text.empty() || text.find('\0') != std::string_view::npos) {
    return std::nullopt;
  }
  const std::string terminated(text);
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString8bit(terminated.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!code) {
    return std::nullopt;
  }
  QrMatrix matrix;
  matrix.side = code->width;
  const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  matrix.dark.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    matrix.dark.push_back((code->data[i] & 1U) != 0);  // lowest bit: the module is dark
  }
  return matrix;
}

}  // namespace navbat::ui
