#include "ui/widgets/controls.h"

#include <algorithm>
#include <string>

namespace navbat::ui {
namespace {

struct Looks {
  Color from;
  Color to;
  Color text;
  Color ground;  // behind the text, for its contrast
  Color edge;
};

Looks looks_of(const Frame& frame, const ButtonSpec& spec) {
  const Palette& p = frame.palette();
  if (!spec.enabled) {
    return {p.surface_muted, p.surface_muted, p.ink_muted, p.surface_muted, p.line};
  }
  if (spec.look == ButtonLook::kAccent) {
    return {p.accent, p.accent_deep, p.on_accent, p.accent, p.accent};
  }
  if (spec.look == ButtonLook::kOnBrand) {
    const Color ground = frame.theme.flat ? p.brand_dark : mix(p.brand, p.on_brand, 0.14F);
    return {ground, ground, p.on_brand, ground, p.on_brand.with_alpha(0.55F)};
  }
  if (spec.selected) {
    if (frame.theme.flat) {
      return {p.accent, p.accent, p.on_accent, p.accent, p.accent};
    }
    return {p.brand, p.brand_dark, p.on_brand, p.brand, p.brand};
  }
  const Color face = spec.look == ButtonLook::kCard ? p.surface : p.surface_muted;
  return {face, face, p.ink, face, p.line};
}

void countdown_ring(Frame& frame, Point center, const ButtonSpec& spec, const Looks& looks) {
  const float radius = frame.canvas.mm(9.6F);
  const float thickness = frame.canvas.mm(1.1F);
  frame.canvas.arc(center, radius, thickness, 0, 1, looks.text.with_alpha(0.28F));
  if (spec.countdown > 0) {
    frame.canvas.arc(center, radius, thickness, 1 - spec.countdown, 1, looks.text);
  }
  const Rect box = centered(center, {radius * 2, radius * 2});
  frame.canvas.text(box, std::to_string(spec.count),
                    {.role = Role::kStrong,
                     .color = looks.text,
                     .on = looks.ground,
                     .align = Align::kCenter,
                     .stand = Stand::kMiddle,
                     .silent = true});
}

}  // namespace

bool button(Frame& frame, std::string_view id, const Rect& rect, std::string_view label,
            const ButtonSpec& spec) {
  const float radius = std::min(rect.h / 2, frame.canvas.mm(12));
  const Touch state = touch(frame, id, rect, label,
                            {.enabled = spec.enabled,
                             .selected = spec.selected,
                             .spoken = spec.spoken,
                             .language = spec.language,
                             .radius = radius});
  const Looks looks = looks_of(frame, spec);
  Canvas& canvas = frame.canvas;
  canvas.push_transform(rect.center(), 1 - 0.025F * state.press, {});
  if (spec.look == ButtonLook::kAccent && spec.enabled) {
    canvas.shadow(rect, radius, 28, 12, looks.to.with_alpha(0.45F));
  }
  if (spec.look == ButtonLook::kCard) {
    canvas.shadow(rect, radius, 24, 8, frame.palette().shadow);
  }
  canvas.gradient(rect, looks.from, looks.to, Toward::kDownRight, radius);
  if (spec.look == ButtonLook::kOnBrand || spec.look == ButtonLook::kCard || frame.theme.flat) {
    canvas.outline(rect, looks.edge, radius, frame.theme.outline);
  }
  if (state.press > 0) {
    canvas.fill(rect, looks.text.with_alpha(0.12F * state.press), radius);
  }
  const float pad = spec.tight ? 8 : std::min(rect.h * 0.16F, canvas.mm(4));
  Rect inside = rect.inset(pad, 0);
  if (spec.countdown >= 0) {
    const float room = canvas.mm(24);
    countdown_ring(frame, {inside.x + room / 2, rect.center().y}, spec, looks);
    inside.cut_left(room);
  }
  Align align = Align::kCenter;
  if (spec.icon != 0) {
    // Icon and label are centred together.
    const float side = canvas.icon_side(IconSize::kSmall);
    const float gap = canvas.mm(2.5F);
    const float text_room = inside.w - side - gap;
    const float text_width =
        canvas.measure({0, 0, text_room, rect.h}, label, {.role = Role::kStrong, .lines = 2}).width;
    const float left = inside.x + std::max(0.0F, (inside.w - side - gap - text_width) / 2);
    canvas.icon({left + side / 2, rect.center().y}, IconSize::kSmall, spec.icon, looks.text);
    inside = {left + side + gap, rect.y, text_room, rect.h};
    align = Align::kLeft;
  }
  canvas.text(inside, label,
              {.role = Role::kStrong,
               .color = looks.text,
               .on = looks.ground,
               .align = align,
               .stand = Stand::kMiddle,
               .lines = 2,
               .balanced = true});
  canvas.pop_transform();
  return state.tapped;
}

bool icon_button(Frame& frame, std::string_view id, const Rect& rect, std::string_view label,
                 char32_t icon, bool selected) {
  const float radius = std::min(rect.w, rect.h) / 2;
  const Touch state = touch(frame, id, rect, label, {.selected = selected, .radius = radius});
  const Looks looks = looks_of(frame, {.selected = selected});
  Canvas& canvas = frame.canvas;
  canvas.push_transform(rect.center(), 1 - 0.05F * state.press, {});
  canvas.gradient(rect, looks.from, looks.to, Toward::kDown, radius);
  if (frame.theme.flat) {
    canvas.outline(rect, looks.edge, radius, frame.theme.outline);
  }
  canvas.icon(rect.center(), IconSize::kMedium, icon, looks.text);
  canvas.pop_transform();
  return state.tapped;
}

void card(Frame& frame, const Rect& rect, float radius, Color surface) {
  Canvas& canvas = frame.canvas;
  canvas.shadow(rect, radius, 34, 14, frame.palette().shadow);
  canvas.fill(rect, surface, radius);
  canvas.outline(rect, frame.palette().line, radius, frame.theme.outline);
}

}  // namespace navbat::ui
