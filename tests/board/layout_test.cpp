#include "display_board/view/layout.h"

#include <gtest/gtest.h>

#include "tests/board/picture_stage.h"

namespace navbat::board {
namespace {

LayoutSpec hall(float width_mm, float distance_m) {
  return {.kind = LayoutKind::kHall,
          .pixels = {1920, 1080},
          .width_mm = width_mm,
          .distance_m = distance_m};
}

TEST(Layout, KnowsHowHighALetterIsAtAnAngle) {
  EXPECT_NEAR(cap_height_mm(0.7F, 10), 122.2, 0.1);
  EXPECT_NEAR(cap_height_mm(0.27F, 10), 47.1, 0.1);
}

TEST(Layout, MakesCallsLargeEnoughForItsDistance) {
  for (const NamedLayout& named : layouts()) {
    const auto layout = make_layout(named.spec);
    ASSERT_TRUE(layout) << named.name << ": " << layout.error();
    const float distance = named.spec.distance_m;
    EXPECT_GE(layout->call_least * layout->mm_per_unit, cap_height_mm(0.7F, distance) - 0.01F);
    EXPECT_GE(layout->row_least * layout->mm_per_unit, cap_height_mm(0.27F, distance) - 0.01F);
    EXPECT_GE(layout->call, layout->call_least);
    EXPECT_GE(layout->row, layout->row_least);
  }
}

TEST(Layout, ShowsTheSameWithTwiceThePixels) {
  LayoutSpec fine = hall(1218, 10);
  fine.pixels = {3840, 2160};
  const auto coarse = make_layout(hall(1218, 10));
  const auto doubled = make_layout(fine);
  ASSERT_TRUE(coarse && doubled);
  EXPECT_EQ(coarse->design, doubled->design);
  EXPECT_EQ(coarse->places.stage, doubled->places.stage);
  EXPECT_EQ(coarse->latest_rows, doubled->latest_rows);
}

TEST(Layout, ShowsMoreCallsToPeopleWhoSitCloser) {
  const auto far = make_layout(hall(1218, 10));
  const auto near = make_layout(hall(1218, 5));
  ASSERT_TRUE(far && near);
  EXPECT_GT(near->latest_rows, far->latest_rows);
  EXPECT_GE(far->latest_rows, 6);
  EXPECT_GE(far->latest_rows_side, 3);
}

TEST(Layout, RefusesAScreenThatIsTooSmallForItsDistance) {
  const auto layout = make_layout(hall(952, 10));
  ASSERT_FALSE(layout);
  EXPECT_EQ(layout.error(),
            "a screen 952 mm wide can be read from 7.8 m at most, not from 10.0 m, which takes one "
            "1216 mm wide");
}

TEST(Layout, ServesWhatItSaysItCould) {
  EXPECT_TRUE(make_layout(hall(952, 7.8F)));
  EXPECT_TRUE(make_layout(hall(1216, 10)));
}

TEST(Layout, RefusesAHallsScreenThatIsTooSquare) {
  LayoutSpec square = hall(1218, 5);
  square.pixels = {1280, 1024};
  const auto layout = make_layout(square);
  ASSERT_FALSE(layout);
  EXPECT_EQ(layout.error(),
            "a screen of 1280×1024 pixels is too square for a hall; expected a longer side of at "
            "least 1.5 times the shorter");
}

TEST(Layout, KeepsItsPlacesApartAndOnTheScreen) {
  for (const NamedLayout& named : layouts()) {
    const auto layout = make_layout(named.spec);
    ASSERT_TRUE(layout) << named.name;
    for (const Layout::Places& places : {layout->places, layout->places_side}) {
      std::vector<ui::Rect> used;
      for (const ui::Rect& place : {places.header, places.stage, places.calls, places.services,
                                    places.side, places.ticker}) {
        if (place.h <= 0) {
          continue;
        }
        EXPECT_TRUE((ui::Rect{0, 0, layout->design.w, layout->design.h}).encloses(place));
        for (const ui::Rect& other : used) {
          EXPECT_FALSE(place.overlaps(other)) << named.name;
        }
        used.push_back(place);
      }
    }
  }
}

}  // namespace
}  // namespace navbat::board
