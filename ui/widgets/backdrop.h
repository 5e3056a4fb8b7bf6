#pragma once
// The bank's dark ground: a gradient with spilled light and fine waves. Kiosk header and ticket,
// board.

#include "ui/app/frame.h"

namespace navbat::ui {

// Fills `rect`. Text on it is set `on` palette.brand (the lightest of it counts for contrast, see
// backdrop_ground).
void brand_backdrop(Frame& frame, const Rect& rect);

// The ground to name for texts on the backdrop: its lightest part, where white text reads worst.
Color backdrop_ground(const Theme& theme);

}  // namespace navbat::ui
