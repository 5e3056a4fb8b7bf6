#pragma once
// What a triangle of a Dear ImGui draw list may touch, in whole window pixels.

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace navbat::ui {

// Half open: the pixels left ≤ x < right, top ≤ y < bottom.
struct PixelRect {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  bool empty() const { return left >= right || top >= bottom; }
  bool operator==(const PixelRect&) const = default;
};

inline PixelRect common(const PixelRect& a, const PixelRect& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

// The smallest that holds both.
inline PixelRect around(const PixelRect& a, const PixelRect& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

// To which pixels a command is clipped.
inline PixelRect clip_of(const ImDrawCmd& command) {
  const ImVec4& clip = command.ClipRect;
  const int left = static_cast<int>(clip.x);
  const int top = static_cast<int>(clip.y);
  return {left, top, left + static_cast<int>(clip.z - clip.x),
          top + static_cast<int>(clip.w - clip.y)};
}

// Which pixels a triangle may touch, one more on each side for how renderers round.
inline PixelRect reach_of(const ImVec2& a, const ImVec2& b, const ImVec2& c) {
  return {static_cast<int>(std::floor(std::min({a.x, b.x, c.x}))) - 1,
          static_cast<int>(std::floor(std::min({a.y, b.y, c.y}))) - 1,
          static_cast<int>(std::ceil(std::max({a.x, b.x, c.x}))) + 1,
          static_cast<int>(std::ceil(std::max({a.y, b.y, c.y}))) + 1};
}

}  // namespace navbat::ui
