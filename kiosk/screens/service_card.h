#pragma once
// One service on the home screen: a card of a grid, or a row of a list when the text is large.

#include "kiosk/screens/home_model.h"

namespace navbat::kiosk {

void draw_service_card(ui::Frame& frame, const ui::Rect& rect, const ServiceCard& service,
                       const Emit& emit);
void draw_service_row(ui::Frame& frame, const ui::Rect& rect, const ServiceCard& service,
                      const Emit& emit);

}  // namespace navbat::kiosk
