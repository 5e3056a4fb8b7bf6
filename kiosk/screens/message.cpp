#include "kiosk/screens/message.h"

#include <algorithm>

#include "kiosk/screens/access_bar.h"
#include "kiosk/screens/faces.h"
#include "kiosk/screens/step.h"
#include "ui/widgets/backdrop.h"

namespace navbat::kiosk {
namespace {

using ui::Align;
using ui::Canvas;
using ui::Color;
using ui::Frame;
using ui::Rect;
using ui::Role;
using ui::Stand;

constexpr float kPad = 56;
constexpr float kWidest = 968;
constexpr float kWidestLow = 1240;  // on a landscape screen: fewer lines

Color tone_color(const ui::Palette& palette, MessageTone tone) {
  switch (tone) {
    case MessageTone::kFriendly:
      return palette.accent_ink;
    case MessageTone::kTime:
      return palette.fair;
    case MessageTone::kTrouble:
      break;
  }
  return palette.poor;
}

ui::TextSpec centred(Role role, Color color, Color on, int lines) {
  return {.role = role,
          .color = color,
          .on = on,
          .align = Align::kCenter,
          .lines = lines,
          .balanced = true};
}

struct Sizes {
  float sign = 0;  // radius
  float over = 0;
  float number = 0;
  float title = 0;
  float text = 0;
  float strong = 0;
  float gap = 0;
  float all() const {
    const auto part = [this](float height) { return height > 0 ? gap + height : 0.0F; };
    return 2 * kPad + 2 * sign + (sign > 0 ? gap : 0) + title + part(over) + part(number) +
           part(text) + part(strong);
  }
};

Sizes measure(Frame& frame, float width, const MessageSpec& spec) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& p = frame.palette();
  const Rect room{0, 0, width, 4000};
  Sizes sizes;
  sizes.sign = canvas.mm(is_landscape(frame) ? 15.0F : 22.0F);
  sizes.gap = canvas.mm(is_landscape(frame) ? 8.0F : 12.0F);
  sizes.title =
      canvas.measure(room, spec.title, centred(Role::kHeadline, p.ink, p.surface, 3)).height;
  if (!spec.over.empty()) {
    sizes.over =
        canvas.measure(room, spec.over, centred(Role::kTitle, p.accent_ink, p.surface, 2)).height;
  }
  if (!spec.text.empty()) {
    sizes.text =
        canvas.measure(room, spec.text, centred(Role::kBody, p.ink_muted, p.surface, 4)).height;
  }
  if (!spec.number.empty()) {
    sizes.number = canvas.cap(Role::kGiant);
  }
  if (!spec.strong.empty()) {
    sizes.strong =
        canvas.measure({0, 0, width - 64, 400}, spec.strong, centred(Role::kTitle, p.ink, p.ink, 2))
            .height +
        2 * canvas.mm(7);
  }
  return sizes;
}

void draw_sign(Frame& frame, ui::Point middle, float radius, const MessageSpec& spec) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& p = frame.palette();
  if (spec.face > 0) {
    draw_face(frame, middle, radius, spec.face);
    return;
  }
  const Color color = tone_color(p, spec.tone);
  if (frame.theme.flat) {
    canvas.arc(middle, radius, 5, 0, 1, color);
  } else {
    canvas.circle(middle, radius, ui::mix(p.surface, color, 0.08F));
    canvas.circle(middle, radius * 0.78F, ui::mix(p.surface, color, 0.14F));
  }
  canvas.icon(middle, ui::IconSize::kLarge, spec.icon, color);
}

void draw_strong(Frame& frame, const Rect& row, const MessageSpec& spec) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& p = frame.palette();
  ui::TextSpec text = centred(Role::kTitle, p.ink, p.surface_muted, 2);
  text.stand = Stand::kMiddle;
  text.spoken = spec.strong_spoken;
  const float width =
      canvas.measure({0, 0, row.w - 64, row.h}, spec.strong, text).width + 2 * canvas.mm(10);
  const Rect pill{row.center().x - width / 2, row.y, width, row.h};
  canvas.fill(pill, p.surface_muted, std::min(row.h / 2, frame.theme.radii.card));
  canvas.text(pill.inset(8, 0), spec.strong, text);
}

void draw_card(Frame& frame, const Rect& card, const Sizes& sizes, const MessageSpec& spec) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& p = frame.palette();
  ui::card(frame, card, frame.theme.radii.sheet, p.surface);
  Rect inside = card.inset(kPad, kPad);
  if (sizes.sign > 0) {
    const Rect sign = inside.cut_top(2 * sizes.sign);
    draw_sign(frame, sign.center(), sizes.sign, spec);
    inside.cut_top(sizes.gap);
  }
  if (sizes.over > 0) {
    canvas.text(inside, spec.over, centred(Role::kTitle, p.accent_ink, p.surface, 2));
    inside.cut_top(sizes.over + sizes.gap);
  }
  canvas.text(inside, spec.title, centred(Role::kHeadline, p.ink, p.surface, 3));
  inside.cut_top(sizes.title);
  if (sizes.number > 0) {
    inside.cut_top(sizes.gap);
    ui::TextSpec number = centred(Role::kGiant, p.ink, p.surface, 1);
    number.spoken = spec.number_spoken;
    canvas.text(inside.cut_top(sizes.number), spec.number, number);
  }
  if (sizes.text > 0) {
    inside.cut_top(sizes.gap);
    canvas.text(inside, spec.text, centred(Role::kBody, p.ink_muted, p.surface, 4));
    inside.cut_top(sizes.text);
  }
  if (sizes.strong > 0) {
    inside.cut_top(sizes.gap);
    draw_strong(frame, inside.cut_top(sizes.strong), spec);
  }
}

void draw_answers(Frame& frame, Rect row, const MessageSpec& spec, const Emit& emit) {
  const auto count = static_cast<float>(spec.answers.size());
  const float gap = 28;
  const float width = (row.w - gap * (count - 1)) / count;
  for (const MessageAnswer& answer : spec.answers) {
    const Rect place = row.cut_left(width);
    row.cut_left(gap);
    const bool ring = answer.closes && spec.share_left >= 0;
    if (ui::button(frame, answer.id, place, answer.label,
                   {.look = answer.main ? ui::ButtonLook::kAccent : ui::ButtonLook::kOnBrand,
                    .icon = ring ? char32_t{0} : answer.icon,
                    .countdown = ring ? spec.share_left : -1.0F,
                    .count = spec.seconds_left})) {
      emit(answer.intent);
    }
  }
}

}  // namespace

void draw_message(Frame& frame, const HeaderModel& header, const MessageSpec& spec,
                  const Emit& emit) {
  ui::brand_backdrop(frame, frame.whole());
  const float top = draw_header(frame, header) + 36;
  const float width =
      std::min(frame.size.w - 2 * kMargin, is_landscape(frame) ? kWidestLow : kWidest);
  const float left = (frame.size.w - width) / 2;
  const float bottom = frame.size.h - bar_height(frame) - 36;
  Sizes sizes = measure(frame, width - 2 * kPad, spec);
  const float gap = is_landscape(frame) ? 28 : 48;
  const float row = spec.answers.empty() ? 0 : action_height(frame);
  const float for_answers = row > 0 ? gap + row : 0;
  // A low screen with large letters has no room for a sign: the words are what counts.
  if (sizes.all() + for_answers > bottom - top) {
    sizes.sign = 0;
  }
  if (sizes.all() + for_answers > bottom - top) {
    sizes.gap = frame.canvas.mm(4.5F);
  }
  const float all = sizes.all() + for_answers;
  const float start = top + std::max(0.0F, (bottom - top - all) / 2);
  draw_card(frame, {left, start, width, sizes.all()}, sizes, spec);
  if (row > 0) {
    // Below the card, and where everybody reaches it.
    const float under = std::max(start + sizes.all() + gap, frame.reach.y);
    const bool single = spec.answers.size() == 1;
    const float room = single ? std::min(width, frame.canvas.mm(130)) : width;
    draw_answers(frame, {left + (width - room) / 2, under, room, row}, spec, emit);
  }
}

}  // namespace navbat::kiosk
