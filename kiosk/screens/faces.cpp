#include "kiosk/screens/faces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace navbat::kiosk {
namespace {

using ui::Canvas;
using ui::Color;
using ui::Point;

struct Face {
  Color skin;
  float corner;  // how far the corners of the mouth lie above its middle, in radii
  float width;   // half of the mouth
  bool open;     // it laughs
};

Face face_of(int score) {
  static constexpr std::array<Face, 4> kFaces{
      Face{ui::rgb(0xF2766B), -0.24F, 0.36F, false}, Face{ui::rgb(0xF7B955), -0.05F, 0.34F, false},
      Face{ui::rgb(0xB5D36A), 0.20F, 0.40F, false}, Face{ui::rgb(0x5CCB93), 0.38F, 0.48F, true}};
  return kFaces.at(static_cast<std::size_t>(std::clamp(score, 1, 4) - 1));
}

// A parabola through the corners of the mouth and its middle.
std::vector<Point> bow(Point middle, float half, float rise) {
  constexpr int kSteps = 24;
  std::vector<Point> points;
  points.reserve(kSteps + 1);
  for (int i = 0; i <= kSteps; ++i) {
    const float t = 2 * static_cast<float>(i) / kSteps - 1;
    points.push_back({middle.x + t * half, middle.y - rise * t * t});
  }
  return points;
}

void rounded_stroke(Canvas& canvas, const std::vector<Point>& points, Color ink, float thickness) {
  canvas.curve(points, ink, thickness);
  canvas.circle(points.front(), thickness / 2, ink);
  canvas.circle(points.back(), thickness / 2, ink);
}

// A laugh is filled from the upper lip down in strips.
void laugh(Canvas& canvas, Point middle, float half, float depth, Color ink, Color tongue) {
  constexpr int kStrips = 40;
  const float step = depth / kStrips;
  for (int i = 0; i < kStrips; ++i) {
    const float y = static_cast<float>(i) / kStrips;
    const float width = half * std::sqrt(1 - y * y);
    const float strip = std::min(step + 1, depth - static_cast<float>(i) * step);
    canvas.fill({middle.x - width, middle.y + static_cast<float>(i) * step, 2 * width, strip}, ink,
                0);
    if (y > 0.62F) {
      const float lip = width * 0.72F;
      canvas.fill({middle.x - lip, middle.y + static_cast<float>(i) * step, 2 * lip, strip}, tongue,
                  0);
    }
  }
  canvas.circle({middle.x - half + 2, middle.y + 3}, 4, ink);
  canvas.circle({middle.x + half - 2, middle.y + 3}, 4, ink);
}

}  // namespace

void draw_face(ui::Frame& frame, Point middle, float radius, int score) {
  Canvas& canvas = frame.canvas;
  const bool flat = frame.theme.flat;
  const Face face = face_of(score);
  const Color ink = flat ? frame.palette().accent : ui::rgb(0x3A2A12);
  if (flat) {
    canvas.circle(middle, radius, frame.palette().surface);
    canvas.arc(middle, radius - 3, 6, 0, 1, ink);
  } else {
    canvas.shadow({middle.x - radius, middle.y - radius, 2 * radius, 2 * radius}, radius, 26, 10,
                  ui::mix(face.skin, ui::rgb(0x000000), 0.4F).with_alpha(0.35F));
    canvas.circle(middle, radius, ui::mix(face.skin, ui::rgb(0x000000), 0.10F));
    canvas.circle({middle.x, middle.y - radius * 0.02F}, radius * 0.975F, face.skin);
    canvas.circle({middle.x - radius * 0.16F, middle.y - radius * 0.2F}, radius * 0.72F,
                  ui::mix(face.skin, ui::rgb(0xFFFFFF), 0.13F));
  }
  const float stroke = std::max(4.0F, radius * 0.085F);
  for (const float side : {-1.0F, 1.0F}) {
    const Point eye{middle.x + side * radius * 0.33F, middle.y - radius * 0.2F};
    if (score >= 4) {  // eyes that smile along
      rounded_stroke(canvas, bow({eye.x, eye.y - radius * 0.07F}, radius * 0.13F, -radius * 0.14F),
                     ink, stroke);
    } else {
      canvas.circle(eye, radius * 0.1F, ink);
      if (!flat) {
        canvas.circle({eye.x + radius * 0.03F, eye.y - radius * 0.035F}, radius * 0.032F,
                      ui::rgb(0xFFFFFF));
      }
    }
    if (score == 1) {  // brows that lean inwards
      canvas.line({eye.x + side * radius * 0.17F, eye.y - radius * 0.27F},
                  {eye.x - side * radius * 0.13F, eye.y - radius * 0.16F}, ink, stroke * 0.85F);
    }
  }
  if (face.open) {
    laugh(canvas, {middle.x, middle.y + radius * 0.16F}, radius * face.width, radius * face.corner,
          ink, flat ? frame.palette().surface : ui::rgb(0xE86A6A));
    return;
  }
  const float rise = radius * face.corner;
  const float level = middle.y + radius * 0.34F + rise * 0.45F;
  rounded_stroke(canvas, bow({middle.x, level}, radius * face.width, rise), ink, stroke);
}

}  // namespace navbat::kiosk
