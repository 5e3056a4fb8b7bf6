#include "ui/widgets/progress.h"

namespace navbat::ui {

void pager_dots(Frame& frame, Point middle, int count, int chosen, bool on_brand) {
  constexpr Moment kMoveTime{220};
  Canvas& canvas = frame.canvas;
  const Palette& p = frame.palette();
  const Color color = on_brand ? p.on_brand : p.accent_ink;
  const float dot = canvas.mm(1.5F);
  const float step = canvas.mm(6);
  const float at =
      frame.motion.follow("pager_dots", static_cast<float>(chosen), kMoveTime, Ease::kInOut);
  float x = middle.x - step * static_cast<float>(count - 1) / 2;
  for (int i = 0; i < count; ++i) {
    const float near = std::max(0.0F, 1 - std::abs(at - static_cast<float>(i)));
    const float half = dot + near * dot;
    canvas.fill({x - half, middle.y - dot, 2 * half, 2 * dot}, color.with_alpha(0.4F + 0.6F * near),
                dot);
    x += step;
  }
}

void progress_ring(Frame& frame, Point middle, float radius, float thickness, float share,
                   Color color) {
  frame.canvas.arc(middle, radius, thickness, 0, 1, color.with_alpha(0.25F));
  if (share > 0) {
    frame.canvas.arc(middle, radius, thickness, 0, std::min(share, 1.0F), color);
  }
}

void busy_ring(Frame& frame, Point middle, float radius, Color color, std::string_view label) {
  constexpr Moment kTurn{1400};
  constexpr Moment kStep{33};
  constexpr float kArc = 0.28F;
  if (frame.interactive) {
    frame.transcript.add_text(centered(middle, {2 * radius, 2 * radius}), label, {});
  }
  const float thickness = radius * 0.2F;
  float from = 0;
  if (!frame.motion.reduced()) {
    from = static_cast<float>(frame.motion.now().count() % kTurn.count()) /
           static_cast<float>(kTurn.count());
    frame.motion.wake_after(kStep);
  }
  frame.canvas.arc(middle, radius, thickness, 0, 1, color.with_alpha(0.25F));
  frame.canvas.arc(middle, radius, thickness, from, from + kArc, color);
}

}  // namespace navbat::ui
