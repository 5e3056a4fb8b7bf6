#include <algorithm>
#include <string>

#include "display_board/view/parts.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::Align;
using ui::Color;
using ui::IconSize;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

constexpr int kLongestWord = 30;

// Which languages there are, and whose turn it is; nothing where all are seen at once, or where the
// line is too short for more than its words.
void draw_languages(const View& view, Rect& line) {
  ui::Canvas& canvas = view.frame.canvas;
  if (view.languages.size() < 2 || view.picture.languages.size() != 1 || view.layout.upright) {
    return;
  }
  for (auto language = view.languages.rbegin(); language != view.languages.rend(); ++language) {
    const std::string code = view.frame.languages.of(*language).text("common.language_code");
    Rect tag = line.cut_right(canvas.width(Role::kBody, code) + 30);
    tag = ui::centered(tag.center(), {tag.w - 4, 44});
    const bool shown = *language == view.picture.languages.front();
    if (shown) {
      canvas.fill(tag, view.look.accent, 12);
    }
    fit_line(view, tag, code,
             {.role = Role::kBody,
              .color = shown ? view.look.on_accent : view.look.text_muted,
              .on = shown ? view.look.accent : view.look.ticker,
              .align = Align::kCenter,
              .stand = Stand::kMiddle});
  }
  line.cut_right(28);
}

// Name and place of what needs no waiting.
std::string suggestion(const View& view, const ui::Catalogue& words) {
  if (view.branch == nullptr) {
    return {};
  }
  for (const client::AlternativeInfo& info : view.branch->alternatives) {
    if (info.id == view.picture.ticker.suggestion) {
      std::string text = in_language(info.name, words.language());
      const std::string place = in_language(place_of(info), words.language());
      text += place.empty() ? "" : ": " + place;
      return words.text("board.suggestion", {{"what", text}});
    }
  }
  return {};
}

std::string tip(const ui::Catalogue& words, int number) {
  switch (number) {
    case 0:
      return words.text("board.tip.ready");
    case 1:
      return words.text("board.tip.phone");
    default:
      return words.text("board.tip.missed");
  }
}

std::string message(const View& view, const ui::Catalogue& words) {
  const TickerLine& line = view.picture.ticker;
  switch (line.kind) {
    case TickerLine::Kind::kMessage:
      return with_short_words(in_language(*line.message, words.language()), kLongestWord);
    case TickerLine::Kind::kSuggestion:
      return with_short_words(suggestion(view, words), kLongestWord);
    case TickerLine::Kind::kTip:
      break;
  }
  return tip(words, line.tip);
}

void draw_line(const View& view, Rect line, char32_t icon, Color mark, Color color, Color on,
               const std::string& text) {
  ui::Canvas& canvas = view.frame.canvas;
  const Rect sign = line.cut_left(canvas.icon_side(IconSize::kSmall));
  canvas.icon(sign.center(), IconSize::kSmall, icon, mark);
  line.cut_left(18);
  fit_text(view, line.inset(0, 9), text,
           {.role = Role::kTitle, .color = color, .on = on, .stand = Stand::kMiddle},
           {.lines = 5, .one_line = 0.8F});
}

}  // namespace

void draw_ticker(const View& view, const Rect& place) {
  ui::Canvas& canvas = view.frame.canvas;
  const ui::Catalogue& words = words_of_turn(view);
  Rect line = place.inset(kMargin + 10, 0);
  if (view.picture.beside) {
    // That the branch is closing is all that this line has to say now.
    const Ground& ground = view.look.closing;
    canvas.gradient(place, ground.from, ground.to, ui::Toward::kRight);
    if (view.look.flat) {
      canvas.outline(place, ground.edge, 0, 4);
    }
    const std::string text = in_language(view.picture.beside->texts, words.language());
    draw_line(view, line, ui::icon::kSchedule, ground.text, ground.text, ground.worst(),
              with_short_words(text, kLongestWord));
    return;
  }
  canvas.fill(place, view.look.ticker);
  if (view.look.flat) {
    canvas.fill({place.x, place.y, place.w, 3}, view.look.panel_edge);
  }
  draw_languages(view, line);
  const char32_t icon =
      view.picture.ticker.kind == TickerLine::Kind::kSuggestion ? ui::icon::kBolt : ui::icon::kInfo;
  draw_line(view, line, icon, view.look.accent, view.look.text, view.look.ticker,
            message(view, words));
}

}  // namespace navbat::board
