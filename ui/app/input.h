#pragma once
// Fingers and mouse as one pointer. Dear ImGui's SDL platform polls the global mouse and ignores
// where an event happened; this keeps every press and release, in order, one a frame.

#include <cstdint>
#include <deque>

#include "ui/draw/geometry.h"

union SDL_Event;

namespace navbat::ui {

// The pointer as one frame sees it, in window pixels (Input) or logical units (Frame).
struct Pointer {
  Point at;
  bool down = false;      // held now
  bool pressed = false;   // went down in this frame
  bool released = false;  // went up in this frame
};

class Input {
 public:
  // Takes an SDL event. Only the first finger counts until it is lifted; only the left mouse
  // button. `window` turns finger coordinates, which are shares of the window, into pixels.
  void take(const SDL_Event& event, Size window);

  // Moves on to the next change and returns the frame's pointer.
  Pointer next_frame();

  // True while presses or releases wait for frames of their own.
  bool pending() const { return !changes_.empty(); }

 private:
  enum class Kind { kPress, kMove, kRelease };
  struct Change {
    Kind kind;
    Point at;
  };
  std::deque<Change> changes_;
  Pointer pointer_;
  std::int64_t finger_ = 0;
  bool finger_down_ = false;
  bool mouse_down_ = false;
};

}  // namespace navbat::ui
