#pragma once
// Exchange rates in the side place.

#include "display_board/view/views.h"

namespace navbat::board {

void draw_rates(const View& view, ui::Rect inside, const ExchangeRates& rates);

}  // namespace navbat::board
