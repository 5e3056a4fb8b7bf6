#include "kiosk/screens/menu_card.h"

#include <algorithm>

#include "kiosk/screens/pictograms.h"
#include "kiosk/screens/wait_words.h"
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

constexpr float kPad = 30;
constexpr float kTight = 20;
constexpr float kLineGap = 22;  // between a name and what stands below it

// The card's ground and how far it is pressed.
struct Face {
  Color ground;
  bool open = true;
};

Color mood_color(const ui::Palette& palette, const MenuCard& card) {
  const Wait& wait = card.wait;
  if (card.opening != Opening::kOpen || wait.kind == WaitKind::kSoon ||
      wait.kind == WaitKind::kUnknown) {
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

void tile(Frame& frame, const Rect& rect, const MenuCard& card) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const float radius = std::min(frame.theme.radii.tile, rect.h * 0.3F);
  const bool open = card.opening == Opening::kOpen;
  if (frame.theme.flat) {
    const Color color = open ? palette.accent : palette.ink;
    canvas.outline(rect, color, radius, frame.theme.outline);
    canvas.icon(rect.center(), IconSize::kMedium,
                open ? pictogram(card.icon) : ui::icon::kLockClock, color);
    return;
  }
  if (!open) {
    canvas.fill(rect, palette.line, radius);
    canvas.icon(rect.center(), IconSize::kMedium, ui::icon::kLockClock, palette.ink_muted);
    return;
  }
  const Color white = ui::rgb(0xFFFFFF);
  const Color deep = ui::readable(card.color, white, 4.5);
  const Color bright = ui::mix(card.color, white, 0.08F);
  canvas.shadow(rect, radius, 18, 8, deep.with_alpha(0.38F));
  canvas.gradient(rect, bright, deep, ui::Toward::kDownRight, radius);
  canvas.icon(rect.center(), IconSize::kMedium, pictogram(card.icon), white);
}

std::string people_spoken(const Frame& frame, int waiting) {
  return waiting == 0 ? frame.words.text("kiosk.nobody")
                      : frame.words.count("kiosk.people", waiting);
}

// A figure beside the sign for people; `left` of it is given. Returns its width.
float people(Frame& frame, ui::Point left_middle, int waiting, Color ground) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const float side = canvas.icon_side(IconSize::kSmall);
  const std::string text = std::to_string(waiting);
  const float width = canvas.width(Role::kStrong, text) + 2;
  const float cap = canvas.cap(Role::kStrong);
  canvas.icon({left_middle.x + side / 2, left_middle.y}, IconSize::kSmall, ui::icon::kGroup,
              palette.ink_muted);
  canvas.text({left_middle.x + side + 8, left_middle.y - cap / 2, width, cap}, text,
              {.role = Role::kStrong,
               .color = palette.ink_muted,
               .on = ground,
               .spoken = people_spoken(frame, waiting)});
  return side + 8 + width;
}

float people_width(Frame& frame, int waiting) {
  return frame.canvas.icon_side(IconSize::kSmall) + 10 +
         frame.canvas.width(Role::kStrong, std::to_string(waiting));
}

// How many wait, as a quiet pill whose right edge is given.
void people_pill(Frame& frame, ui::Point right_middle, float room, int waiting) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const bool nobody = waiting == 0;
  const std::string text = people_spoken(frame, waiting);
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

// The wait, or when the counter opens, or how many services a group has.
struct StateLine {
  std::string text;
  std::string spoken;
  Color color;
};

StateLine state_of(const Frame& frame, const MenuCard& card) {
  const Color color = mood_color(frame.palette(), card);
  if (card.opening != Opening::kOpen) {
    return {card.opens, card.opens_spoken, color};
  }
  if (card.group && card.wait.kind == WaitKind::kUnknown) {
    return {frame.words.count("kiosk.home.group", card.services), {}, color};
  }
  return {wait_text(frame.words, "kiosk.wait.", card.wait), wait_spoken(frame.words, card.wait),
          color};
}

void name(Frame& frame, const Rect& rect, const MenuCard& card, const Face& face, Stand stand,
          int lines) {
  frame.canvas.text(rect, card.name,
                    {.role = Role::kTitle,
                     .color = face.open ? frame.palette().ink : frame.palette().ink_muted,
                     .on = face.ground,
                     .stand = stand,
                     .lines = lines});
}

void arrow(Frame& frame, ui::Point middle, IconSize size, const MenuCard& card, const Face& face) {
  if (!face.open) {
    return;
  }
  const Color ink =
      frame.theme.flat ? frame.palette().accent : ui::readable(card.color, face.ground, 3.0);
  frame.canvas.icon(middle, size, card.group ? ui::icon::kChevronRight : ui::icon::kArrowForward,
                    ink);
}

// Icon and people above, the name in the middle, the wait below.
void tall(Frame& frame, const Rect& rect, const MenuCard& card, const Face& face) {
  Canvas& canvas = frame.canvas;
  const Rect inside = rect.inset(kPad, std::min(28.0F, rect.h * 0.095F));
  const float side = std::min(canvas.mm(23), inside.h * 0.34F);
  const Rect tile_rect{inside.x, inside.y, side, side};
  tile(frame, tile_rect, card);
  if (card.waiting && face.open) {
    people_pill(frame, {inside.right(), tile_rect.center().y}, inside.w - side - 12, *card.waiting);
  }
  const StateLine state = state_of(frame, card);
  const ui::TextSpec spec{.role = Role::kStrong,
                          .color = state.color,
                          .on = face.ground,
                          .lines = 2,
                          .spoken = state.spoken};
  const float sign = canvas.icon_side(IconSize::kSmall);
  const float state_height = canvas.measure({0, 0, inside.w, 1000}, state.text, spec).height;
  const Rect below{inside.x, inside.bottom() - state_height, inside.w, state_height};
  const float name_top = tile_rect.bottom() + 6;
  name(frame, {inside.x, name_top, inside.w, below.y - name_top - 14}, card, face, Stand::kMiddle,
       2);
  const float width = canvas.text(below, state.text, spec).width;
  if (width + sign + 16 <= below.w) {
    arrow(frame, {below.right() - sign / 2, below.center().y}, IconSize::kSmall, card, face);
  }
}

// Icon and people at the left, name and wait beside them.
void compact(Frame& frame, const Rect& rect, const MenuCard& card, const Face& face) {
  Canvas& canvas = frame.canvas;
  Rect inside = rect.inset(kTight, 0);
  const float side = canvas.mm(20.5F);
  const float cap = canvas.cap(Role::kStrong);
  const bool counted = card.waiting && face.open;
  const float column = counted ? std::max(side, people_width(frame, *card.waiting)) : side;
  const float left_height = side + (counted ? kLineGap + cap : 0);
  const float left_top = rect.center().y - left_height / 2;
  tile(frame, {inside.x + (column - side) / 2, left_top, side, side}, card);
  if (counted) {
    const float width = people_width(frame, *card.waiting);
    people(frame, {inside.x + (column - width) / 2, left_top + left_height - cap / 2},
           *card.waiting, face.ground);
  }
  inside.cut_left(column + 24);
  const StateLine state = state_of(frame, card);
  const ui::TextSpec name_spec{.role = Role::kTitle, .lines = 2};
  const ui::TextSpec state_spec{.role = Role::kStrong,
                                .color = state.color,
                                .on = face.ground,
                                .lines = 2,
                                .spoken = state.spoken};
  const float name_height = canvas.measure({0, 0, inside.w, 1000}, card.name, name_spec).height;
  const float state_height = canvas.measure({0, 0, inside.w, 1000}, state.text, state_spec).height;
  const float height = name_height + kLineGap + state_height;
  const float top = rect.center().y - height / 2;
  name(frame, {inside.x, top, inside.w, name_height}, card, face, Stand::kTop, 2);
  canvas.text({inside.x, top + name_height + kLineGap, inside.w, state_height}, state.text,
              state_spec);
}

void row(Frame& frame, const Rect& rect, const MenuCard& card, const Face& face) {
  Canvas& canvas = frame.canvas;
  Rect inside = rect.inset(28, 0);
  const float side = std::min(canvas.mm(24), rect.h - 48);
  tile(frame, {inside.x, rect.center().y - side / 2, side, side}, card);
  inside.cut_left(side + 30);
  if (face.open) {
    const float sign = canvas.icon_side(IconSize::kMedium);
    arrow(frame, inside.cut_right(sign).center(), IconSize::kMedium, card, face);
    inside.cut_right(16);
  }
  const float title = canvas.cap(Role::kTitle);
  const float strong = canvas.cap(Role::kStrong);
  const float gap = std::min(36.0F, (rect.h - title - strong) / 3);
  const float top = rect.center().y - (title + gap + strong) / 2;
  name(frame, {inside.x, top, inside.w, title}, card, face, Stand::kTop, 1);
  const StateLine state = state_of(frame, card);
  Rect line{inside.x, top + title + gap, inside.w, strong};
  if (card.waiting && face.open) {
    const float width = people_width(frame, *card.waiting);
    const Rect place = line.cut_right(width);
    people(frame, {place.x, place.center().y}, *card.waiting, face.ground);
    line.cut_right(20);
  }
  canvas.text(
      line, state.text,
      {.role = Role::kStrong, .color = state.color, .on = face.ground, .spoken = state.spoken});
}

}  // namespace

float menu_card_height(const Frame& frame, CardLook look) {
  const Canvas& canvas = frame.canvas;
  const float two_lines = canvas.cap(Role::kTitle) + canvas.leading(Role::kTitle);
  const float state = canvas.cap(Role::kStrong);
  switch (look) {
    case CardLook::kTall:
      return 2 * 26 + canvas.mm(20) + two_lines + state + 30;
    case CardLook::kCompact:
      return 2 * kTight + two_lines + kLineGap + state;
    case CardLook::kRow:
      break;
  }
  return canvas.cap(Role::kTitle) + state + 2 * 30 + 32;
}

void draw_menu_card(Frame& frame, const Rect& rect, const MenuCard& card, CardLook look,
                    const Emit& emit) {
  const ui::Palette& palette = frame.palette();
  const ui::Touch state =
      ui::touch(frame, (card.group ? "home/group/" : "home/service/") + card.id, rect, card.name);
  const bool open = card.opening == Opening::kOpen;
  const Face face{.ground = ui::mix(open ? palette.surface : palette.surface_muted,
                                    palette.surface_pressed, state.press),
                  .open = open};
  frame.canvas.push_transform(rect.center(), 1 - 0.02F * state.press, {});
  if (open) {
    ui::card(frame, rect, frame.theme.radii.card, face.ground);
  } else {
    frame.canvas.fill(rect, face.ground, frame.theme.radii.card);
    frame.canvas.outline(rect, palette.line, frame.theme.radii.card, frame.theme.outline);
  }
  switch (look) {
    case CardLook::kTall:
      tall(frame, rect, card, face);
      break;
    case CardLook::kCompact:
      compact(frame, rect, card, face);
      break;
    case CardLook::kRow:
      row(frame, rect, card, face);
      break;
  }
  frame.canvas.pop_transform();
  if (!state.tapped) {
    return;
  }
  if (card.group) {
    emit(OpenGroup{card.id});
  } else {
    emit(ChooseService{domain::ServiceId(card.id)});
  }
}

}  // namespace navbat::kiosk
