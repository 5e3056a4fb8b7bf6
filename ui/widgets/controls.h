#pragma once
// Buttons and small labels in the theme's looks.

#include <string>
#include <string_view>

#include "ui/widgets/touch.h"

namespace navbat::ui {

enum class ButtonLook {
  kAccent,   // the one main action of a screen
  kOnBrand,  // beside it, on the dark backdrop
  kMuted,    // on cards and bars
  kCard,     // on the light ground behind cards
};

struct ButtonSpec {
  ButtonLook look = ButtonLook::kMuted;
  char32_t icon = 0;
  bool selected = false;
  bool enabled = true;
  bool tight = false;  // hardly any room beside the label: for segments of a row
  // 0 to 1: a ring that runs down beside the label, with `count` in it. Negative: none.
  float countdown = -1;
  int count = 0;
  std::string spoken{};    // all that is said of it; empty: the label
  std::string language{};  // whose voice says it; empty: the page's
};

// True when it was tapped.
bool button(Frame& frame, std::string_view id, const Rect& rect, std::string_view label,
            const ButtonSpec& spec);

// A round button with an icon only; `label` is what it is called.
bool icon_button(Frame& frame, std::string_view id, const Rect& rect, std::string_view label,
                 char32_t icon, bool selected = false);

// A card: shadow, surface, hairline.
void card(Frame& frame, const Rect& rect, float radius, Color surface);

}  // namespace navbat::ui
