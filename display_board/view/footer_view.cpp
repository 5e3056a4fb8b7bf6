#include <string>

#include "display_board/view/parts.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::Align;
using ui::IconSize;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

// Which languages there are, and whose turn it is.
void draw_languages(const View& view, Rect& line) {
  ui::Canvas& canvas = view.frame.canvas;
  if (view.languages.size() < 2) {
    return;
  }
  for (auto language = view.languages.rbegin(); language != view.languages.rend(); ++language) {
    const std::string code = view.frame.languages.of(*language).text("common.language_code");
    const Rect tag = line.cut_right(canvas.width(Role::kBody, code) + 36);
    const bool shown = *language == view.picture.language;
    if (shown) {
      canvas.fill(tag.inset(2, 8), view.look.call_edge, 12);
    }
    canvas.text(tag, code,
                {.role = Role::kBody,
                 .color = shown ? view.look.on_plate : view.look.text_muted,
                 .on = shown ? view.look.call_edge : view.look.footer,
                 .align = Align::kCenter,
                 .stand = Stand::kMiddle});
  }
}

std::string message(const View& view) {
  const ui::Catalogue& words = view.frame.words;
  switch (view.picture.turn % 3) {
    case 0:
      return words.text("board.tip.ready");
    case 1:
      return words.text("board.tip.phone");
    default:
      return words.text("board.tip.missed");
  }
}

}  // namespace

void draw_footer(const View& view, const Rect& place) {
  ui::Canvas& canvas = view.frame.canvas;
  canvas.fill(place, view.look.footer);
  Rect line = place.inset(48, 0);
  draw_languages(view, line);
  line.cut_right(40);
  const Rect sign = line.cut_left(canvas.icon_side(IconSize::kSmall));
  canvas.icon(sign.center(), IconSize::kSmall, ui::icon::kInfo, view.look.call_edge);
  line.cut_left(18);
  text_to_fit(view, line, message(view),
              {.role = Role::kStrong,
               .color = view.look.text,
               .on = view.look.footer,
               .stand = Stand::kMiddle});
}

}  // namespace navbat::board
