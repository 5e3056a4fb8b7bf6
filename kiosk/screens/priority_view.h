#pragma once
// Four large signs to choose from, and "none of these".

#include "kiosk/screens/priority_model.h"

namespace navbat::kiosk {

char32_t priority_icon(domain::PriorityReason reason);

// Targets: priority/elderly, /disability, /pregnancy, /small_child, /none, /back.
void draw_priority(ui::Frame& frame, const PriorityModel& model, const Emit& emit);

}  // namespace navbat::kiosk
