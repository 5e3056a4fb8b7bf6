#pragma once
// How a ticket number is written where people read it.

#include <string>
#include <string_view>

namespace navbat::ui {

// "A042" → "A 042", "AX01" → "AX 01". A text without a letter before its digits stays as it is.
std::string spaced_label(std::string_view label);

}  // namespace navbat::ui
