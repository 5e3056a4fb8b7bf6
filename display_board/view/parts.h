#pragma once
// What the board's views share.

#include <string>
#include <string_view>
#include <vector>

#include "display_board/view/fit.h"
#include "display_board/view/measures.h"
#include "display_board/view/views.h"
#include "display_board/view/words.h"

namespace navbat::board {

void panel(const View& view, const ui::Rect& place);

// Icon and title in the first line of `inside`, which loses it.
void panel_title(const View& view, ui::Rect& inside, char32_t icon,
                 const std::vector<std::string>& title, float room_right = 0);

// A rounded badge, as wide as its text and at most as its place.
struct PillSpec {
  ui::Role role = ui::Role::kTitle;
  char32_t icon = 0;
  ui::IconSize icon_size = ui::IconSize::kSmall;
  ui::Color fill;
  ui::Color text;
  ui::Color on;  // what the text lies on
  ui::Align align = ui::Align::kLeft;
};
void pill(const View& view, const ui::Rect& place, const std::vector<std::string>& texts,
          const PillSpec& spec);

// One text in several languages, below each other, all of one size.
void fit_each(const View& view, const ui::Rect& box, const std::vector<std::string>& texts,
              const ui::TextSpec& spec, float largest = 1);

// What can be written with the letters that large numbers are made of, and is short: "12", "K-3".
[[nodiscard]] bool is_figures(std::string_view counter);

// The name of a counter on its plate: figures in `role`, up to `largest` of its size; a longer name
// in letters on several lines.
void counter_name(const View& view, const ui::Rect& plate, std::string_view counter, ui::Role role,
                  ui::Color ground, float largest = 1);

// A counter's name with room for line breaks.
[[nodiscard]] std::string breakable(std::string_view counter);

// The colour of a service as a sign on `ground`.
[[nodiscard]] ui::Color sign_color(const View& view, const domain::ServiceId& service,
                                   ui::Color ground);

// Where a way without waiting is. Nothing for one with a code to scan: only kiosks show the code.
[[nodiscard]] const client::Translations& place_of(const client::AlternativeInfo& way);

// A sign, a sentence and one more: what stands there when there is no call to show.
struct Sentence {
  char32_t icon = 0;
  std::vector<std::string> title;  // in each language
  std::vector<std::string> more;   // may be empty
};
void draw_sentence(const View& view, const ui::Rect& place, const Ground& ground,
                   const Sentence& sentence);

// A call's ground: colour, decoration, edge. `beat`, 0 to 1, is how bright it shines.
void draw_ground(const View& view, const ui::Rect& place, const Ground& ground, bool news,
                 float beat);

// How bright the newest call shines now: a few slow beats after it came, then 0. Asks for the next
// step of them.
[[nodiscard]] float beat_of_call(const View& view);

}  // namespace navbat::board
