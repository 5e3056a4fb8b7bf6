#pragma once
// The behaviour of everything that can be touched; looks are the caller's.

#include <string>
#include <string_view>

#include "ui/app/frame.h"

namespace navbat::ui {

struct Touch {
  bool tapped = false;  // went down and up inside: the intent
  bool held = false;    // a finger is on it
  float press = 0;      // 0 to 1, eased, for the look
};

// Declares a target for this frame. `id` is a path that tests and other tools know
// ("home/service/cards"), `label` what it is called. A finger that slides off cancels; one that
// slides on does nothing.
Touch touch(Frame& frame, std::string_view id, const Rect& rect, std::string_view label,
            bool enabled = true);

}  // namespace navbat::ui
