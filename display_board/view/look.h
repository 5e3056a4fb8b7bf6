#pragma once
// How the board looks, as data. Sizes are capital heights in units of a 1920 wide picture: on a
// 55-inch screen (1218 mm) the stage's number is 124 mm high, which is 0.7° at 10 m.

#include "ui/draw/color.h"
#include "ui/draw/theme.h"

namespace navbat::board {

struct Look {
  ui::Color ground;      // the backdrop where text reads worst
  ui::Color panel;       // translucent, on the backdrop
  ui::Color on_panel;    // what text on a panel lies on, at its worst
  ui::Color panel_edge;  // translucent
  ui::Color row;         // translucent, on a panel
  ui::Color on_row;
  ui::Color text;
  ui::Color text_muted;
  ui::Color call_from, call_to, call_edge;        // the stage while a call is news
  ui::Color recall_from, recall_to, recall_edge;  // and while it is a repeated one
  ui::Color past_from, past_to, past_edge;        // and afterwards
  ui::Color plate;                                // under counter numbers
  ui::Color plate_doubtful;                       // the same for what may be over
  ui::Color on_plate;                             // text there
  ui::Color plate_caption;
  ui::Color warning;  // badge of old news
  ui::Color on_warning;
  ui::Color footer;  // opaque
};

inline constexpr float kDesignWidth = 1920;
inline constexpr float kDesignHeight = 1080;

// `width_mm` of the lit screen.
[[nodiscard]] ui::Theme board_theme(float width_mm, ui::Color brand, ui::Color accent);
[[nodiscard]] Look make_look(const ui::Theme& theme);

// The colour of a service from outside ("#0FB5A2"), made to stand out from `ground`.
[[nodiscard]] ui::Color service_color(const std::string& text, ui::Color ground);

}  // namespace navbat::board
