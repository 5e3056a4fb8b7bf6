#include "kiosk/screens/layout.h"

#include <algorithm>

#include "kiosk/screens/access_bar.h"
#include "ui/widgets/backdrop.h"

namespace navbat::kiosk {
namespace {

using ui::Frame;
using ui::Rect;
using ui::Role;

constexpr float kHeroShare = 0.4F;  // of a landscape screen's width
constexpr float kBelowHeader = 62;
constexpr float kWorkGap = 30;

// Targets begin where the hand reaches.
Rect within_reach(const Frame& frame, Rect area) {
  const float over = frame.reach.y - area.y;
  if (over > 0) {
    area.cut_top(over);
  }
  return area;
}

}  // namespace

float below_header(const Frame& frame) { return header_bottom(frame) + kBelowHeader; }

Layout lay_out(const Frame& frame, float hero_height) {
  Layout layout{
      .landscape = frame.size.w > frame.size.h, .hero = {}, .info = {}, .work = {}, .bar = {}};
  Rect rest = frame.whole();
  layout.bar = rest.cut_bottom(bar_height(frame));
  if (layout.landscape) {
    layout.hero = rest.cut_left(frame.size.w * kHeroShare);
    layout.info = layout.hero.inset(kMargin, 0);
    layout.info.cut_bottom(kWorkGap);
  } else {
    layout.hero = rest.cut_top(std::max(hero_height, frame.reach.y));
    layout.info = layout.hero.inset(kMargin, 0);
    layout.info.cut_bottom(kWorkGap);
  }
  rest.cut_top(kWorkGap);
  layout.info.cut_top(below_header(frame));
  rest.cut_bottom(kWorkGap);
  layout.work = within_reach(frame, rest.inset(kMargin, 0));
  return layout;
}

Layout lay_out_dark(const Frame& frame) {
  Layout layout{.landscape = frame.size.w > frame.size.h,
                .hero = frame.whole(),
                .info = {},
                .work = {},
                .bar = {}};
  Rect rest = frame.whole();
  layout.bar = rest.cut_bottom(bar_height(frame));
  rest.cut_top(below_header(frame));
  layout.info = rest.inset(kMargin, 0);
  layout.work = within_reach(frame, layout.info);
  return layout;
}

void draw_grounds(Frame& frame, const Layout& layout, const HeaderModel& header) {
  frame.canvas.fill(frame.whole(), frame.palette().background);
  ui::brand_backdrop(frame, layout.hero);
  if (frame.theme.flat) {
    const Rect& hero = layout.hero;  // black beside black
    const float edge = frame.theme.outline;
    if (layout.landscape) {
      frame.canvas.line({hero.right(), 0}, {hero.right(), hero.bottom()}, frame.palette().line,
                        edge);
    } else if (hero.bottom() < frame.size.h) {
      frame.canvas.line({0, hero.bottom()}, {hero.right(), hero.bottom()}, frame.palette().line,
                        edge);
    }
  }
  draw_header(frame, header, layout.hero);
}

float draw_heading(Frame& frame, const Rect& area, const std::string& first,
                   const std::string& second) {
  const ui::Color ground = ui::backdrop_ground(frame.theme);
  Rect rest = area;
  const float height = frame.canvas
                           .text(rest, first,
                                 {.role = Role::kHeadline,
                                  .color = frame.palette().on_brand,
                                  .on = ground,
                                  .lines = 4,
                                  .balanced = true})
                           .height;
  rest.cut_top(height);
  if (second.empty()) {
    return rest.y;
  }
  rest.cut_top(34);
  const float more = frame.canvas
                         .text(rest, second,
                               {.role = Role::kBody,
                                .color = frame.palette().on_brand_muted,
                                .on = ground,
                                .lines = 4})
                         .height;
  return rest.y + more;
}

}  // namespace navbat::kiosk
