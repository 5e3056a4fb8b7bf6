#pragma once
// A wait as it is said.

#include <string>

#include "kiosk/model/wait.h"

namespace navbat::kiosk {

// "12 to 17 minutes"; empty where the written words are said as they are.
std::string wait_spoken(const ui::Catalogue& words, const Wait& wait);

}  // namespace navbat::kiosk
