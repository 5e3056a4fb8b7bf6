#include "kiosk/screens/service_card.h"

#include "kiosk/screens/pictograms.h"
#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Align;
using ui::Canvas;
using ui::Color;
using ui::Frame;
using ui::IconSize;
using ui::Rect;
using ui::Role;
using ui::Stand;

constexpr float kPad = 32;

Color mood_color(const ui::Palette& palette, const Wait& wait) {
  if (wait.kind == WaitKind::kSoon || wait.kind == WaitKind::kUnknown) {
    return palette.ink_muted;
  }
  switch (wait.mood) {
    case WaitMood::kGood:
      return palette.good;
    case WaitMood::kFair:
      return palette.fair;
    case WaitMood::kPoor:
      return palette.poor;
  }
  return palette.ink;
}

void tile(Frame& frame, const Rect& rect, const ServiceCard& service) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const float radius = frame.theme.radii.tile;
  if (frame.theme.flat) {
    canvas.outline(rect, palette.accent, radius, frame.theme.outline);
    canvas.icon(rect.center(), IconSize::kMedium, pictogram(service.icon), palette.accent);
    return;
  }
  const Color white = ui::rgb(0xFFFFFF);
  const Color deep = ui::readable(service.color, white, 4.5);
  const Color bright = ui::mix(service.color, white, 0.08F);
  canvas.shadow(rect, radius, 18, 8, deep.with_alpha(0.38F));
  canvas.gradient(rect, bright, deep, ui::Toward::kDownRight, radius);
  canvas.icon(rect.center(), IconSize::kMedium, pictogram(service.icon), white);
}

// How many wait, as a quiet pill whose right edge is given.
void people_pill(Frame& frame, ui::Point right_middle, float room, const ServiceCard& service) {
  if (!service.waiting) {
    return;
  }
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const bool nobody = *service.waiting == 0;
  const std::string text = nobody ? frame.words.text("kiosk.nobody")
                                  : frame.words.count("kiosk.people", *service.waiting);
  const float pad = 16;
  const float side = nobody ? 0 : canvas.icon_side(IconSize::kSmall) * 0.9F + 8;
  const float text_width = std::min(canvas.width(Role::kBody, text) + 1, room - 2 * pad - side);
  const float height = canvas.cap(Role::kBody) * 2.1F;
  const Rect pill{right_middle.x - text_width - side - 2 * pad, right_middle.y - height / 2,
                  text_width + side + 2 * pad, height};
  canvas.fill(pill, palette.surface_muted, height / 2);
  if (!nobody) {
    canvas.icon({pill.x + pad + side / 2 - 4, right_middle.y}, IconSize::kSmall, ui::icon::kGroup,
                palette.ink_muted);
  }
  canvas.text({pill.x + pad + side, pill.y, text_width, height}, text,
              {.role = Role::kBody,
               .color = palette.ink_muted,
               .on = palette.surface_muted,
               .stand = Stand::kMiddle});
}

// Card ground, press feedback and the tap itself.
ui::Touch begin_card(Frame& frame, const Rect& rect, const ServiceCard& service, Color& ground) {
  const ui::Touch state =
      ui::touch(frame, "home/service/" + service.id.value(), rect, service.name);
  const ui::Palette& palette = frame.palette();
  ground = ui::mix(palette.surface, palette.surface_pressed, state.press);
  frame.canvas.push_transform(rect.center(), 1 - 0.02F * state.press, {});
  ui::card(frame, rect, frame.theme.radii.card, ground);
  return state;
}

}  // namespace

void draw_service_card(Frame& frame, const Rect& rect, const ServiceCard& service,
                       const Emit& emit) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  Color ground;
  const ui::Touch state = begin_card(frame, rect, service, ground);
  Rect inside = rect.inset(kPad, 30);
  const float tile_side = std::min(canvas.mm(23), inside.h * 0.38F);
  const Rect tile_rect{inside.x, inside.y, tile_side, tile_side};
  tile(frame, tile_rect, service);
  people_pill(frame, {inside.right(), tile_rect.center().y}, inside.w - tile_side - 12, service);

  const float wait_cap = canvas.cap(Role::kStrong);
  const Rect wait_rect{inside.x, inside.bottom() - wait_cap, inside.w, wait_cap};
  const float name_top = tile_rect.bottom();
  const float name_room = wait_rect.y - name_top - 10;  // letters below the line need some
  canvas.text({inside.x, name_top, inside.w, name_room}, service.name,
              {.role = Role::kTitle,
               .color = palette.ink,
               .on = ground,
               .stand = Stand::kMiddle,
               .lines = 2});
  const Color mood = mood_color(palette, service.wait);
  const float arrow = canvas.icon_side(IconSize::kSmall);
  canvas.text({wait_rect.x, wait_rect.y, wait_rect.w, wait_rect.h},
              wait_text(frame.words, "kiosk.wait.", service.wait),
              {.role = Role::kStrong, .color = mood, .on = ground});
  const float wait_width =
      canvas.width(Role::kStrong, wait_text(frame.words, "kiosk.wait.", service.wait));
  if (wait_width + arrow + 16 <= wait_rect.w) {
    const Color ink = frame.theme.flat ? palette.accent : ui::readable(service.color, ground, 3.0);
    canvas.icon({wait_rect.right() - arrow / 2, wait_rect.center().y}, IconSize::kSmall,
                ui::icon::kArrowForward, ink);
  }
  canvas.pop_transform();
  if (state.tapped) {
    emit(ChooseService{service.id});
  }
}

void draw_service_row(Frame& frame, const Rect& rect, const ServiceCard& service,
                      const Emit& emit) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  Color ground;
  const ui::Touch state = begin_card(frame, rect, service, ground);
  Rect inside = rect.inset(28, 0);
  const float side = std::min(canvas.mm(26), rect.h - 56);
  const Rect tile_rect{inside.x, rect.center().y - side / 2, side, side};
  tile(frame, tile_rect, service);
  inside.cut_left(side + 30);
  const float arrow = canvas.icon_side(IconSize::kMedium);
  const Rect arrow_rect = inside.cut_right(arrow);
  inside.cut_right(12);
  canvas.icon(arrow_rect.center(), IconSize::kMedium, ui::icon::kArrowForward,
              frame.theme.flat ? palette.accent : ui::readable(service.color, ground, 3.0));
  const float title = canvas.cap(Role::kTitle);
  const float strong = canvas.cap(Role::kStrong);
  const float gap = std::min(38.0F, (rect.h - title - strong) / 3);
  const float top = rect.center().y - (title + gap + strong) / 2;
  canvas.text({inside.x, top, inside.w, title}, service.name,
              {.role = Role::kTitle, .color = palette.ink, .on = ground});
  std::string line = wait_text(frame.words, "kiosk.wait.", service.wait);
  canvas.text({inside.x, top + title + gap, inside.w, strong}, line,
              {.role = Role::kStrong, .color = mood_color(palette, service.wait), .on = ground});
  canvas.pop_transform();
  if (state.tapped) {
    emit(ChooseService{service.id});
  }
}

}  // namespace navbat::kiosk
