#include "kiosk/screens/priority_view.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/step.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using domain::PriorityReason;
using ui::Color;
using ui::Rect;

constexpr std::array kReasons{PriorityReason::kElderly, PriorityReason::kDisability,
                              PriorityReason::kPregnancy, PriorityReason::kSmallChild};
constexpr float kGap = 24;

Color tint_of(PriorityReason reason) {
  switch (reason) {
    case PriorityReason::kElderly:
      return ui::rgb(0x6C46E0);
    case PriorityReason::kDisability:
      return ui::rgb(0x2E6BE6);
    case PriorityReason::kPregnancy:
      return ui::rgb(0xDD3F66);
    case PriorityReason::kSmallChild:
      break;
  }
  return ui::rgb(0x0FA28F);
}

void draw_sign(ui::Frame& frame, ui::Point middle, float radius, PriorityReason reason) {
  ui::Canvas& canvas = frame.canvas;
  if (frame.theme.flat) {
    canvas.arc(middle, radius, 4, 0, 1, frame.palette().accent);
    canvas.icon(middle, ui::IconSize::kLarge, priority_icon(reason), frame.palette().accent);
    return;
  }
  const Color white = ui::rgb(0xFFFFFF);
  const Color deep = ui::readable(tint_of(reason), white, 4.5);
  const Rect disc = ui::centered(middle, {2 * radius, 2 * radius});
  canvas.shadow(disc, radius, 22, 10, deep.with_alpha(0.36F));
  canvas.gradient(disc, ui::mix(tint_of(reason), white, 0.1F), deep, ui::Toward::kDownRight,
                  radius);
  canvas.icon(middle, ui::IconSize::kLarge, priority_icon(reason), white);
}

void draw_reason(ui::Frame& frame, const Rect& rect, PriorityReason reason, bool chosen,
                 const Emit& emit) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& p = frame.palette();
  const std::string label = frame.words.text(priority_key(reason));
  const float round = frame.theme.radii.card;
  const ui::Touch state = ui::touch(frame, "priority/" + std::string(domain::to_string(reason)),
                                    rect, label, {.selected = chosen, .radius = round});
  Color ground = ui::mix(p.surface_muted, p.surface_pressed, state.press);
  if (chosen && !frame.theme.flat) {
    ground = ui::mix(p.surface, p.accent, 0.1F);
  }
  canvas.push_transform(rect.center(), 1 - 0.02F * state.press, {});
  canvas.fill(rect, ground, round);
  if (chosen || frame.theme.flat) {
    canvas.outline(rect, chosen ? p.accent : p.line, round, chosen ? 5 : frame.theme.outline);
  }
  const ui::TextSpec text{.role = ui::Role::kTitle,
                          .color = p.ink,
                          .on = ground,
                          .align = ui::Align::kCenter,
                          .lines = 2,
                          .balanced = true};
  const Rect room = rect.inset(20, 0);
  const float height = canvas.measure(room, label, text).height;
  const float gap = std::min(canvas.mm(8), rect.h * 0.08F);
  const float radius =
      std::min(canvas.mm(21), std::max(canvas.mm(14), (rect.h - height - 3 * gap) / 2));
  const float top = rect.y + (rect.h - 2 * radius - gap - height) / 2;
  draw_sign(frame, {rect.center().x, top + radius}, radius, reason);
  canvas.text({room.x, top + 2 * radius + gap, room.w, height}, label, text);
  if (chosen) {
    const ui::Point mark{rect.right() - canvas.mm(9), rect.y + canvas.mm(9)};
    canvas.circle(mark, canvas.mm(5.5F), p.accent);
    canvas.icon(mark, ui::IconSize::kSmall, ui::icon::kCheck, p.on_accent);
  }
  canvas.pop_transform();
  if (state.tapped) {
    emit(ChoosePriority{reason});
  }
}

}  // namespace

char32_t priority_icon(PriorityReason reason) {
  switch (reason) {
    case PriorityReason::kElderly:
      return ui::icon::kElderly;
    case PriorityReason::kDisability:
      return ui::icon::kAccessible;
    case PriorityReason::kPregnancy:
      return ui::icon::kPregnantWoman;
    case PriorityReason::kSmallChild:
      break;
  }
  return ui::icon::kChildFriendly;
}

void draw_priority(ui::Frame& frame, const PriorityModel& model, const Emit& emit) {
  const Step step = begin_step(frame, model.header,
                               {.icon = ui::icon::kVolunteerActivism,
                                .title = frame.words.text("kiosk.priority.title"),
                                .hint = frame.words.text("kiosk.priority.hint")});
  const float height = std::min((step.body.h - kGap) / 2, frame.canvas.mm(110));
  const float width = (step.body.w - kGap) / 2;
  const float top = step.body.y + std::max(0.0F, (step.body.h - 2 * height - kGap) / 2);
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    const auto row = static_cast<float>(i / 2);
    const auto column = static_cast<float>(i % 2);
    draw_reason(frame,
                {step.body.x + column * (width + kGap), top + row * (height + kGap), width, height},
                kReasons.at(i), model.chosen == kReasons.at(i), emit);
  }
  const ui::Rect none = draw_back(frame, step.actions, "priority", emit);
  if (ui::button(frame, "priority/none", none, frame.words.text("kiosk.priority.none"),
                 {.icon = ui::icon::kClose})) {
    emit(ChoosePriority{});
  }
}

}  // namespace navbat::kiosk
