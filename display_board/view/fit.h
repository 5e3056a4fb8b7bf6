#pragma once
// Sets texts that come from outside and may be long: as large as their box allows, never cut, never
// smaller than the layout's least. All texts of the board go through here.

#include <string>
#include <string_view>
#include <vector>

#include "display_board/view/views.h"

namespace navbat::board {

struct FitSpec {
  int lines = 2;       // at most so many
  float largest = 1;   // of the role's own size; above 1 it grows into its box
  float one_line = 1;  // one line is wanted down to this share of its size; then more lines
};

// The share of the role's size that a text would be drawn at.
[[nodiscard]] float fit_scale(const View& view, const ui::Rect& box, std::string_view text,
                              const ui::TextSpec& spec, const FitSpec& fit);

// Draws it so, and returns what it took.
ui::TextExtent fit_text(const View& view, const ui::Rect& box, std::string_view text,
                        const ui::TextSpec& spec, const FitSpec& fit = {.one_line = 0.84F});

// The same at a given share of the role's size.
ui::TextExtent scaled_text(const View& view, const ui::Rect& box, std::string_view text,
                           ui::TextSpec spec, float scale, int lines);

// One text in several languages beside each other: "Oyna · Окно". Where they have no room together
// at a good size, fewer of them take turns.
[[nodiscard]] std::string together(const View& view, const ui::Rect& box,
                                   const std::vector<std::string>& texts, const ui::TextSpec& spec,
                                   const FitSpec& fit = {.one_line = 0.84F});

// Draws it.
inline ui::TextExtent fit_text(const View& view, const ui::Rect& box,
                               const std::vector<std::string>& texts, const ui::TextSpec& spec,
                               const FitSpec& fit = {.one_line = 0.84F}) {
  return fit_text(view, box, together(view, box, texts, spec, fit), spec, fit);
}

// One line, at the role's size or as much smaller as it takes.
inline ui::TextExtent fit_line(const View& view, const ui::Rect& box, std::string_view text,
                               const ui::TextSpec& spec) {
  return fit_text(view, box, text, spec, {.lines = 1});
}

}  // namespace navbat::board
