#pragma once
// A phone number for the visit, if the customer wants to leave one. No ImGui.

#include <string>

#include "kiosk/screens/context.h"

namespace navbat::kiosk {

struct DetailsModel {
  HeaderModel header;
  std::string number;  // in groups; hidden but for its end unless the customer asked to see it
  std::size_t digits = 0;
  bool shown = false;
  bool complete = false;
};

DetailsModel make_details(const ScreenContext& context);

}  // namespace navbat::kiosk
