#pragma once
// The code of an appointment. No ImGui.

#include <string>

#include "kiosk/screens/context.h"

namespace navbat::kiosk {

struct CheckInModel {
  HeaderModel header;
  std::string code;  // in groups of three
  bool empty = true;
  bool complete = false;
};

CheckInModel make_check_in(const ScreenContext& context);

}  // namespace navbat::kiosk
