#include "kiosk/screens/home_entries.h"

#include <algorithm>

#include "kiosk/screens/tiles.h"
#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Frame;
using ui::Rect;
using ui::Role;

constexpr float kGap = 18;

// A landscape screen is short: every row counts.
float banner_height(const Frame& frame) {
  return frame.canvas.mm(frame.size.w > frame.size.h ? 24.0F : 28.0F);
}
float button_height(const Frame& frame) {
  const float two_lines = frame.canvas.cap(Role::kStrong) + frame.canvas.leading(Role::kStrong);
  return std::max(frame.canvas.mm(24), two_lines + 36);
}

bool has_buttons(const HomeModel& model) { return model.priority || model.ratings; }

void banner(Frame& frame, const Rect& rect, const Emit& emit) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const float radius = frame.theme.radii.card;
  const std::string title = frame.words.text("kiosk.home.booked");
  const std::string hint = frame.words.text("kiosk.home.booked_hint");
  const ui::Touch state = ui::touch(frame, "home/check_in", rect, title);
  canvas.push_transform(rect.center(), 1 - 0.02F * state.press, {});
  if (frame.theme.flat) {
    canvas.fill(rect, palette.surface, radius);
    canvas.outline(rect, palette.accent, radius, frame.theme.outline);
  } else {
    canvas.shadow(rect, radius, 30, 12, palette.accent_deep.with_alpha(0.35F));
    canvas.gradient(rect, palette.accent_deep, palette.accent, ui::Toward::kRight, radius);
    canvas.fill(rect, palette.on_accent.with_alpha(0.12F * state.press), radius);
  }
  const ui::Color ground = frame.theme.flat ? palette.surface : palette.accent;
  const ui::Color ink = frame.theme.flat ? palette.ink : palette.on_accent;
  Rect inside = rect.inset(26, 0);
  const float side = std::min(canvas.mm(18), rect.h - 36);
  const Rect tile{inside.x, rect.center().y - side / 2, side, side};
  if (!frame.theme.flat) {
    canvas.fill(tile, ink.with_alpha(0.18F), 20);
  }
  canvas.icon(tile.center(), ui::IconSize::kMedium, ui::icon::kQrCodeScanner,
              frame.theme.flat ? palette.accent : ink);
  inside.cut_left(side + 26);
  const float arrow = canvas.mm(8);
  const ui::Point middle{inside.right() - arrow, rect.center().y};
  canvas.circle(middle, arrow, frame.theme.flat ? palette.accent : ink);
  canvas.icon(middle, ui::IconSize::kSmall, ui::icon::kArrowForward,
              frame.theme.flat ? palette.on_accent : palette.accent_ink);
  inside.cut_right(2 * arrow + 20);
  const ui::TextSpec first{.role = Role::kTitle, .color = ink, .on = ground, .lines = 2};
  const ui::TextSpec second{.role = Role::kBody, .color = ink, .on = ground};
  const float gap = 24;
  const float cap = canvas.cap(Role::kTitle);
  const float both = cap + gap + canvas.cap(Role::kBody);
  const bool hinted = both + 36 <= rect.h && !canvas.measure(inside, hint, second).cut &&
                      canvas.measure(inside, title, first).lines == 1;
  if (!hinted) {
    ui::TextSpec alone = first;
    alone.stand = ui::Stand::kMiddle;
    canvas.text(inside, title, alone);
  } else {
    const float top = rect.center().y - both / 2;
    canvas.text({inside.x, top, inside.w, cap}, title, first);
    canvas.text({inside.x, top + cap + gap, inside.w, canvas.cap(Role::kBody)}, hint, second);
  }
  canvas.pop_transform();
  if (state.tapped) {
    emit(OpenCheckIn{});
  }
}

// A white card with an icon and a word.
bool card_button(Frame& frame, const std::string& id, const Rect& rect, char32_t icon,
                 const std::string& label, bool selected) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const ui::Touch state = ui::touch(frame, id, rect, label, {.selected = selected});
  const ui::Color rest = selected && !frame.theme.flat
                             ? ui::mix(palette.surface, palette.accent, 0.1F)
                             : palette.surface;
  const ui::Color ground = ui::mix(rest, palette.surface_pressed, state.press);
  canvas.push_transform(rect.center(), 1 - 0.02F * state.press, {});
  ui::card(frame, rect, frame.theme.radii.card, ground);
  if (selected) {
    canvas.outline(rect, palette.accent, frame.theme.radii.card, canvas.mm(1.2F));
  }
  Rect inside = rect.inset(24, 0);
  const float side = canvas.icon_side(ui::IconSize::kMedium);
  canvas.icon({inside.x + side / 2, rect.center().y}, ui::IconSize::kMedium,
              selected ? ui::icon::kCheckCircle : icon, palette.accent_ink);
  inside.cut_left(side + 18);
  canvas.text(inside, label,
              {.role = Role::kStrong,
               .color = palette.ink,
               .on = ground,
               .stand = ui::Stand::kMiddle,
               .lines = 2});
  canvas.pop_transform();
  return state.tapped;
}

void buttons(Frame& frame, Rect row, const HomeModel& model, const Emit& emit) {
  const float width = model.priority && model.ratings ? (row.w - kTileGap) / 2 : row.w;
  if (model.priority) {
    if (card_button(frame, "home/priority", row.cut_left(width), ui::icon::kAccessible,
                    frame.words.text("kiosk.home.priority"), model.priority_chosen)) {
      emit(OpenPriority{});
    }
    row.cut_left(kTileGap);
  }
  if (model.ratings &&
      card_button(frame, "home/feedback", row.cut_left(width), ui::icon::kSentimentSatisfiedAlt,
                  frame.words.text("kiosk.home.rate"), false)) {
    emit(OpenFeedback{});
  }
}

}  // namespace

float home_entries_height(const Frame& frame, const HomeModel& model) {
  const bool both = model.check_in && has_buttons(model);
  return (model.check_in ? banner_height(frame) : 0) + (both ? kGap : 0) +
         (has_buttons(model) ? button_height(frame) : 0);
}

void draw_home_entries(Frame& frame, const Rect& rect, const HomeModel& model, const Emit& emit) {
  Rect rest = rect;
  if (model.check_in) {
    banner(frame, rest.cut_top(banner_height(frame)), emit);
    rest.cut_top(kGap);
  }
  if (has_buttons(model)) {
    buttons(frame, rest, model, emit);
  }
}

}  // namespace navbat::kiosk
