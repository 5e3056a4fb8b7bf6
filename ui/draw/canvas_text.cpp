#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/access/transcript.h"
#include "ui/draw/canvas.h"
#include "ui/testing/probe.h"
#include "ui/text/utf8.h"

namespace navbat::ui {
namespace {

constexpr float kShrinkStep = 0.97F;
constexpr float kLeastShrink = 0.72F;  // also when the physical minimum would allow more

// Greedy line breaking at spaces, and after the hyphen of a word that is wider than the box. Any
// other word as wide stays whole and is reported by width.
template <typename Measure>
std::vector<std::string> wrap(std::string_view text, float width, const Measure& measure) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    std::string_view word = text.substr(0, space);
    const std::size_t hyphen = word.find('-');
    if (hyphen != std::string_view::npos && hyphen + 1 < word.size() && measure(word) > width) {
      word = word.substr(0, hyphen + 1);
      text.remove_prefix(word.size());
      if (!line.empty()) {
        lines.push_back(std::move(line));
      }
      lines.emplace_back(word);
      line.clear();
      continue;
    }
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    std::string longer = line.empty() ? std::string(word) : line + ' ' + std::string(word);
    if (!line.empty() && measure(longer) > width) {
      lines.push_back(std::move(line));
      line = word;
    } else {
      line = std::move(longer);
    }
  }
  if (!line.empty()) {
    lines.push_back(std::move(line));
  }
  return lines;
}

template <typename Measure>
float widest(const std::vector<std::string>& lines, const Measure& measure) {
  float result = 0;
  for (const std::string& line : lines) {
    result = std::max(result, measure(line));
  }
  return result;
}

// The narrowest width that needs no more lines: lines of even length.
template <typename Measure>
std::vector<std::string> balance(std::string_view text, std::vector<std::string> lines, float width,
                                 const Measure& measure) {
  float narrow = width / 3;
  float wide = width;
  constexpr int kHalvings = 7;
  for (int i = 0; i < kHalvings; ++i) {
    const float middle = (narrow + wide) / 2;
    auto attempt = wrap(text, middle, measure);
    if (attempt.size() <= lines.size() && widest(attempt, measure) <= width) {
      lines = std::move(attempt);
      wide = middle;
    } else {
      narrow = middle;
    }
  }
  return lines;
}

void drop_last_letter(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) {
    text.pop_back();
  }
  if (!text.empty()) {
    text.pop_back();
  }
}

}  // namespace

float Canvas::cap(Role role) const { return fonts_.cap_px(role) / scale_; }

float Canvas::leading(Role role) const {
  return fonts_.em_px(role) / scale_ * theme_.type(role).line_height;
}

float Canvas::width(Role role, std::string_view text) {
  return fonts_.shape(role, text).width * fonts_.em_px(role) / scale_;
}

Canvas::SetText Canvas::set_text(const Rect& box, std::string_view text, const TextSpec& spec) {
  const auto measure = [&](std::string_view line) { return width(spec.role, line); };
  const float smallest = std::max(kLeastShrink, theme_.min_cap_mm / theme_.type(spec.role).cap_mm);
  const auto most = static_cast<std::size_t>(spec.lines);
  SetText set;
  for (float scale = 1;; scale *= kShrinkStep) {
    scale = std::max(scale, std::min(1.0F, smallest));
    const float room = box.w / scale;
    set.lines = wrap(text, room, measure);
    set.scale = scale;
    if (set.lines.size() <= most && widest(set.lines, measure) <= room + 0.01F) {
      if (spec.balanced && set.lines.size() > 1) {
        set.lines = balance(text, std::move(set.lines), room, measure);
      }
      break;
    }
    if (scale <= smallest) {
      set.cut = true;
      break;
    }
  }
  if (set.cut) {
    const float room = box.w / set.scale;
    if (set.lines.size() > most) {
      set.lines.resize(most);
      set.lines.back() += "…";
    }
    for (std::string& line : set.lines) {
      while (!line.empty() && measure(line) > room) {
        if (line.ends_with("…")) {
          line.resize(line.size() - 3);
        }
        drop_last_letter(line);
        if (line.empty()) {
          break;
        }
        line += "…";
      }
    }
  }
  set.width = widest(set.lines, measure) * set.scale;
  const auto gaps = static_cast<float>(set.lines.empty() ? 0 : set.lines.size() - 1);
  set.height = (cap(spec.role) + gaps * leading(spec.role)) * set.scale;
  return set;
}

TextExtent Canvas::measure(const Rect& box, std::string_view text, const TextSpec& spec) {
  const SetText set = set_text(box, text, spec);
  return {set.width, set.height, static_cast<int>(set.lines.size()),
          set.cut || leaves_below(set, box, spec)};
}

bool Canvas::leaves_below(const SetText& set, const Rect& box, const TextSpec& spec) const {
  // The last line's descenders may hang out of the box.
  return set.height > box.h + cap(spec.role) * 0.5F;
}

TextExtent Canvas::text(const Rect& box, std::string_view text, const TextSpec& spec) {
  const SetText set = set_text(box, text, spec);
  float top = box.y;
  if (spec.stand == Stand::kMiddle) {
    top = box.y + (box.h - set.height) / 2;
  } else if (spec.stand == Stand::kBottom) {
    top = box.bottom() - set.height;
  }
  float baseline = top + cap(spec.role) * set.scale;
  float left = box.right();
  for (const std::string& line : set.lines) {
    const float line_width = width(spec.role, line) * set.scale;
    float x = box.x;
    if (spec.align == Align::kCenter) {
      x = box.x + (box.w - line_width) / 2;
    } else if (spec.align == Align::kRight) {
      x = box.right() - line_width;
    }
    left = std::min(left, x);
    draw_line(spec.role, line, {x, baseline}, set.scale, spec.color);
    baseline += leading(spec.role) * set.scale;
  }
  tell(box, {left, top, set.width, set.height}, text, set, spec);
  return {set.width, set.height, static_cast<int>(set.lines.size()),
          set.cut || leaves_below(set, box, spec)};
}

// To the transcript and to the probe.
void Canvas::tell(const Rect& box, const Rect& ink, std::string_view text, const SetText& set,
                  const TextSpec& spec) {
  const bool aloud = aloud_ == nullptr || *aloud_;
  const std::string_view spoken = spec.spoken.empty() ? text : std::string_view(spec.spoken);
  if (transcript_ != nullptr && aloud && !spec.silent && !text.empty()) {
    transcript_->add_text(placed(ink), spoken, spec.language);
  }
  if (probe_ != nullptr) {
    probe_->saw_text({.text = std::string(text),
                      .box = placed(box),
                      .ink = placed(ink),
                      .cap_mm = cap(spec.role) * set.scale * transform_.scale / units_per_mm_,
                      .color = spec.color,
                      .on = spec.on,
                      .cut = set.cut || leaves_below(set, box, spec),
                      .spoken = std::string(spoken),
                      .silent = spec.silent,
                      .covered = !aloud});
  }
}

void Canvas::draw_line(Role role, std::string_view text, Point baseline, float scale, Color color) {
  const ShapedLine& line = fonts_.shape(role, text);
  const ImFont* font = fonts_.font(role);
  const float em = fonts_.em_px(role) * scale * transform_.scale;
  const float drawn = fonts_.stretch(role) * scale * transform_.scale;  // of the baked size
  const Point start = to_pixels(baseline);
  const float rise = IM_ROUND(font->Ascent) * drawn;
  const float base_y = std::round(start.y);
  list_.PrimReserve(static_cast<int>(line.glyphs.size()) * 6,
                    static_cast<int>(line.glyphs.size()) * 4);
  int drawn_glyphs = 0;
  for (const PlacedGlyph& placed_glyph : line.glyphs) {
    const ImFontGlyph* glyph = font->FindGlyph(static_cast<ImWchar>(placed_glyph.code_point));
    if (glyph == nullptr || glyph->Visible == 0) {
      continue;
    }
    // Whole pixels keep stems sharp; at the sizes of a kiosk the error is under 2 % of a letter.
    const float x = std::round(start.x + placed_glyph.x * em);
    list_.PrimRectUV({x + glyph->X0 * drawn, base_y - rise + glyph->Y0 * drawn},
                     {x + glyph->X1 * drawn, base_y - rise + glyph->Y1 * drawn},
                     {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, ink(color));
    ++drawn_glyphs;
  }
  const int unused = static_cast<int>(line.glyphs.size()) - drawn_glyphs;
  list_.PrimUnreserve(unused * 6, unused * 4);
}

}  // namespace navbat::ui
