#pragma once
// The mark around what the keypad has reached.

#include "ui/access/focus.h"
#include "ui/app/frame.h"

namespace navbat::ui {

// Two bands of 2.1 mm around `place`, a light and a dark one. Their own contrast is 4.5 squared, so
// whatever they lie on, one of them stands out by 4.5 at least.
void draw_focus_ring(Frame& frame, const Focus::Place& place);

}  // namespace navbat::ui
