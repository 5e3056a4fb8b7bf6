#include <string>

#include "display_board/view/parts.h"
#include "ui/text/dates.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::Align;
using ui::IconSize;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

void draw_bank(const View& view, Rect place) {
  ui::Canvas& canvas = view.frame.canvas;
  const Rect mark = place.cut_left(place.h).inset(6);
  canvas.logo(mark, view.look.text);
  place.cut_left(20);
  const std::string branch = view.branch != nullptr
                                 ? in_language(view.branch->name, view.picture.language)
                                 : std::string();
  const std::string& bank =
      view.branch != nullptr && !view.branch->bank.empty() ? view.branch->bank : view.bank;
  const float share = branch.empty() ? 1.0F : 0.56F;
  text_to_fit(view, place.cut_top(place.h * share), bank,
              {.role = Role::kHeadline,
               .color = view.look.text,
               .on = view.look.ground,
               .stand = Stand::kMiddle});
  if (!branch.empty()) {
    text_to_fit(view, place, branch,
                {.role = Role::kBody,
                 .color = view.look.text_muted,
                 .on = view.look.ground,
                 .stand = Stand::kMiddle});
  }
}

void draw_clock(const View& view, Rect place) {
  if (!view.picture.time) {
    return;
  }
  ui::Canvas& canvas = view.frame.canvas;
  const ui::WallTime& time = *view.picture.time;
  const Rect clock = place.cut_right(236);
  canvas.text(clock, ui::clock_text(view.frame.words, time),
              {.role = Role::kClock,
               .color = view.look.text,
               .on = view.look.ground,
               .align = Align::kRight,
               .stand = Stand::kMiddle});
  place.cut_right(30);
  canvas.fill({place.right() + 8, place.y + 16, 3, place.h - 32}, view.look.panel_edge, 1.5F);
  place.cut_right(14);
  text_to_fit(view, place.cut_top(place.h / 2),
              view.frame.words.text("common.weekday." + std::to_string(time.weekday)),
              {.role = Role::kStrong,
               .color = view.look.text,
               .on = view.look.ground,
               .align = Align::kRight,
               .stand = Stand::kMiddle});
  text_to_fit(view, place, ui::long_date_text(view.frame.words, time),
              {.role = Role::kBody,
               .color = view.look.text_muted,
               .on = view.look.ground,
               .align = Align::kRight,
               .stand = Stand::kMiddle});
}

void draw_age(const View& view, const Rect& place) {
  if (view.picture.trust != Trust::kAged) {
    return;
  }
  ui::Canvas& canvas = view.frame.canvas;
  const std::string text =
      view.frame.words.text("board.age", {{"seconds", std::to_string(view.picture.age.count())}});
  const float icon = canvas.icon_side(IconSize::kSmall);
  const float wide = std::min(place.w, canvas.width(Role::kStrong, text) + icon + 76);
  Rect badge = ui::centered(place.center(), {wide, 68});
  canvas.fill(badge, view.look.warning, 34);
  badge = badge.inset(28, 0);
  canvas.icon(badge.cut_left(icon).center(), IconSize::kSmall, ui::icon::kCloudOff,
              view.look.on_warning);
  badge.cut_left(14);
  text_to_fit(view, badge, text,
              {.role = Role::kStrong,
               .color = view.look.on_warning,
               .on = view.look.warning,
               .stand = Stand::kMiddle});
}

}  // namespace

void draw_header(const View& view, const Rect& place) {
  Rect rest = place;
  draw_bank(view, rest.cut_left(620));
  draw_clock(view, rest.cut_right(640));
  draw_age(view, rest.inset(20, 0));
}

}  // namespace navbat::board
