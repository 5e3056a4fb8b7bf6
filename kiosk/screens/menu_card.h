#pragma once
// One entry of the menu on the home screen: a card of a grid, as high as there is room, or a row of
// a list when the text is large.

#include "kiosk/screens/home_model.h"

namespace navbat::kiosk {

enum class CardLook { kTall, kCompact, kRow };

// The least height that such a card needs.
float menu_card_height(const ui::Frame& frame, CardLook look);

// Target: home/service/ID or home/group/ID.
void draw_menu_card(ui::Frame& frame, const ui::Rect& rect, const MenuCard& card, CardLook look,
                    const Emit& emit);

}  // namespace navbat::kiosk
