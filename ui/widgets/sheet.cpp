#include "ui/widgets/sheet.h"

#include <algorithm>

#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::ui {
namespace {

constexpr Moment kSlideTime{240};
constexpr float kTop = 56;
constexpr float kBelowTitle = 36;
constexpr float kBottom = 48;
constexpr float kSide = 56;
constexpr float kWidest = 1080;  // a sheet as wide as a landscape screen would be all edges

float title_row(const Frame& frame) {
  return std::max(frame.canvas.mm(frame.theme.min_target_mm + 2), 80.0F);
}

void ground(Frame& frame, const Rect& place) {
  Canvas& canvas = frame.canvas;
  const Palette& p = frame.palette();
  const float radius = frame.theme.radii.sheet;
  // Longer than the screen, so that the lower corners are out of sight.
  const Rect body{place.x, place.y, place.w, place.h + radius};
  canvas.shadow(body, radius, 60, 0, p.shadow);
  canvas.fill(body, p.surface, radius);
  if (frame.theme.flat) {
    canvas.outline(body, p.line, radius, frame.theme.outline);
  }
  canvas.fill(centered({place.center().x, place.y + 26}, {120, 9}), p.line, 4.5F);
}

}  // namespace

float begin_sheet(Frame& frame, std::string_view id, bool open) {
  const float out = frame.motion.follow(std::string(id) + "#sheet", open ? 1.0F : 0.0F, kSlideTime);
  if (open || out > 0.01F) {
    frame.interactive = false;
  }
  return open ? std::max(out, 0.02F) : -out;
}

float sheet_height(const Frame& frame, float content) {
  return kTop + title_row(frame) + kBelowTitle + content + kBottom;
}

Sheet sheet(Frame& frame, const SheetSpec& spec, float out) {
  const bool open = out > 0;
  const float share = open ? out : -out;
  if (share <= 0) {
    return {};
  }
  Canvas& canvas = frame.canvas;
  const Palette& p = frame.palette();
  frame.interactive = open;
  frame.page = spec.id;  // also on its way out: what lies beneath is read when it is free again
  canvas.fill(frame.whole(), p.scrim.with_alpha(static_cast<float>(p.scrim.a) / 255 * share));
  const float height = std::min(sheet_height(frame, spec.height), frame.size.h);
  const float width = std::min(frame.size.w, kWidest);
  const Rect place{(frame.size.w - width) / 2, frame.size.h - height * share, width, height};
  Sheet result{.visible = true};
  const Rect above{0, 0, frame.size.w, std::max(0.0F, place.y)};
  if (spec.closable && above.h > 0) {
    result.closed = touch(frame, spec.id + "/outside", above, frame.words.text("common.close"),
                          {.by_keypad = false})
                        .tapped;
  }
  ground(frame, place);
  Rect inside = place.inset(kSide, 0);
  inside.cut_top(kTop);
  Rect top = inside.cut_top(title_row(frame));
  const Rect close = spec.closable ? top.cut_right(top.h) : Rect{};
  canvas.text(top.inset(0, 0), spec.title,
              {.role = Role::kHeadline,
               .color = p.ink,
               .on = p.surface,
               .stand = Stand::kMiddle,
               .lines = 2});
  if (spec.closable && icon_button(frame, spec.id + "/close", close,
                                   frame.words.text("common.close"), icon::kClose)) {
    result.closed = true;
  }
  if (spec.closable && open && frame.action == KeypadAction::kBack) {
    result.closed = true;
  }
  inside.cut_top(kBelowTitle);
  inside.cut_bottom(kBottom);
  result.content = inside;
  return result;
}

}  // namespace navbat::ui
