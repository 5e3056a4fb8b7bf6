#include <string>

#include "display_board/limits.h"
#include "display_board/view/parts.h"
#include "ui/text/dates.h"
#include "ui/text/labels.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::Align;
using ui::Color;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

constexpr float kRowRadius = 22;
constexpr float kGap = 10;
constexpr float kPlateWidth = 132;

void draw_empty_row(const View& view, const Rect& row) {
  view.frame.canvas.fill(row, view.look.row.with_alpha(0.028F), kRowRadius);
}

void draw_row(const View& view, Rect row, const CallLine& call) {
  ui::Canvas& canvas = view.frame.canvas;
  const Look& look = view.look;
  Color ground = look.on_row;
  if (call.coming) {
    // It gets the stage in a moment: everybody may see it already.
    ground = look.call_from;
    canvas.gradient(row, look.call_from, look.call_to, ui::Toward::kRight, kRowRadius);
    canvas.outline(row, look.call_edge, kRowRadius, 3);
  } else {
    canvas.fill(row, look.row, kRowRadius);
  }
  Rect bar = row.cut_left(44);
  bar = ui::centered({bar.x + 24, bar.center().y}, {9, row.h - 36});
  canvas.fill(bar, sign_color(view, call.service, ground), 4.5F);
  row.cut_right(11);
  const Rect plate = row.cut_right(kPlateWidth).inset(0, 9);
  row.cut_right(16);
  const Rect arrow = row.cut_right(56);
  canvas.curve({{arrow.center().x - 8, arrow.center().y - 15},
                {arrow.center().x + 8, arrow.center().y},
                {arrow.center().x - 8, arrow.center().y + 15}},
               look.text.with_alpha(0.6F), 5);
  // What may be over by now does not shine like what is.
  const bool doubtful = view.picture.trust == Trust::kAskStaff;
  line_to_fit(view, row, ui::spaced_label(call.label),
              {.role = Role::kNumber,
               .color = doubtful ? look.text_muted : look.text,
               .on = ground,
               .stand = Stand::kMiddle});
  const Color shade = doubtful ? look.plate_doubtful : look.plate;
  canvas.fill(plate, shade, 18);
  counter_name(view, plate.inset(9, 5), call.counter, Role::kNumber, shade);
}

}  // namespace

void draw_calls(const View& view, const Rect& place) {
  const ui::Catalogue& words = view.frame.words;
  panel(view, place);
  std::string title = words.text("board.latest");
  if (view.picture.trust == Trust::kAskStaff && view.picture.heard_at) {
    title =
        words.text("board.latest_until", {{"time", ui::clock_text(words, *view.picture.heard_at)}});
  }
  constexpr float kCaption = 150;
  Rect inside = panel_title(view, place, ui::icon::kCampaign, title, kCaption + 10);
  const Rect caption{inside.right() - 4 - kCaption, place.y + kPanelPad - 4, kCaption, 46};
  text_to_fit(view, caption, words.text("board.counter"),
              {.role = Role::kBody,
               .color = view.look.text_muted,
               .on = view.look.on_panel,
               .align = Align::kRight,
               .stand = Stand::kMiddle});
  const auto rows = static_cast<float>(kLatestShown);
  const float height = (inside.h - kGap * (rows - 1)) / rows;
  for (std::size_t i = 0; i < kLatestShown; ++i) {
    const Rect row = inside.cut_top(height);
    inside.cut_top(kGap);
    if (i < view.picture.latest.size()) {
      draw_row(view, row, view.picture.latest[i]);
    } else {
      draw_empty_row(view, row);
    }
  }
}

}  // namespace navbat::board
