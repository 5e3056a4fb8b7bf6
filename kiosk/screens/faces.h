#pragma once
// Four faces from bad to excellent, drawn by hand: the mouth tells them apart, not the colour
// alone.

#include "ui/app/frame.h"

namespace navbat::kiosk {

// `score` is 1 (bad) to 4 (excellent).
void draw_face(ui::Frame& frame, ui::Point middle, float radius, int score);

}  // namespace navbat::kiosk
