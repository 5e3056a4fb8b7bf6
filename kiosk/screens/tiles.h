#pragma once
// Tiles of the same size in rows and columns.

#include <algorithm>

#include "ui/draw/geometry.h"

namespace navbat::kiosk {

inline constexpr float kTileGap = 22;  // logical units

constexpr int rows_of(int count, int columns) { return (count + columns - 1) / columns; }

constexpr float tiles_height(int count, int columns, float height) {
  const int rows = rows_of(count, columns);
  return static_cast<float>(rows) * height + static_cast<float>(std::max(0, rows - 1)) * kTileGap;
}

// The place of the tile `index` in `area`, left to right and down.
constexpr ui::Rect tile_rect(const ui::Rect& area, int index, int columns, float height) {
  const float width =
      (area.w - kTileGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  return {area.x + static_cast<float>(index % columns) * (width + kTileGap),
          area.y + static_cast<float>(index / columns) * (height + kTileGap), width, height};
}

}  // namespace navbat::kiosk
