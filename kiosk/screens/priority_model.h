#pragma once
// The reasons for which a customer may be served earlier. No ImGui.

#include <optional>

#include "kiosk/screens/context.h"

namespace navbat::kiosk {

struct PriorityModel {
  HeaderModel header;
  std::optional<domain::PriorityReason> chosen;
};

PriorityModel make_priority(const ScreenContext& context);

// The catalogue's key and the sign of a reason, for whoever shows it.
std::string priority_key(domain::PriorityReason reason);

}  // namespace navbat::kiosk
