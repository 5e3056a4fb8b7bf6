#pragma once
// Digits to touch: three columns, four rows, erase and done. What is typed on a real keyboard comes
// in here as well.

#include <string>
#include <string_view>

#include "ui/app/frame.h"
#include "ui/widgets/entry.h"

namespace navbat::ui {

struct KeyPadSpec {
  std::string done{};        // what the done key is called; empty: no such key
  bool done_enabled = true;  // while the entry is of use
  bool secret = false;       // a PIN: its digits are not said when they are chosen
  bool can_erase = true;     // something is there to erase
};

// The least room that a key pad needs in logical units, for keys of the theme's least size.
Size key_pad_size(const Frame& frame);

// Draws into the middle of `room` and returns the edits of this frame (see entry.h): touched,
// chosen with the keypad, or typed by a person. Targets are `id`/0 … `id`/9, `id`/erase, `id`/done.
std::string key_pad(Frame& frame, std::string_view id, const Rect& room, const KeyPadSpec& spec);

}  // namespace navbat::ui
