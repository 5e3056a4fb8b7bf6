#pragma once
// The home screen: what waits, six services, languages and ways to see better.

#include "kiosk/screens/home_model.h"

namespace navbat::kiosk {

// Targets: home/service/ID, home/language/TAG, home/languages, home/large_text, home/contrast.
void draw_home(ui::Frame& frame, const HomeModel& model, const Emit& emit);

}  // namespace navbat::kiosk
