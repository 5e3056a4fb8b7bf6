#include <algorithm>
#include <string>
#include <vector>

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

constexpr float kRadius = 22;

// As wide as two figures; a counter with a long name gets what its label leaves.
float plate_width(const View& view, const Rect& row, const CallLine& call) {
  ui::Canvas& canvas = view.frame.canvas;
  const float usual = canvas.width(Role::kNumber, "00") + 2 * kRowPlatePad;
  if (is_figures(call.counter) &&
      canvas.width(Role::kNumber, call.counter) + 2 * kRowPlatePad <= usual) {
    return usual;
  }
  const float label = canvas.width(Role::kNumber, ui::spaced_label(call.label)) + kRowGap;
  return std::clamp(row.w - label, usual * 1.3F, row.w * 0.6F);
}

void draw_row(const View& view, Rect row, const CallLine& call) {
  ui::Canvas& canvas = view.frame.canvas;
  const Look& look = view.look;
  Color ground = look.on_row;
  Color text = look.text;
  if (call.coming) {
    // It gets the stage in a moment: everybody may see it already.
    ground = look.call.worst();
    text = look.call.text;
    canvas.gradient(row, look.call.from, look.call.to, ui::Toward::kRight, kRadius);
    canvas.outline(row, look.call.edge, kRadius, 4);
  } else {
    canvas.fill(row, look.row, kRadius);
    canvas.outline(row, look.panel_edge, kRadius, 2);
  }
  const Rect sign = row.cut_left(kRowSign);
  canvas.fill(ui::centered({sign.x + 13, sign.center().y}, {8, row.h * 0.56F}),
              sign_color(view, call.service, ground), 4);
  const Rect plate = row.cut_right(plate_width(view, row, call));
  row.cut_right(kRowGap);
  // What may be over by now does not shine like what is.
  const bool doubtful = view.picture.trust == Trust::kAskStaff;
  fit_line(view, row.inset(4, 0), ui::spaced_label(call.label),
           {.role = Role::kNumber,
            .color = doubtful ? look.text_muted : text,
            .on = ground,
            .stand = Stand::kMiddle});
  const Color shade = doubtful ? look.plate_doubtful : look.plate;
  canvas.fill(plate, shade, kRadius);
  counter_name(view, plate.inset(kRowPlatePad, 8), call.counter, Role::kNumber, shade);
}

void draw_title(const View& view, Rect line) {
  ui::Canvas& canvas = view.frame.canvas;
  const bool doubtful = view.picture.trust == Trust::kAskStaff && view.picture.heard_at;
  const ui::Catalogue& words = words_of_turn(view);
  std::vector<std::string> title = each(view, "board.latest");
  if (doubtful) {
    const std::string time = ui::clock_text(words, *view.picture.heard_at);
    title = {words.text("board.latest_until", {{"time", time}})};
  }
  line.cut_bottom(12);
  const Rect sign = line.cut_left(canvas.icon_side(ui::IconSize::kSmall));
  canvas.icon(sign.center(), ui::IconSize::kSmall, ui::icon::kCampaign, view.look.accent);
  line.cut_left(14);
  if (!doubtful) {
    const Rect caption = line.cut_right(line.w * 0.3F);
    line.cut_right(14);
    fit_text(view, caption, each(view, "board.counter"),
             {.role = Role::kBody,
              .color = view.look.text_muted,
              .on = view.look.ground,
              .align = Align::kRight,
              .stand = Stand::kMiddle});
  }
  fit_text(view, line, title,
           {.role = Role::kTitle,
            .color = view.look.text,
            .on = view.look.ground,
            .stand = Stand::kMiddle});
}

}  // namespace

void draw_calls(const View& view, const Rect& place) {
  const Layout& layout = view.layout;
  const auto rows =
      static_cast<std::size_t>(view.picture.side ? layout.latest_rows_side : layout.latest_rows);
  Rect inside = place;
  draw_title(view, inside.cut_top(kListTitle));
  const float gaps = kRowGap * static_cast<float>(rows - 1);
  const float height = (inside.h - gaps) / static_cast<float>(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    const Rect row = inside.cut_top(height);
    inside.cut_top(kRowGap);
    if (i < view.picture.latest.size()) {
      draw_row(view, row, view.picture.latest[i]);
    } else if (!view.look.flat) {
      view.frame.canvas.fill(row, view.look.row.with_alpha(0.16F), kRadius);
    }
  }
}

}  // namespace navbat::board
