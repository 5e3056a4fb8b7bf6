#pragma once
// The key pad of every entry: touched, typed and chosen digits become intents of the one entry that
// is open.

#include <string>

#include "kiosk/model/entry.h"
#include "kiosk/screens/header.h"

namespace navbat::kiosk {

struct EntryPadSpec {
  EntryKind kind = EntryKind::kPhone;
  bool complete = false;  // Enter on a keyboard sends it
  bool can_erase = false;
  bool secret = false;  // its digits are not said when they are chosen
  bool enabled = true;
};

// Draws the pad into the middle of `rect`, no larger than a hand likes, and returns where it is.
// Targets: `path`/0 … 9, `path`/erase.
ui::Rect draw_entry_pad(ui::Frame& frame, const std::string& path, const ui::Rect& rect,
                        const EntryPadSpec& spec, const Emit& emit);

// The free place of the pad beside the zero.
ui::Rect spare_key(const ui::Frame& frame, const ui::Rect& pad);

}  // namespace navbat::kiosk
