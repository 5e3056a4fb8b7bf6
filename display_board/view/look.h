#pragma once
// How the board looks, as data: colours, and type sizes that follow from its layout.

#include <string>

#include "display_board/view/layout.h"
#include "ui/draw/color.h"
#include "ui/draw/theme.h"

namespace navbat::board {

enum class Contrast {
  kNormal,
  kHigh,  // white on black, 7:1 and more; signs and edges in place of tints
};

// A place that has one colour or two that run into each other, and what is written on it.
struct Ground {
  ui::Color from, to;
  ui::Color edge;
  ui::Color text;

  // Where `text` reads worst.
  [[nodiscard]] ui::Color worst() const;
};

struct Look {
  ui::Color ground;      // the backdrop where text reads worst
  ui::Color panel;       // translucent, on the backdrop
  ui::Color on_panel;    // what text on a panel lies on, at its worst
  ui::Color panel_edge;  // translucent
  ui::Color row;         // translucent, on the backdrop
  ui::Color on_row;
  ui::Color text;
  ui::Color text_muted;
  ui::Color accent;     // signs and small marks on dark
  ui::Color on_accent;  // text on them
  Ground call;          // the stage while a call is news
  Ground recall;        // and while it is a repeated one
  Ground past;          // and afterwards
  Ground doubt;         // nobody knows
  Ground emergency;
  Ground closing;
  ui::Color plate;           // under counters
  ui::Color plate_doubtful;  // the same for what may be over
  ui::Color on_plate;        // text there
  ui::Color plate_caption;
  ui::Color warning;     // badges and marks of delay and old news
  ui::Color on_warning;  // text on them
  ui::Color up, down;    // trends of rates, on a panel
  ui::Color ticker;      // opaque
  bool flat = false;     // high contrast: no decoration
};

// Sizes follow from `layout`, so the shell's screen is layout.design.w units wide.
[[nodiscard]] ui::Theme board_theme(const Layout& layout, Contrast contrast, ui::Color brand,
                                    ui::Color accent);
[[nodiscard]] Look make_look(const ui::Theme& theme);

// The colour of a service from outside ("#0FB5A2"), made to stand out from `ground`.
[[nodiscard]] ui::Color service_color(const std::string& text, ui::Color ground);

}  // namespace navbat::board
