#pragma once
// One fact on a ticket: what it is, and how much.

#include <string>

namespace navbat::kiosk {

struct PaperCell {
  std::string what;    // "Ahead of you"
  std::string amount;  // "4 people"
};

}  // namespace navbat::kiosk
