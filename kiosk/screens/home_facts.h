#pragma once
// What is told on the home screen before anything is chosen: how busy the branch is, or that this
// is not known, and that there will be no paper.

#include "kiosk/screens/home_model.h"

namespace navbat::kiosk {

// The strips that a model asks for, one below the other, at most `width` wide.
float home_facts_height(ui::Frame& frame, const HomeModel& model, float width);
void draw_home_facts(ui::Frame& frame, const ui::Rect& rect, const HomeModel& model);

}  // namespace navbat::kiosk
