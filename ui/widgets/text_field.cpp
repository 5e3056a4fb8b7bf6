#include "ui/widgets/text_field.h"

#include <algorithm>

#include "ui/text/spoken.h"

namespace navbat::ui {
namespace {

constexpr float kEdge_mm = 1.0F;

// What a listener hears: never what is hidden.
std::string spoken_of(const Frame& frame, const FieldSpec& spec) {
  std::string text = spec.label;
  const auto add = [&text](const std::string& part) {
    if (!part.empty()) {
      text += (text.empty() ? "" : ", ") + part;
    }
  };
  if (spec.places > 0) {
    add(frame.words.count("speech.digits_entered", static_cast<std::int64_t>(spec.filled)));
  } else if (!spec.spoken.empty()) {
    add(spec.spoken);
  } else if (spec.text.empty()) {
    add(frame.words.text("speech.empty"));
  } else {
    add(spell(frame.words, spec.prefix + spec.text));
  }
  return text;
}

void dots(Frame& frame, const Rect& rect, const FieldSpec& spec) {
  Canvas& canvas = frame.canvas;
  const Palette& p = frame.palette();
  const float radius = std::min(canvas.mm(2.6F), rect.h * 0.16F);
  const auto count = static_cast<float>(spec.places);
  const float step = std::min(canvas.mm(13), rect.w / (count + 1));
  float x = rect.center().x - step * (count - 1) / 2;
  for (std::size_t i = 0; i < spec.places; ++i) {
    const Point middle{x, rect.center().y};
    if (i < spec.filled) {
      canvas.circle(middle, radius, p.ink);
    } else {
      canvas.arc(middle, radius, canvas.mm(0.5F), 0, 1, p.ink_muted);
    }
    x += step;
  }
}

}  // namespace

float text_field_height(const Frame& frame) {
  return std::max(frame.canvas.mm(24), frame.canvas.cap(Role::kHeadline) * 2.5F);
}

void text_field(Frame& frame, const Rect& rect, const FieldSpec& spec) {
  Canvas& canvas = frame.canvas;
  const Palette& p = frame.palette();
  const float radius = std::min(frame.theme.radii.tile, rect.h / 2);
  const float edge = canvas.mm(kEdge_mm);
  canvas.fill(rect, p.surface, radius);
  canvas.outline(rect.inset(edge / 2), spec.wrong ? p.poor : p.accent, radius - edge / 2, edge);
  if (frame.interactive) {
    frame.transcript.add_text(rect, spoken_of(frame, spec), {});
  }
  if (spec.places > 0) {
    dots(frame, rect, spec);
    return;
  }
  Rect inside = rect.inset(canvas.mm(6), 0);
  TextSpec face{.role = Role::kHeadline,
                .color = p.ink,
                .on = p.surface,
                .stand = Stand::kMiddle,
                .silent = true};
  if (!spec.prefix.empty()) {
    TextSpec before = face;
    before.color = p.ink_muted;
    const float width = canvas.width(Role::kHeadline, spec.prefix);
    canvas.text(inside.cut_left(width + 1), spec.prefix, before);
    inside.cut_left(canvas.mm(4));
  }
  float caret = inside.x;
  if (spec.text.empty() && !spec.hint.empty()) {
    TextSpec hint = face;
    hint.role = Role::kBody;
    hint.color = p.ink_muted;
    hint.silent = false;
    const Rect after = Rect{inside.x + canvas.mm(4), inside.y, inside.w - canvas.mm(4), inside.h};
    canvas.text(after, spec.hint, hint);
  } else if (!spec.text.empty()) {
    caret += canvas.text(inside, spec.text, face).width + canvas.mm(1.5F);
  }
  const float half = canvas.cap(Role::kHeadline) * 0.75F;
  canvas.line({caret, rect.center().y - half}, {caret, rect.center().y + half}, p.accent_ink,
              canvas.mm(0.7F));
}

}  // namespace navbat::ui
