#include <algorithm>
#include <string>
#include <vector>

#include "display_board/view/parts.h"
#include "ui/text/dates.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::Align;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

constexpr float kBothNames = 560;  // room for branch and zone

void draw_bank(const View& view, Rect place) {
  ui::Canvas& canvas = view.frame.canvas;
  const Rect mark = place.cut_left(place.h).inset(4);
  canvas.logo(mark, view.look.text);
  place.cut_left(18);
  const std::vector<std::string> zone = each(view, view.zone);
  std::vector<std::string> where;
  if (view.branch != nullptr) {
    where = each(view, view.branch->name);
  }
  if (where.empty() || (place.w < kBothNames && !zone.empty())) {
    where = zone;  // in a narrow header the hall says more than the branch
  } else if (!zone.empty()) {
    for (std::size_t i = 0; i < where.size(); ++i) {
      where[i] += " — " + zone[std::min(i, zone.size() - 1)];
    }
  }
  const std::string& bank =
      view.branch != nullptr && !view.branch->bank.empty() ? view.branch->bank : view.bank;
  fit_text(view, place.cut_top(place.h * (where.empty() ? 1.0F : 0.52F)), bank,
           {.role = Role::kHeadline,
            .color = view.look.text,
            .on = view.look.ground,
            .stand = Stand::kMiddle});
  if (!where.empty()) {
    place.cut_top(4);
    fit_text(view, place, where,
             {.role = Role::kBody,
              .color = view.look.text_muted,
              .on = view.look.ground,
              .stand = Stand::kMiddle});
  }
}

void draw_clock(const View& view, Rect place, bool with_date) {
  if (!view.picture.time) {
    return;
  }
  const ui::WallTime& time = *view.picture.time;
  const ui::Catalogue& words = words_of_turn(view);
  fit_line(view, place.cut_right(184), ui::clock_text(words, time),
           {.role = Role::kClock,
            .color = view.look.text,
            .on = view.look.ground,
            .align = Align::kRight,
            .stand = Stand::kMiddle});
  if (!with_date) {
    return;
  }
  place.cut_right(26);
  fit_text(view, place.cut_top(place.h / 2),
           words.text("common.weekday." + std::to_string(time.weekday)),
           {.role = Role::kStrong,
            .color = view.look.text,
            .on = view.look.ground,
            .align = Align::kRight,
            .stand = Stand::kMiddle});
  fit_text(view, place, ui::long_date_text(words, time),
           {.role = Role::kBody,
            .color = view.look.text_muted,
            .on = view.look.ground,
            .align = Align::kRight,
            .stand = Stand::kMiddle});
}

void draw_age(const View& view, const Rect& place) {
  const std::string seconds = std::to_string(view.picture.age.count());
  pill(view, ui::centered(place.center(), {place.w, 64}),
       each(view, "board.age", {{"seconds", seconds}}),
       {.role = Role::kStrong,
        .icon = ui::icon::kCloudOff,
        .fill = view.look.warning,
        .text = view.look.on_warning,
        .on = view.look.warning,
        .align = Align::kRight});
}

}  // namespace

void draw_header(const View& view, const Rect& place) {
  const bool aged = view.picture.trust == Trust::kAged;
  const bool narrow = place.w < 1300;
  Rect rest = place.inset(0, 15);
  const Rect clock = rest.cut_right(narrow ? 450 : 600);
  // In a narrow header the badge takes the place of the date.
  draw_clock(view, clock, !(narrow && aged));
  rest.cut_right(20);
  if (!narrow) {
    if (aged) {
      draw_age(view, rest.cut_right(rest.w * 0.46F));
      rest.cut_right(20);
    }
  } else if (aged) {
    Rect badge = clock;
    badge.cut_right(184 + 20);
    rest.cut_right(160);
    badge.x -= 160;
    badge.w += 160;
    draw_age(view, badge);
  }
  draw_bank(view, rest);
}

}  // namespace navbat::board
