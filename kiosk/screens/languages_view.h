#pragma once
// The sheet with all languages, over the home screen.

#include "kiosk/screens/home_model.h"

namespace navbat::kiosk {

// `open` is 0 (below the edge) to 1 (in place). Targets: languages/TAG, languages/close,
// languages/outside.
void draw_languages(ui::Frame& frame, const HomeModel& model, float open, const Emit& emit);

}  // namespace navbat::kiosk
