#include "display_board/view/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>

#include "display_board/view/measures.h"
#include "ui/app/sdl_backend.h"

namespace navbat::board {

using ui::Rect;

namespace {

// Widths of what is set in the widest letters and digits of Inter Bold, in heights of a capital,
// as the stage and the list set them.
constexpr float kWidestLabel = 4.40F;    // "W 000" on the stage
constexpr float kWidestCounter = 1.87F;  // "00"
constexpr float kWidestRowLabel = 4.52F;
constexpr float kWidestRowCounter = 1.88F;

constexpr float kLeastAspect = 1.5F;  // of a hall's screen: 3:2
constexpr int kMostRows = 8;          // a longer list is not looked through
constexpr float kRowAir = 1.3F;       // least height of a row, in heights of its capitals
constexpr float kRowComfort = 1.45F;  // the height that looks well
constexpr float kLeastRow = 88;
constexpr float kMostCall = 250;  // larger numbers shout
constexpr float kMostUprightCall = 205;
constexpr float kLeastCap = 14;  // of any text, also on a small screen that is looked at closely

// The largest capitals that a layout has room for.
struct Room {
  float call = 0;
  float row = 0;
};

float strip(Rect& rest, float height) {
  rest.cut_top(height);
  return height;
}

// Header and ticker are the same everywhere; what remains is for the calls.
Rect frame_of(Layout& layout) {
  Rect rest{0, 0, layout.design.w, layout.design.h};
  Layout::Places& places = layout.places;
  places.ticker = rest.cut_bottom(layout.upright ? kUprightTicker : kTicker);
  rest.cut_bottom(kGap);
  rest = rest.inset(kMargin, 0);
  places.header = rest.cut_top(layout.upright ? kUprightHeader : kHeader);
  return rest;
}

void place_lying(Layout& layout) {
  Rect rest = frame_of(layout);
  layout.places.calls = rest.cut_right(std::max(kCallsWidth, layout.design.w * kCallsShare));
  rest.cut_right(kGap);
  layout.places.stage = rest.cut_top(kStageHeight);
  strip(rest, kGap);
  layout.places.services = rest;

  layout.places_side = layout.places;
  Rect column = layout.places.calls;
  layout.places_side.calls = column.cut_top(kStageHeight);
  strip(column, kGap);
  layout.places_side.side = column;
}

void place_upright(Layout& layout) {
  Rect rest = frame_of(layout);
  layout.places.stage = rest.cut_top(kUprightStage);
  strip(rest, kGap);
  layout.places_side = layout.places;

  Rect alone = rest;
  layout.places.calls = alone.cut_top(kUprightCalls);
  strip(alone, kGap);
  layout.places.services = alone;

  layout.places_side.calls = rest.cut_top(kUprightCallsSide);
  strip(rest, kGap);
  layout.places_side.side = rest.cut_bottom(kUprightSide);
  rest.cut_bottom(kGap);
  layout.places_side.services = rest;
}

void place_counter(Layout& layout) {
  const bool bar = layout.design.w > 2.5F * layout.design.h;
  Rect rest{0, 0, layout.design.w, layout.design.h};
  if (bar) {
    rest = rest.inset(kMargin);
  } else {
    rest = frame_of(layout);
  }
  layout.places.calls = layout.upright ? rest.cut_top(rest.h * kSignPlateShare)
                                       : rest.cut_left(rest.w * kSignPlateShare);
  if (layout.upright) {
    rest.cut_top(kGap);
  } else {
    rest.cut_left(kGap);
  }
  layout.places.stage = rest;
  layout.places_side = layout.places;
}

Room room_of_hall(const Layout& layout) {
  const Layout::Places& places = layout.places_side;
  Room room;
  const float stage = places.stage.w - 2 * kStagePad;
  room.call = layout.upright
                  ? stage / kWidestLabel
                  : (stage - kStageGap - 2 * kPlatePad) / (kWidestLabel + kWidestCounter);
  room.row = (places.calls.w - kRowSign - kRowGap - 2 * kRowPlatePad) /
             (kWidestRowLabel + kWidestRowCounter);
  return room;
}

Room room_of_counter(const Layout& layout) {
  const Rect& stage = layout.places.stage;
  const Rect& plate = layout.places.calls;
  Room room;
  room.call = std::min({(stage.w - 2 * kStagePad) / kWidestLabel,
                        (plate.w - 2 * kPlatePad) / kWidestCounter, stage.h * 0.4F});
  room.row = room.call;
  return room;
}

int rows_in(float height, float row) {
  const float room = height - kListTitle;
  return static_cast<int>((room + kRowGap) / (row + kRowGap));
}

float row_height(float height, int rows) {
  return (height - kListTitle - kRowGap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
}

void size_hall(Layout& layout, const Room& room) {
  const float row = std::max(kLeastRow, layout.row_least * kRowAir);
  const float all = layout.places.calls.h;
  const float some = layout.places_side.calls.h;
  layout.latest_rows = std::clamp(rows_in(all, row), 1, kMostRows);
  layout.latest_rows_side = std::clamp(rows_in(some, row), 1, kMostRows);
  const float lowest =
      std::min(row_height(all, layout.latest_rows), row_height(some, layout.latest_rows_side));
  layout.row = std::clamp(lowest / kRowComfort, layout.row_least, room.row);
}

std::string number(float value, int digits) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f", digits, static_cast<double>(value));
  return text.data();
}

// `need` times as wide a screen would do.
std::string too_far(const LayoutSpec& spec, float need) {
  const float farthest = std::floor(spec.distance_m / need * 10) / 10;
  return "a screen " + number(spec.width_mm, 0) + " mm wide can be read from " +
         number(farthest, 1) + " m at most, not from " + number(spec.distance_m, 1) +
         " m, which takes one " + number(std::ceil(spec.width_mm * need), 0) + " mm wide";
}

}  // namespace

float cap_height_mm(float degrees, float distance_m) {
  const float half = degrees / 2 * std::numbers::pi_v<float> / 180;
  return 2 * distance_m * 1000 * std::tan(half);
}

tl::expected<Layout, std::string> make_layout(const LayoutSpec& spec) {
  Layout layout;
  layout.kind = spec.kind;
  layout.upright = spec.pixels.h > spec.pixels.w;
  layout.design = ui::design_size(spec.pixels);
  const float aspect = std::max(layout.design.w, layout.design.h) / 1080;
  if (spec.kind == LayoutKind::kHall && aspect < kLeastAspect) {
    return tl::unexpected("a screen of " + number(spec.pixels.w, 0) + "×" +
                          number(spec.pixels.h, 0) +
                          " pixels is too square for a hall; expected a longer side of at least " +
                          number(kLeastAspect, 1) + " times the shorter");
  }
  layout.mm_per_unit = spec.width_mm / layout.design.w;
  const auto units = [&](float degrees, float distance) {
    return cap_height_mm(degrees, distance) / layout.mm_per_unit;
  };
  layout.call_least = units(kCallAngle, spec.distance_m);
  layout.row_least = units(kRowAngle, spec.distance_m);
  layout.least = std::max(kLeastCap, units(kRowAngle, spec.distance_m * kStepCloser));

  if (spec.kind == LayoutKind::kCounter) {
    place_counter(layout);
  } else if (layout.upright) {
    place_upright(layout);
  } else {
    place_lying(layout);
  }
  const Room room =
      spec.kind == LayoutKind::kCounter ? room_of_counter(layout) : room_of_hall(layout);
  const float need = std::max(layout.call_least / room.call, layout.row_least / room.row);
  if (need > 1) {
    return tl::unexpected(too_far(spec, need));
  }
  const float most = layout.upright ? kMostUprightCall : kMostCall;
  layout.call = spec.kind == LayoutKind::kCounter ? room.call : std::max(layout.call_least, most);
  layout.row = room.row;
  if (spec.kind == LayoutKind::kHall) {
    size_hall(layout, room);
  }
  return layout;
}

}  // namespace navbat::board
