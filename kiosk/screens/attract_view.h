#pragma once
// The screen that stands while nobody is there. Nothing moves: it would cost power and sight.

#include "kiosk/screens/attract_model.h"

namespace navbat::kiosk {

// Targets: attract/start/TAG.
void draw_attract(ui::Frame& frame, const AttractModel& model, const Emit& emit);

}  // namespace navbat::kiosk
