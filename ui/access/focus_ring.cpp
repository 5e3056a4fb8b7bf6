#include "ui/access/focus_ring.h"

#include <algorithm>

namespace navbat::ui {

void draw_focus_ring(Frame& frame, const Focus::Place& place) {
  constexpr float kBand_mm = 2.1F;
  const float band = frame.canvas.mm(kBand_mm);
  const auto outline = [&](float out, Color color) {
    // Its middle line, kept on the screen for targets at the edge.
    const Rect wide = place.rect.inset(-out);
    const float edge = band / 2;
    const float left = std::max(wide.x, edge);
    const float top = std::max(wide.y, edge);
    const float right = std::min(wide.right(), frame.size.w - edge);
    const float bottom = std::min(wide.bottom(), frame.size.h - edge);
    frame.canvas.outline({left, top, right - left, bottom - top}, color, place.radius + out, band);
  };
  const Palette& palette = frame.palette();
  outline(band * 1.5F, palette.focus_dark);
  outline(band * 0.5F, palette.focus);
  if (frame.probe != nullptr) {
    frame.probe->saw_ring({.id = place.id,
                           .rect = place.rect.inset(-2 * band),
                           .band_mm = kBand_mm,
                           .inner = palette.focus,
                           .outer = palette.focus_dark});
  }
}

}  // namespace navbat::ui
