#include "ui/draw/canvas.h"

#include <imgui.h>

#include <cassert>
#include <cmath>

namespace navbat::ui {

Canvas::Canvas(ImDrawList& list, FontSet& fonts, const Theme& theme, float scale, Point origin,
               float pixels_per_mm, Probe* probe)
    : list_(list),
      fonts_(fonts),
      theme_(theme),
      scale_(scale),
      origin_(origin),
      units_per_mm_(pixels_per_mm / scale),
      probe_(probe) {}

Point Canvas::to_pixels(Point p) const {
  return {origin_.x + (p.x * transform_.scale + transform_.move.x) * scale_,
          origin_.y + (p.y * transform_.scale + transform_.move.y) * scale_};
}

Rect Canvas::placed(const Rect& rect) const {
  return {rect.x * transform_.scale + transform_.move.x,
          rect.y * transform_.scale + transform_.move.y, rect.w * transform_.scale,
          rect.h * transform_.scale};
}

std::uint32_t Canvas::ink(Color color) const {
  return color.with_alpha(static_cast<float>(color.a) / 255.0F * opacity_).packed();
}

void Canvas::push_clip(const Rect& rect) {
  const Point a = to_pixels({rect.x, rect.y});
  const Point b = to_pixels({rect.right(), rect.bottom()});
  list_.PushClipRect({std::floor(a.x), std::floor(a.y)}, {std::ceil(b.x), std::ceil(b.y)}, true);
}

void Canvas::pop_clip() { list_.PopClipRect(); }

void Canvas::push_transform(Point about, float scale, Point move) {
  transforms_.push_back(transform_);
  // New coordinates: scaled about a point, then moved, then what was in force before.
  const Point local{about.x * (1 - scale) + move.x, about.y * (1 - scale) + move.y};
  transform_.move = {local.x * transform_.scale + transform_.move.x,
                     local.y * transform_.scale + transform_.move.y};
  transform_.scale *= scale;
}

void Canvas::pop_transform() {
  assert(!transforms_.empty());
  transform_ = transforms_.back();
  transforms_.pop_back();
}

void Canvas::push_opacity(float opacity) {
  opacities_.push_back(opacity_);
  opacity_ *= opacity;
}

void Canvas::pop_opacity() {
  assert(!opacities_.empty());
  opacity_ = opacities_.back();
  opacities_.pop_back();
}

}  // namespace navbat::ui
