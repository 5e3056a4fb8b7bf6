#include "display_board/view/fit.h"

#include <algorithm>
#include <cmath>

#include "display_board/view/words.h"

namespace navbat::board {

using ui::Rect;
using ui::TextSpec;

namespace {

constexpr float kStep = 0.97F;
constexpr float kGoodTogether = 0.76F;  // of a role's size, for languages side by side

// The box grows by what the drawing shrinks: it covers the same place.
Rect grown(const Rect& box, float scale) { return {box.x, box.y, box.w / scale, box.h / scale}; }

float least_scale(const View& view, ui::Role role) {
  return std::min(1.0F, view.layout.least / view.frame.canvas.cap(role));
}

float one_line_scale(const View& view, const Rect& box, std::string_view text, ui::Role role) {
  ui::Canvas& canvas = view.frame.canvas;
  const float width = canvas.width(role, text);
  const float wide = width > 0 ? box.w / width : 1000;
  return std::min(wide, box.h / canvas.cap(role)) * 0.999F;
}

}  // namespace

float fit_scale(const View& view, const Rect& box, std::string_view text, const TextSpec& spec,
                const FitSpec& fit) {
  const float least = least_scale(view, spec.role);
  const float line = std::min(fit.largest, one_line_scale(view, box, text, spec.role));
  if (fit.lines == 1 || line >= fit.one_line) {
    return std::max(line, least);
  }
  TextSpec broken = spec;
  broken.lines = fit.lines;
  for (float scale = fit.largest; scale > line; scale = std::max(scale * kStep, least)) {
    const Rect room = grown(box, scale);
    const ui::TextExtent extent = view.frame.canvas.measure(room, text, broken);
    if (!extent.cut && extent.height <= room.h) {
      return scale;
    }
    if (scale <= least) {
      break;
    }
  }
  return std::max(line, least);
}

ui::TextExtent scaled_text(const View& view, const Rect& box, std::string_view text, TextSpec spec,
                           float scale, int lines) {
  ui::Canvas& canvas = view.frame.canvas;
  spec.lines = lines;
  canvas.push_transform({box.x, box.y}, scale, {});
  ui::TextExtent extent = canvas.text(grown(box, scale), text, spec);
  canvas.pop_transform();
  extent.width *= scale;
  extent.height *= scale;
  return extent;
}

ui::TextExtent fit_text(const View& view, const Rect& box, std::string_view text,
                        const TextSpec& spec, const FitSpec& fit) {
  return scaled_text(view, box, text, spec, fit_scale(view, box, text, spec, fit), fit.lines);
}

std::string together(const View& view, const Rect& box, const std::vector<std::string>& texts,
                     const TextSpec& spec, const FitSpec& fit) {
  for (std::size_t count = texts.size(); count > 1; --count) {
    const std::size_t turns = count == texts.size() ? 1 : texts.size();
    const std::size_t first = page_of_turn(view.picture.turn, turns);
    std::string text = texts[first];
    for (std::size_t i = 1; i < count; ++i) {
      text += "\u00A0· " + texts[(first + i) % texts.size()];  // the dot ends a line
    }
    const float scale = fit_scale(view, box, text, spec, fit);
    TextSpec broken = spec;
    broken.lines = fit.lines;
    const Rect room = grown(box, scale);
    const ui::TextExtent extent = view.frame.canvas.measure(room, text, broken);
    if (scale >= kGoodTogether * std::min(1.0F, fit.largest) && !extent.cut &&
        extent.height <= room.h) {
      return text;
    }
  }
  return texts.empty() ? std::string() : texts[page_of_turn(view.picture.turn, texts.size())];
}

}  // namespace navbat::board
