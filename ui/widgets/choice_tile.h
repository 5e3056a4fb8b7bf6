#pragma once
// One of several choices as a tile: icon or short code, label, and a mark when it is chosen.

#include <string>
#include <string_view>

#include "ui/widgets/touch.h"

namespace navbat::ui {

struct ChoiceSpec {
  char32_t icon = 0;
  std::string code{};  // in place of an icon: "UZ"
  std::string hint{};  // a second line
  bool selected = false;
  bool enabled = true;
  bool marks = true;       // a chosen tile shows a check in place of its icon
  std::string spoken{};    // all that is said of it; empty: label and hint
  std::string language{};  // whose voice says it; empty: the page's
  Color tint{.a = 0};      // of the icon's disc; transparent: the theme's accent
};

// The least height that holds the label on one line, with or without a hint.
float choice_tile_height(const Frame& frame, bool with_hint);

// True when it was tapped.
bool choice_tile(Frame& frame, std::string_view id, const Rect& rect, std::string_view label,
                 const ChoiceSpec& spec);

}  // namespace navbat::ui
