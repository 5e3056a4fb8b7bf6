#include "ui/widgets/backdrop.h"

#include <cmath>
#include <vector>

namespace navbat::ui {
namespace {

// A family of lines that cross like a moiré: each is a sine whose amplitude and phase drift a
// little.
void waves(Canvas& canvas, const Rect& rect, float level, float phase, Color color) {
  constexpr int kLines = 14;
  constexpr int kPoints = 49;
  for (int i = 0; i < kLines; ++i) {
    const float drift = static_cast<float>(i) / kLines;
    std::vector<Point> points;
    points.reserve(kPoints);
    for (int k = 0; k < kPoints; ++k) {
      const float along = static_cast<float>(k) / (kPoints - 1);
      const float swing = std::sin(along * 4.4F + phase + drift * 0.7F) * (0.26F - 0.34F * drift) +
                          std::sin(along * 9.1F + phase * 2.3F) * 0.025F;
      points.push_back({rect.x + along * rect.w, rect.y + rect.h * (level + swing)});
    }
    canvas.curve(points, color, 1.1F);
  }
}

}  // namespace

Color backdrop_ground(const Theme& theme) {
  if (theme.flat) {
    return theme.palette.brand_dark;
  }
  return mix(theme.palette.brand, theme.palette.brand_glow, 0.55F);
}

void brand_backdrop(Frame& frame, const Rect& rect) {
  const Palette& palette = frame.palette();
  Canvas& canvas = frame.canvas;
  if (frame.theme.flat) {
    canvas.fill(rect, palette.brand_dark);
    return;
  }
  canvas.gradient(rect, palette.brand_dark, palette.brand, Toward::kDown);
  const float reach = std::max(rect.w, rect.h) * 0.62F;
  canvas.glow({rect.right() - rect.w * 0.08F, rect.y + rect.h * 0.22F}, reach,
              palette.brand_glow.with_alpha(0.62F), rect);
  canvas.glow({rect.x, rect.bottom()}, reach * 0.9F,
              mix(palette.brand, palette.brand_glow, 0.25F).with_alpha(0.5F), rect);
  canvas.push_clip(rect);
  const Color thread = palette.on_brand.with_alpha(0.075F);
  waves(canvas, rect, 0.62F, 0.4F, thread);
  waves(canvas, rect, 0.70F, 2.9F, thread);
  canvas.pop_clip();
}

}  // namespace navbat::ui
