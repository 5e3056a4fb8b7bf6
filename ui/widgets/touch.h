#pragma once
// The behaviour of everything that can be touched; looks are the caller's.

#include <string>
#include <string_view>

#include "ui/app/frame.h"

namespace navbat::ui {

struct TouchSpec {
  bool enabled = true;
  bool selected = false;  // said after the label
  // All that is to be said of it. Empty: the label, then the texts that are drawn on it.
  std::string spoken{};
  std::string language{};  // whose voice says it; empty: that of the page
  // False where another target does the same (the ground beside a sheet): the keypad passes it by,
  // nothing is said of it.
  bool by_keypad = true;
  float radius = -1;  // of its corners, for the focus ring; negative: the theme's card
};

struct Touch {
  bool tapped = false;   // went down and up inside, or the keypad chose it: the intent
  bool held = false;     // a finger is on it
  bool focused = false;  // the keypad is on it; the shell draws the ring
  float press = 0;       // 0 to 1, eased, for the look
};

// Declares a target for this frame. `id` is a path that tests and other tools know
// ("home/service/cards"), `label` what it is called. A finger that slides off cancels; one that
// slides on does nothing.
Touch touch(Frame& frame, std::string_view id, const Rect& rect, std::string_view label,
            const TouchSpec& spec = {});

}  // namespace navbat::ui
