#include "kiosk/screens/priority_model.h"

namespace navbat::kiosk {

PriorityModel make_priority(const ScreenContext& context) {
  return {.header = context.header, .chosen = context.visit().priority};
}

std::string priority_key(domain::PriorityReason reason) {
  return "kiosk.priority." + std::string(domain::to_string(reason));
}

}  // namespace navbat::kiosk
