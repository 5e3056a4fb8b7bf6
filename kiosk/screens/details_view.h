#pragma once
// A phone number on a key pad: hidden as it is typed, and never a must.

#include "kiosk/screens/details_model.h"

namespace navbat::kiosk {

// Targets: details/0 … 9, details/erase, details/show, details/back, details/skip, details/take.
void draw_details(ui::Frame& frame, const DetailsModel& model, const Emit& emit);

}  // namespace navbat::kiosk
