#include "ui/widgets/touch.h"

namespace navbat::ui {
namespace {

void declare(Frame& frame, std::string_view id, const Rect& place, std::string_view label,
             const TouchSpec& spec, bool live) {
  if (frame.probe != nullptr) {
    frame.probe->saw_target({.id = std::string(id),
                             .rect = place,
                             .label = std::string(label),
                             .enabled = live,
                             .by_keypad = spec.by_keypad});
  }
  if (!spec.by_keypad || !frame.interactive) {
    return;
  }
  if (live) {
    const float radius = spec.radius < 0 ? frame.theme.radii.card : spec.radius;
    frame.focus.declare(id, place, radius);
  }
  if (frame.transcript.collecting()) {
    frame.transcript.add_target({.id = std::string(id),
                                 .rect = place,
                                 .label = std::string(label),
                                 .spoken = spec.spoken,
                                 .language = spec.language,
                                 .selected = spec.selected,
                                 .enabled = spec.enabled});
  }
}

}  // namespace

Touch touch(Frame& frame, std::string_view id, const Rect& rect, std::string_view label,
            const TouchSpec& spec) {
  constexpr Moment kPressTime{110};
  const Rect place = frame.canvas.placed(rect);
  const bool live = spec.enabled && frame.interactive;
  declare(frame, id, place, label, spec, live);
  Touch result;
  const bool inside = place.contains(frame.pointer.at);
  if (live && frame.pointer.pressed && inside && !frame.capture.active) {
    frame.capture = {.id = std::string(id), .page = frame.page, .active = true};
  }
  const bool captured =
      frame.capture.active && frame.capture.id == id && frame.capture.page == frame.page;
  result.held = live && captured && frame.pointer.down && inside;
  result.focused = live && spec.by_keypad && frame.focus.is_at(id);
  result.tapped = live && ((captured && frame.pointer.released && inside) ||
                           (spec.by_keypad && frame.focus.activates(id)));
  result.press =
      frame.motion.follow(std::string(id) + "#press", result.held ? 1.0F : 0.0F, kPressTime);
  return result;
}

}  // namespace navbat::ui
