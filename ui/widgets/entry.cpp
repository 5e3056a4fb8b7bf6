#include "ui/widgets/entry.h"

#include <algorithm>

namespace navbat::ui {

std::string grouped(std::string_view digits, std::string_view pattern) {
  std::string text;
  for (const char place : pattern) {
    if (digits.empty()) {
      return text;
    }
    // A mask's dots are characters of three bytes.
    const std::size_t length = (static_cast<unsigned char>(digits.front()) & 0x80U) != 0 ? 3 : 1;
    if (place == '#') {
      text += digits.substr(0, length);
      digits.remove_prefix(std::min(length, digits.size()));
    } else {
      text += place;
    }
  }
  if (!digits.empty()) {
    text += (text.empty() ? "" : " ") + std::string(digits);
  }
  return text;
}

std::string masked(std::string_view digits, std::size_t shown) {
  const std::size_t hidden = digits.size() - std::min(shown, digits.size());
  std::string text;
  for (std::size_t i = 0; i < hidden; ++i) {
    text += "•";
  }
  return text + std::string(digits.substr(hidden));
}

}  // namespace navbat::ui
