#include "kiosk/screens/header.h"

#include <algorithm>

#include "ui/text/spoken.h"
#include "ui/widgets/backdrop.h"

namespace navbat::kiosk {
namespace {

using ui::Align;
using ui::Canvas;
using ui::Frame;
using ui::Rect;
using ui::Role;

constexpr float kTop = 54;
constexpr float kLogo = 92;
constexpr float kBetween = 28;

struct Lines {
  float first;  // tops of the capitals
  float second;
  float bottom;
};

Lines lines_of(const Canvas& canvas) {
  const float gap = canvas.cap(Role::kBody) * 0.75F;
  const float height = canvas.cap(Role::kTitle) + gap + canvas.cap(Role::kBody);
  const float first = kTop + std::max(0.0F, (kLogo - height) / 2);
  const float second = first + canvas.cap(Role::kTitle) + gap;
  return {first, second, std::max(kTop + kLogo, second + canvas.cap(Role::kBody))};
}

struct Widths {
  float clock = 0;  // beside the bank
  float date = 0;   // beside the branch
};

// Returns what clock and date take.
Widths clock(Frame& frame, const HeaderModel& model, const Rect& area, const Lines& lines) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const ui::Color ground = ui::backdrop_ground(frame.theme);
  const std::string time = ui::clock_text(frame.words, *model.time);
  std::string date = ui::date_text(frame.words, *model.time);
  // Where branch and date have no room side by side, the date gives way.
  const float room = area.w - 2 * kMargin - kLogo - 24 - kBetween;
  const float left_part =
      std::max(canvas.width(Role::kTitle, model.bank), canvas.width(Role::kBody, model.branch));
  if (frame.theme.large_text || left_part + canvas.width(Role::kBody, date) + 8 > room) {
    date.clear();
  }
  const float width =
      std::min(std::max(canvas.width(Role::kClock, time), canvas.width(Role::kBody, date)) + 4,
               area.w * 0.5F);
  const float left = area.right() - kMargin - width;
  const float top = lines.first + canvas.cap(Role::kTitle) - canvas.cap(Role::kClock);
  canvas.text({left, top, width, canvas.cap(Role::kClock)}, time,
              {.role = Role::kClock,
               .color = palette.on_brand,
               .on = ground,
               .align = Align::kRight,
               .spoken = ui::spoken_clock(frame.words, *model.time),
               .silent = !model.aloud});
  if (!date.empty()) {
    canvas.text({left, lines.second, width, canvas.cap(Role::kBody)}, date,
                {.role = Role::kBody,
                 .color = palette.on_brand_muted,
                 .on = ground,
                 .align = Align::kRight,
                 .spoken = ui::spoken_date(frame.words, *model.time),
                 .silent = !model.aloud});
  }
  return {width + kBetween, date.empty() ? 0 : width + kBetween};
}

}  // namespace

float header_bottom(const Frame& frame) { return lines_of(frame.canvas).bottom; }

float draw_header(Frame& frame, const HeaderModel& model) {
  return draw_header(frame, model, frame.whole());
}

float draw_header(Frame& frame, const HeaderModel& model, const Rect& area) {
  const ui::Palette& palette = frame.palette();
  const ui::Color ground = ui::backdrop_ground(frame.theme);
  Canvas& canvas = frame.canvas;
  const Lines lines = lines_of(canvas);
  canvas.logo({area.x + kMargin, kTop, kLogo, kLogo}, palette.on_brand);
  const float left = area.x + kMargin + kLogo + 24;
  const Widths taken = model.time ? clock(frame, model, area, lines) : Widths{};
  const float room = area.right() - left - kMargin;
  canvas.text(
      {left, lines.first, room - taken.clock, canvas.cap(Role::kTitle)}, model.bank,
      {.role = Role::kTitle, .color = palette.on_brand, .on = ground, .silent = !model.aloud});
  canvas.text(
      {left, lines.second, room - taken.date, canvas.cap(Role::kBody)}, model.branch,
      {.role = Role::kBody, .color = palette.on_brand_muted, .on = ground, .silent = !model.aloud});
  return lines.bottom;
}

}  // namespace navbat::kiosk
