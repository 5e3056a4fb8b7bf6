#pragma once
// What the home screen offers beside services: an appointment, the right to go first, a rating.

#include "kiosk/screens/home_model.h"

namespace navbat::kiosk {

// How much height they need; 0 when there are none.
float home_entries_height(const ui::Frame& frame, const HomeModel& model);

// Targets: home/check_in, home/priority, home/feedback.
void draw_home_entries(ui::Frame& frame, const ui::Rect& rect, const HomeModel& model,
                       const Emit& emit);

}  // namespace navbat::kiosk
