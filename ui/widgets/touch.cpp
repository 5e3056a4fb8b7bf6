#include "ui/widgets/touch.h"

namespace navbat::ui {

Touch touch(Frame& frame, std::string_view id, const Rect& rect, std::string_view label,
            bool enabled) {
  constexpr Moment kPressTime{110};
  const Rect place = frame.canvas.placed(rect);
  const bool live = enabled && frame.interactive;
  if (frame.probe != nullptr) {
    frame.probe->saw_target({std::string(id), place, std::string(label), live});
  }
  Touch result;
  const bool inside = place.contains(frame.pointer.at);
  if (live && frame.pointer.pressed && inside && !frame.capture.active) {
    frame.capture = {std::string(id), true};
  }
  const bool captured = frame.capture.active && frame.capture.id == id;
  result.held = live && captured && frame.pointer.down && inside;
  result.tapped = live && captured && frame.pointer.released && inside;
  result.press =
      frame.motion.follow(std::string(id) + "#press", result.held ? 1.0F : 0.0F, kPressTime);
  return result;
}

}  // namespace navbat::ui
