#pragma once
// The mark around what the keypad has reached.

#include "ui/access/focus.h"
#include "ui/app/frame.h"

namespace navbat::ui {

// Two bands of 2.1 mm around `place`, a light and a dark one: whatever of the palette they lie on,
// one of them stands out by 4.5 at least. In the light theme their own contrast is 4.5 squared, so
// that this holds on any colour that a bank may choose.
void draw_focus_ring(Frame& frame, const Focus::Place& place);

}  // namespace navbat::ui
