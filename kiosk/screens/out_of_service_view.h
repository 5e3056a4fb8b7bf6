#pragma once
// Staff have closed the terminal: where to go instead.

#include "kiosk/screens/header.h"

namespace navbat::kiosk {

// No targets.
void draw_out_of_service(ui::Frame& frame, const HeaderModel& header);

}  // namespace navbat::kiosk
