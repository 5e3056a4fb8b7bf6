#include "ui/widgets/choice_tile.h"

#include <algorithm>

#include "ui_icons/icons.h"

namespace navbat::ui {
namespace {

constexpr float kPad = 26;

// From the label's baseline to the hint's capitals.
float line_gap(const Canvas& canvas) { return canvas.cap(Role::kTitle) * 0.62F; }

Color ground_of(const Frame& frame, const ChoiceSpec& spec, float press) {
  const Palette& p = frame.palette();
  if (spec.selected && !frame.theme.flat) {
    return mix(p.surface, p.accent, 0.1F);
  }
  return mix(p.surface_muted, p.surface_pressed, press);
}

void disc(Frame& frame, Point middle, float radius, const ChoiceSpec& spec) {
  Canvas& canvas = frame.canvas;
  const Palette& p = frame.palette();
  const bool marked = spec.selected && spec.marks;
  const Color tint = spec.tint.a == 0 ? p.accent_ink : readable(spec.tint, p.surface, 4.5);
  const Color color = spec.selected ? p.accent : p.surface;
  const Color face = spec.selected ? p.on_accent : (frame.theme.flat ? p.accent : tint);
  canvas.circle(middle, radius, spec.enabled ? color : p.surface_muted);
  if (marked || spec.icon != 0) {
    canvas.icon(middle, IconSize::kMedium, marked ? icon::kCheck : spec.icon,
                spec.enabled ? face : p.ink_muted);
  } else if (!spec.code.empty()) {
    canvas.text(centered(middle, {radius * 2, radius * 2}), spec.code,
                {.role = Role::kStrong,
                 .color = spec.selected ? p.on_accent : p.ink_muted,
                 .on = color,
                 .align = Align::kCenter,
                 .stand = Stand::kMiddle,
                 .silent = true});
  }
}

void letters(Frame& frame, const Rect& room, std::string_view label, const ChoiceSpec& spec,
             Color ground) {
  Canvas& canvas = frame.canvas;
  const Palette& p = frame.palette();
  const Color ink = spec.enabled ? p.ink : p.ink_muted;
  const TextSpec title{.role = Role::kTitle,
                       .color = ink,
                       .on = ground,
                       .stand = Stand::kMiddle,
                       .lines = spec.hint.empty() ? 2 : 1,
                       .language = spec.language};
  if (spec.hint.empty()) {
    canvas.text(room, label, title);
    return;
  }
  const float gap = line_gap(canvas);
  const TextSpec second{.role = Role::kBody, .color = p.ink_muted, .on = ground, .lines = 2};
  const float first = canvas.cap(Role::kTitle);
  const float rest = canvas.measure(room, spec.hint, second).height;
  const float top = room.y + (room.h - first - gap - rest) / 2;
  canvas.text({room.x, top, room.w, first}, label, title);
  canvas.text({room.x, top + first + gap, room.w, rest}, spec.hint, second);
}

}  // namespace

float choice_tile_height(const Frame& frame, bool with_hint) {
  const Canvas& canvas = frame.canvas;
  const float text =
      canvas.cap(Role::kTitle) + (with_hint ? line_gap(canvas) + canvas.cap(Role::kBody) : 0.0F);
  return std::max({canvas.mm(28), 112.0F, text + 2 * canvas.mm(8)});
}

bool choice_tile(Frame& frame, std::string_view id, const Rect& rect, std::string_view label,
                 const ChoiceSpec& spec) {
  Canvas& canvas = frame.canvas;
  const Palette& p = frame.palette();
  const float radius = std::min(frame.theme.radii.card, rect.h / 2);
  const Touch state = touch(frame, id, rect, label,
                            {.enabled = spec.enabled,
                             .selected = spec.selected,
                             .spoken = spec.spoken,
                             .language = spec.language,
                             .radius = radius});
  const Color ground = ground_of(frame, spec, state.press);
  canvas.push_transform(rect.center(), 1 - 0.02F * state.press, {});
  canvas.fill(rect, ground, radius);
  if (spec.selected || frame.theme.flat) {
    canvas.outline(rect, spec.selected ? p.accent : p.line, radius,
                   spec.selected ? canvas.mm(1.2F) : frame.theme.outline);
  }
  Rect inside = rect.inset(kPad, 0);
  if (spec.icon != 0 || !spec.code.empty()) {
    const float side = canvas.mm(10.5F);
    disc(frame, {inside.x + side, rect.center().y}, side, spec);
    inside.cut_left(2 * side + 22);
  }
  letters(frame, inside, label, spec, ground);
  canvas.pop_transform();
  return state.tapped;
}

}  // namespace navbat::ui
