#include "kiosk/screens/step.h"

#include <algorithm>

#include "kiosk/screens/access_bar.h"
#include "kiosk/screens/layout.h"
#include "ui/widgets/backdrop.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Canvas;
using ui::Frame;
using ui::Rect;
using ui::Role;
using ui::Stand;

constexpr float kGap = 28;
constexpr float kLeftShare = 0.46F;  // of a landscape screen, for what is read

ui::TextSpec title_spec(const Frame& frame) {
  return {.role = Role::kHeadline,
          .color = frame.palette().on_brand,
          .on = ui::backdrop_ground(frame.theme),
          .lines = 3,
          .balanced = true};
}

ui::TextSpec hint_spec(const Frame& frame, const StepSpec& spec) {
  return {.role = spec.warns ? Role::kStrong : Role::kBody,
          .color = spec.warns ? frame.palette().on_brand : frame.palette().on_brand_muted,
          .on = ui::backdrop_ground(frame.theme),
          .lines = 4,
          .balanced = true};
}

float badge_radius(const Frame& frame) { return frame.canvas.mm(11); }

// Heights of the title with its badge and of the hint below.
struct Heading {
  float title = 0;
  float row = 0;
  float hint = 0;
  float gap = 0;
  float all() const { return row + (hint > 0 ? gap + hint : 0); }
};

Heading measure(Frame& frame, float width, const StepSpec& spec) {
  Heading sizes;
  const float badge = 2 * badge_radius(frame) + kGap;
  const Rect room{0, 0, width - badge, 4000};
  sizes.title = frame.canvas.measure(room, spec.title, title_spec(frame)).height;
  sizes.row = std::max(sizes.title, 2 * badge_radius(frame));
  if (!spec.hint.empty()) {
    sizes.hint =
        frame.canvas.measure({0, 0, width, 4000}, spec.hint, hint_spec(frame, spec)).height;
    sizes.gap = frame.canvas.mm(8);
  }
  return sizes;
}

void draw_heading(Frame& frame, Rect area, const Heading& sizes, const StepSpec& spec) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const float radius = badge_radius(frame);
  Rect row = area.cut_top(sizes.row);
  const ui::Point middle{row.x + radius, row.center().y};
  canvas.circle(middle, radius, palette.accent);
  canvas.arc(middle, radius + 8, 3, 0, 1, palette.accent.with_alpha(0.5F));
  canvas.icon(middle, ui::IconSize::kMedium, spec.icon, palette.on_accent);
  row.cut_left(2 * radius + kGap);
  row.cut_top((row.h - sizes.title) / 2);
  ui::TextSpec title = title_spec(frame);
  title.spoken = spec.title_spoken;
  canvas.text(row, spec.title, title);
  if (sizes.hint > 0) {
    area.cut_top(sizes.gap);
    canvas.text(area, spec.hint, hint_spec(frame, spec));
  }
}

void draw_sheet(Frame& frame, const Rect& rect) {
  const float radius = frame.theme.radii.sheet;
  frame.canvas.shadow(rect, radius, 60, 10, ui::Color{0, 6, 24, 120});
  frame.canvas.fill(rect, frame.palette().surface, radius);
  if (frame.theme.flat) {
    frame.canvas.outline(rect, frame.palette().line, radius, frame.theme.outline);
  }
}

// What is read and the sheet, side by side.
Step side_by_side(Frame& frame, const HeaderModel& header, const StepSpec& spec) {
  const float bottom = frame.size.h - bar_height(frame);
  const float split = frame.size.w * kLeftShare;
  const Rect sheet{split, 0, frame.size.w - split, frame.size.h};
  frame.canvas.fill(sheet, frame.palette().surface);
  if (frame.theme.flat) {
    frame.canvas.line({split, 0}, {split, frame.size.h}, frame.palette().line, frame.theme.outline);
  }
  draw_header(frame, header, {0, 0, split, frame.size.h});
  const float top = below_header(frame);
  Rect left{kMargin, top, split - 2 * kMargin, bottom - kGap - top};
  const Heading sizes = measure(frame, left.w, spec);
  const float between = spec.aside > 0 ? kGap * 1.5F : 0;
  left.cut_top(std::max(0.0F, (left.h - sizes.all() - between - spec.aside) / 2));
  draw_heading(frame, left, sizes, spec);
  left.cut_top(sizes.all() + between);
  Step step{.aside = {left.x, left.y, left.w, spec.aside},
            .ground = brand_ground(frame),
            .body = {sheet.x + kMargin, kMargin, sheet.w - 2 * kMargin, bottom - kGap - kMargin},
            .actions = {}};
  step.actions = step.body.cut_bottom(action_height(frame));
  step.body.cut_bottom(kGap);
  return step;
}

// What is read above, the sheet below it.
Step stacked(Frame& frame, float top, const StepSpec& spec) {
  const float pad = 44;
  Rect info{kMargin, top, frame.size.w - 2 * kMargin, 0};
  const Heading sizes = measure(frame, info.w, spec);
  const bool aside_above = frame.lowered() && spec.aside > 0;
  const float read = sizes.all() + (aside_above ? pad + spec.aside : 0);
  const float sheet_top =
      std::max(info.y + read + pad, frame.lowered() ? frame.reach.y - pad : 0.0F);
  info.h = sheet_top - pad - info.y;
  draw_sheet(frame, {0, sheet_top, frame.size.w, frame.size.h - sheet_top + 80});
  // What is read stands in the middle of the room that lowered controls leave.
  info.cut_top(std::max(0.0F, (info.h - read) / 2));
  draw_heading(frame, info, sizes, spec);
  info.cut_top(sizes.all() + pad);
  Step step{.aside = {info.x, info.y, info.w, spec.aside},
            .ground = brand_ground(frame),
            .body = {kMargin, sheet_top + pad, info.w,
                     frame.size.h - bar_height(frame) - kGap - sheet_top - pad},
            .actions = {}};
  step.actions = step.body.cut_bottom(action_height(frame));
  step.body.cut_bottom(kGap + 8);
  if (!aside_above && spec.aside > 0) {
    step.aside = step.body.cut_top(spec.aside);
    step.ground = sheet_ground(frame);
    step.body.cut_top(kGap + 8);
  }
  return step;
}

}  // namespace

bool is_landscape(const Frame& frame) { return frame.size.w > frame.size.h; }

Ground brand_ground(const Frame& frame) {
  const ui::Palette& p = frame.palette();
  return {ui::backdrop_ground(frame.theme), p.on_brand, p.on_brand_muted};
}

Ground sheet_ground(const Frame& frame) {
  const ui::Palette& p = frame.palette();
  return {p.surface, p.ink, p.ink_muted};
}

float aside_width(const Frame& frame) {
  return is_landscape(frame) ? frame.size.w * kLeftShare - 2 * kMargin : frame.size.w - 2 * kMargin;
}

float action_height(const Frame& frame) { return std::max(frame.canvas.mm(27), 108.0F); }

Step begin_step(Frame& frame, const HeaderModel& header, const StepSpec& spec) {
  ui::brand_backdrop(frame, frame.whole());
  if (is_landscape(frame)) {
    return side_by_side(frame, header, spec);
  }
  draw_header(frame, header);
  return stacked(frame, below_header(frame), spec);
}

void draw_back_alone(Frame& frame, const Rect& row, const std::string& path, const Emit& emit) {
  if (ui::button(frame, path + "/back", row, frame.words.text("common.back"),
                 {.icon = ui::icon::kArrowBack})) {
    emit(Back{});
  }
}

Rect draw_back(Frame& frame, const Rect& row, const std::string& path, const Emit& emit) {
  Rect rest = row;
  draw_back_alone(frame, rest.cut_left(row.w * 0.38F), path, emit);
  rest.cut_left(kGap);
  return rest;
}

bool draw_main(Frame& frame, const Rect& rect, const std::string& id, const std::string& label,
               char32_t icon, bool enabled) {
  return ui::button(frame, id, rect, label,
                    {.look = enabled ? ui::ButtonLook::kAccent : ui::ButtonLook::kMuted,
                     .icon = icon,
                     .enabled = enabled});
}

}  // namespace navbat::kiosk
