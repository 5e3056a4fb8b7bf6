#pragma once
// The code of an appointment by key pad or scanner, and a picture of where it is found.

#include "kiosk/screens/check_in_model.h"

namespace navbat::kiosk {

// Targets: check_in/0 … 9, check_in/erase, check_in/back, check_in/continue.
void draw_check_in(ui::Frame& frame, const CheckInModel& model, const Emit& emit);

}  // namespace navbat::kiosk
