#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "display_board/view/parts.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::Align;
using ui::IconSize;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

constexpr int kLongestWord = 22;
constexpr int kMostLines = 14;
constexpr float kLargest = 1.5F;  // of the display size
constexpr float kTitleLine = 72;  // with the gap below it
constexpr float kTitleGap = 22;

struct Words {
  std::string title;
  std::string text;
};

// In all its languages: those of the board first, in their order.
std::vector<Words> words_of(const View& view, const NoticeBoard& notice) {
  const char* key =
      notice.kind == domain::NoticeKind::kClosing ? "board.closing" : "board.emergency";
  std::vector<std::string> order;
  const auto add = [&](const std::string& language) {
    if (notice.texts.contains(language) &&
        std::find(order.begin(), order.end(), language) == order.end()) {
      order.push_back(language);
    }
  };
  std::for_each(view.languages.begin(), view.languages.end(), add);
  std::for_each(view.picture.languages.begin(), view.picture.languages.end(), add);
  for (const auto& [language, text] : notice.texts) {
    add(language);
  }
  std::vector<Words> words;
  for (const std::string& language : order) {
    words.push_back({view.frame.languages.of(language).text(key),
                     with_short_words(notice.texts.at(language), kLongestWord)});
  }
  return words;
}

ui::TextSpec text_spec(const Ground& ground) {
  return {
      .role = Role::kDisplay, .color = ground.text, .on = ground.worst(), .stand = Stand::kMiddle};
}

// Counts the changes of the picture's language: with many languages a page must not stay until
// every one of them had its turn.
std::size_t step_of(const View& view) {
  const auto turn = static_cast<std::size_t>(std::max(view.picture.turn, 0));
  const auto& all = view.languages;
  if (view.picture.languages.size() != 1) {
    return turn;
  }
  const auto now = std::find(all.begin(), all.end(), view.picture.languages.front());
  return turn * all.size() + static_cast<std::size_t>(now - all.begin());
}

Rect block_of(const Rect& place, std::size_t count, std::size_t index) {
  constexpr float kBetween = 46;
  const auto blocks = static_cast<float>(count);
  const float high = (place.h - kBetween * (blocks - 1)) / blocks;
  return {place.x, place.y + static_cast<float>(index) * (high + kBetween), place.w, high};
}

using Page = std::vector<Words>;

// `count` languages from the `first` on, round and round: a page is never half empty.
Page page_of(const std::vector<Words>& all, std::size_t first, std::size_t count) {
  Page page;
  for (std::size_t i = 0; i < count; ++i) {
    page.push_back(all[(first + i) % all.size()]);
  }
  return page;
}

// The size at which the texts of a page all fit below each other.
float common_scale(const View& view, const Ground& ground, const Rect& place, const Page& page) {
  float scale = kLargest;
  for (std::size_t i = 0; i < page.size(); ++i) {
    Rect block = block_of(place, page.size(), i);
    block.cut_top(kTitleLine);
    scale = std::min(scale, fit_scale(view, block, page[i].text, text_spec(ground),
                                      {.lines = kMostLines, .largest = kLargest}));
  }
  return scale;
}

// As many languages at once as can still be read from where people sit.
std::size_t languages_at_once(const View& view, const Ground& ground, const Rect& place,
                              const std::vector<Words>& all) {
  constexpr float kNear = 0.6F;  // of the rows' size: people come closer to read a sentence
  const float cap = view.frame.canvas.cap(Role::kDisplay);
  for (std::size_t count = std::min(all.size(), kMostTogether); count > 1; --count) {
    bool readable = true;
    for (std::size_t first = 0; first < all.size(); ++first) {
      const float scale = common_scale(view, ground, place, page_of(all, first, count));
      readable = readable && scale * cap >= view.layout.row_least * kNear;
    }
    if (readable) {
      return count;
    }
  }
  return 1;
}

// Title and text, in the middle of their block.
void draw_block(const View& view, const Ground& ground, Rect block, const Words& words,
                float scale) {
  ui::TextSpec spec = text_spec(ground);
  spec.lines = kMostLines;
  const Rect room{block.x, block.y, block.w / scale, block.h / scale};
  const float text = view.frame.canvas.measure(room, words.text, spec).height * scale;
  block.cut_top(std::max(0.0F, (block.h - kTitleLine - text) / 2));
  fit_line(view, block.cut_top(kTitleLine - kTitleGap), words.title,
           {.role = Role::kHeadline,
            .color = ground.text,
            .on = ground.worst(),
            .stand = Stand::kMiddle});
  block.cut_top(kTitleGap);
  spec.stand = Stand::kTop;
  scaled_text(view, block, words.text, spec, scale, kMostLines);
}

}  // namespace

void draw_over(const View& view, const Rect& place) {
  const NoticeBoard& notice = *view.picture.over;
  const bool closing = notice.kind == domain::NoticeKind::kClosing;
  const Ground& ground = closing ? view.look.closing : view.look.emergency;
  ui::Canvas& canvas = view.frame.canvas;
  canvas.gradient(place, ground.from, ground.to, ui::Toward::kDown);
  canvas.outline(place.inset(18), ground.edge, 40, 10);
  Rect inside = place.inset(76, 70);
  const bool upright = place.h > place.w;
  const float side = 250;
  const Rect sign = upright ? inside.cut_top(side) : inside.cut_left(side);
  (upright ? inside.cut_top(46) : inside.cut_left(56));
  if (!view.look.flat) {
    canvas.circle(sign.center(), side / 2, ground.text.with_alpha(0.14F));
  }
  canvas.icon(sign.center(), IconSize::kLarge, closing ? ui::icon::kSchedule : ui::icon::kWarning,
              ground.text);
  const std::vector<Words> words = words_of(view, notice);
  if (words.empty()) {
    return;
  }
  const std::size_t count = languages_at_once(view, ground, inside, words);
  const Page page = page_of(words, step_of(view) * count % words.size(), count);
  const float scale = common_scale(view, ground, inside, page);
  for (std::size_t i = 0; i < page.size(); ++i) {
    draw_block(view, ground, block_of(inside, page.size(), i), page[i], scale);
  }
}

}  // namespace navbat::board
