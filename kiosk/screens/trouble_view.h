#pragma once
// No ticket could be made: a gentle word and who helps.

#include "kiosk/screens/header.h"

namespace navbat::kiosk {

// Target: trouble/close.
void draw_trouble(ui::Frame& frame, const HeaderModel& header, const Emit& emit);

}  // namespace navbat::kiosk
