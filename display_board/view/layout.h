#pragma once
// Where everything on a board stands and how large it is, from the screen and the distance it is
// read from. Everything is in units: the shorter side of any screen is 1080 of them
// (ui::design_size), so that 3840×2160 shows what 1920×1080 shows, with twice the pixels.

#include <string>
#include <tl/expected.hpp>

#include "ui/draw/geometry.h"

namespace navbat::board {

enum class LayoutKind {
  kHall,     // calls, waits, a side place; lying or upright as the screen is
  kCounter,  // a small board above one counter
};

struct LayoutSpec {
  LayoutKind kind = LayoutKind::kHall;
  ui::Size pixels{1920, 1080};
  float width_mm = 1218;  // of the lit screen as it is mounted; a 55-inch one, lying
  float distance_m = 10;  // of the reader who sits farthest away
};

// The least height of capital letters as an angle at the reader's eye, in degrees.
inline constexpr float kCallAngle = 0.7F;   // the newest call: number and counter
inline constexpr float kRowAngle = 0.27F;   // the latest calls: ISO 9241-303's 16 minutes of arc
inline constexpr float kStepCloser = 0.2F;  // of the distance: what people step up to for the rest

// Text that large at that distance, in millimetres.
[[nodiscard]] float cap_height_mm(float degrees, float distance_m);

struct Layout {
  LayoutKind kind = LayoutKind::kHall;
  bool upright = false;
  ui::Size design;
  float mm_per_unit = 1;

  // Heights of capitals. Labels of a letter and three digits with counters of one or two figures
  // have at least `call_least` on the stage and `row_least` in the list, whatever the letters.
  // They grow to `call` and `row` where there is room; a longer label or name is set smaller, a
  // counter's on the stage never below `row_least`.
  float call = 0;
  float call_least = 0;
  float row = 0;
  float row_least = 0;
  float least = 0;  // of all other text

  int latest_rows = 0;       // calls in the list without a side page
  int latest_rows_side = 0;  // and beside one

  struct Places {
    ui::Rect header, stage, calls, services, side, ticker;
  };
  Places places;       // without a side page: `side` is empty
  Places places_side;  // with one
};

// The error is one line: what the screen can serve, or what it would need.
[[nodiscard]] tl::expected<Layout, std::string> make_layout(const LayoutSpec& spec);

}  // namespace navbat::board
