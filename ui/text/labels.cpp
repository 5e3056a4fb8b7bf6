#include "ui/text/labels.h"

namespace navbat::ui {

std::string spaced_label(std::string_view label) {
  const std::size_t digits = label.find_first_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos) {
    return std::string(label);
  }
  return std::string(label.substr(0, digits)) + ' ' + std::string(label.substr(digits));
}

}  // namespace navbat::ui
