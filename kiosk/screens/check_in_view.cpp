#include "kiosk/screens/check_in_view.h"

#include <algorithm>

#include "kiosk/screens/entry_pad.h"
#include "kiosk/screens/step.h"
#include "ui/widgets/text_field.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Color;
using ui::Rect;

constexpr float kGap = 30;

ui::TextSpec where_spec(const Ground& ground) {
  return {.role = ui::Role::kBody,
          .color = ground.muted,
          .on = ground.on,
          .stand = ui::Stand::kMiddle,
          .lines = 4};
}

// A phone with a message whose code stands out.
void draw_phone(ui::Frame& frame, const Rect& rect) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& p = frame.palette();
  const Color body = frame.theme.flat ? p.surface : ui::mix(p.brand, p.brand_dark, 0.5F);
  canvas.shadow(rect, 26, 24, 10, p.shadow);
  canvas.fill(rect, body, 26);
  canvas.outline(rect, frame.theme.flat ? p.line : p.on_brand.with_alpha(0.25F), 26, 2);
  const Rect screen = rect.inset(9, 18);
  canvas.fill(screen, frame.theme.flat ? p.surface : p.surface_muted, 14);
  Rect bubble{screen.x + 10, screen.y + screen.h * 0.16F, screen.w - 20, screen.h * 0.62F};
  canvas.fill(bubble, frame.theme.flat ? p.surface_muted : p.surface, 14);
  bubble = bubble.inset(14, 14);
  const Color faint = ui::mix(p.ink_muted, p.surface, 0.62F);
  canvas.fill({bubble.x, bubble.y, bubble.w * 0.9F, 9}, faint, 4.5F);
  canvas.fill({bubble.x, bubble.y + 22, bubble.w * 0.62F, 9}, faint, 4.5F);
  const Rect code{bubble.x, bubble.y + 46, bubble.w,
                  std::max(20.0F, bubble.bottom() - bubble.y - 46)};
  canvas.fill(code, p.accent, 9);
  // Six figures, too small to read and not meant to be.
  const float step = code.w / 7;
  for (int i = 0; i < 6; ++i) {
    const float x = code.x + step * (static_cast<float>(i) + 0.5F + (i >= 3 ? 0.5F : 0.0F));
    canvas.fill({x, code.center().y - code.h * 0.22F, step * 0.56F, code.h * 0.44F}, p.on_accent,
                3);
  }
}

Rect phone_place(const ui::Frame& frame, const Rect& row) {
  const float height = frame.canvas.mm(46);
  return {row.x + 8, row.center().y - height / 2, height * 0.82F, height};
}

}  // namespace

void draw_check_in(ui::Frame& frame, const CheckInModel& model, const Emit& emit) {
  const ui::Catalogue& words = frame.words;
  const float field = ui::text_field_height(frame);
  const float width = aside_width(frame);
  const float phone = frame.canvas.mm(46);
  const float text_left = phone * 0.82F + 8 + kGap;
  const std::string where = words.text("kiosk.check_in.where");
  const float text =
      frame.canvas.measure({0, 0, width - text_left, 2000}, where, where_spec(sheet_ground(frame)))
          .height;
  const float row = std::max(phone, text);
  const Step step = begin_step(frame, model.header,
                               {.icon = ui::icon::kEventAvailable,
                                .title = words.text("kiosk.check_in.title"),
                                .hint = words.text("kiosk.check_in.hint"),
                                .aside = row + kGap + field});
  Rect aside = step.aside;
  Rect hint = aside.cut_top(row);
  draw_phone(frame, phone_place(frame, hint));
  hint.cut_left(text_left);
  frame.canvas.text(hint, where, where_spec(step.ground));
  aside.cut_top(kGap);
  ui::text_field(frame, aside.cut_top(field),
                 {.label = words.text("kiosk.check_in.field"), .text = model.code});
  draw_entry_pad(
      frame, "check_in", step.body,
      {.kind = EntryKind::kBooking, .complete = model.complete, .can_erase = !model.empty}, emit);
  const ui::Rect main = draw_back(frame, step.actions, "check_in", emit);
  if (draw_main(frame, main, "check_in/continue", words.text("common.continue"),
                ui::icon::kArrowForward, model.complete)) {
    emit(SubmitEntry{});
  }
}

}  // namespace navbat::kiosk
