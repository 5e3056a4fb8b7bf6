#include "display_board/view/parts.h"

#include <algorithm>

namespace navbat::board {

using ui::Align;
using ui::Color;
using ui::IconSize;
using ui::Rect;
using ui::Role;
using ui::Stand;
using ui::TextSpec;

void panel(const View& view, const Rect& place) {
  view.frame.canvas.fill(place, view.look.panel, kPanelRadius);
  view.frame.canvas.outline(place, view.look.panel_edge, kPanelRadius, 2);
}

void panel_title(const View& view, Rect& inside, char32_t icon,
                 const std::vector<std::string>& title, float room_right) {
  ui::Canvas& canvas = view.frame.canvas;
  Rect line = inside.cut_top(kPanelTitle);
  line.cut_bottom(kPanelTitle * 0.22F);
  const Rect sign = line.cut_left(canvas.icon_side(IconSize::kSmall));
  canvas.icon(sign.center(), IconSize::kSmall, icon, view.look.accent);
  line.cut_left(14);
  line.cut_right(room_right);
  fit_text(view, line, title,
           {.role = Role::kTitle,
            .color = view.look.text,
            .on = view.look.on_panel,
            .stand = Stand::kMiddle});
}

void pill(const View& view, const Rect& place, const std::vector<std::string>& texts,
          const PillSpec& spec) {
  constexpr float kPillText = 0.54F;  // capitals, of the pill's height
  ui::Canvas& canvas = view.frame.canvas;
  const float side = place.h * 0.4F;
  const float icon = spec.icon != 0 ? canvas.icon_side(spec.icon_size) + 12 : 0;
  const ui::TextSpec text_spec{.role = spec.role,
                               .color = spec.text,
                               .on = spec.on,
                               .align = Align::kCenter,
                               .stand = Stand::kMiddle};
  const float largest = std::min(1.0F, place.h * kPillText / canvas.cap(spec.role));
  const FitSpec fit{.lines = 2, .largest = largest, .one_line = largest * 0.84F};
  const Rect room{place.x, place.y, place.w - icon - 2 * side, place.h * 0.8F};
  const std::string text = together(view, room, texts, text_spec, fit);
  const float wide =
      std::min(place.w, canvas.width(spec.role, text) * largest + icon + 2 * side + 1);
  Rect badge = place;
  badge.w = wide;
  if (spec.align == Align::kRight) {
    badge.x = place.right() - wide;
  } else if (spec.align == Align::kCenter) {
    badge.x = place.center().x - wide / 2;
  }
  canvas.fill(badge, spec.fill, badge.h / 2);
  if (view.look.flat) {
    canvas.outline(badge, spec.text, badge.h / 2, 3);
  }
  Rect inside = badge.inset(side, badge.h * 0.1F);
  if (spec.icon != 0) {
    const Rect sign = inside.cut_left(icon);
    canvas.icon({sign.x + (icon - 12) / 2, sign.center().y}, spec.icon_size, spec.icon, spec.text);
  }
  fit_text(view, inside, text, text_spec, fit);
}

namespace {

// How high these texts are below each other, each on its own lines.
struct Stack {
  std::vector<float> heights;
  float gap = 0;
  float total = 0;
};

constexpr int kStackLines = 6;  // of one text

Stack stack_of(const View& view, const Rect& box, const std::vector<std::string>& texts,
               TextSpec spec, float scale) {
  ui::Canvas& canvas = view.frame.canvas;
  spec.lines = kStackLines;
  Stack stack;
  stack.gap = canvas.cap(spec.role) * scale * 0.75F;
  for (const std::string& text : texts) {
    const Rect room{box.x, box.y, box.w / scale, box.h / scale};
    stack.heights.push_back(canvas.measure(room, text, spec).height * scale);
    stack.total += stack.heights.back() + (stack.heights.size() > 1 ? stack.gap : 0);
  }
  return stack;
}

}  // namespace

void fit_each(const View& view, const Rect& box, const std::vector<std::string>& texts,
              const TextSpec& spec, float largest) {
  constexpr float kStep = 0.95F;
  const FitSpec fit{.lines = kStackLines, .largest = largest, .one_line = 0.8F};
  float scale = largest;
  for (const std::string& text : texts) {
    scale = std::min(scale, fit_scale(view, box, text, spec, fit));
  }
  const float least = view.layout.least / view.frame.canvas.cap(spec.role);
  Stack stack = stack_of(view, box, texts, spec, scale);
  while (stack.total > box.h && scale * kStep > least) {
    scale *= kStep;
    stack = stack_of(view, box, texts, spec, scale);
  }
  float y = box.y;
  if (spec.stand == Stand::kMiddle) {
    y += (box.h - stack.total) / 2;
  } else if (spec.stand == Stand::kBottom) {
    y += box.h - stack.total;
  }
  TextSpec top = spec;
  top.stand = Stand::kTop;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    scaled_text(view, {box.x, y, box.w, stack.heights[i]}, texts[i], top, scale, kStackLines);
    y += stack.heights[i] + stack.gap;
  }
}

bool is_figures(std::string_view counter) {
  constexpr std::size_t kMost = 4;
  return counter.size() <= kMost && std::all_of(counter.begin(), counter.end(), [](char letter) {
           return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
                  letter == '-';
         });
}

std::string breakable(std::string_view counter) {
  constexpr int kLongestPart = 12;
  std::string name(counter);
  std::replace(name.begin(), name.end(), '-', ' ');
  std::replace(name.begin(), name.end(), '_', ' ');
  return with_short_words(name, kLongestPart);
}

void counter_name(const View& view, const Rect& plate, std::string_view counter, Role role,
                  Color ground, float largest) {
  TextSpec spec{.role = role,
                .color = view.look.on_plate,
                .on = ground,
                .align = Align::kCenter,
                .stand = Stand::kMiddle};
  if (is_figures(counter)) {
    fit_text(view, plate, counter, spec, {.lines = 1, .largest = largest});
    return;
  }
  spec.role = Role::kDisplay;
  spec.balanced = true;
  constexpr std::size_t kWord = 12;  // so short a name is better small than broken
  const float one_line = counter.size() <= kWord ? 0.5F : 0.8F;
  const float grow = view.frame.canvas.cap(role) / view.frame.canvas.cap(Role::kDisplay);
  fit_text(view, plate, breakable(counter), spec,
           {.lines = 5, .largest = largest * grow, .one_line = largest * grow * one_line});
}

Color sign_color(const View& view, const domain::ServiceId& service, Color ground) {
  const client::ServiceInfo* info =
      view.branch != nullptr ? view.branch->find_service(service) : nullptr;
  return service_color(info != nullptr ? info->color : std::string(), ground);
}

void draw_sentence(const View& view, const Rect& place, const Ground& ground,
                   const Sentence& sentence) {
  ui::Canvas& canvas = view.frame.canvas;
  draw_ground(view, place, ground, false, 0);
  Rect inside = place.inset(48, 40);
  const bool upright = place.h > place.w * 0.55F;
  const bool many = sentence.title.size() > 1;
  const float side = 216;
  Rect sign = upright ? inside.cut_top(inside.h * (many ? 0.38F : 0.46F)) : inside.cut_left(side);
  if (upright) {
    sign = sign.cut_bottom(side);
  }
  (upright ? inside.cut_top(20) : inside.cut_left(44));
  if (!view.look.flat) {
    canvas.circle(sign.center(), side / 2, ground.text.with_alpha(0.11F));
  }
  canvas.icon(sign.center(), IconSize::kLarge, sentence.icon, ground.text);
  const Align align = upright ? Align::kCenter : Align::kLeft;
  const float largest = view.layout.kind == LayoutKind::kCounter ? 1.3F : 1;
  const float share = sentence.more.empty() ? 1.0F : upright && !many ? 0.42F : 0.58F;
  const Rect title = inside.cut_top(inside.h * share);
  fit_each(view, title, sentence.title,
           {.role = Role::kDisplay,
            .color = ground.text,
            .on = ground.worst(),
            .align = align,
            .stand = sentence.more.empty() ? Stand::kMiddle : Stand::kBottom},
           largest);
  if (!sentence.more.empty()) {
    inside.cut_top(30);
    fit_each(view, inside, sentence.more,
             {.role = Role::kHeadline, .color = ground.text, .on = ground.worst(), .align = align},
             largest);
  }
}

void draw_ground(const View& view, const Rect& place, const Ground& ground, bool news, float beat) {
  constexpr float kRadius = 40;
  ui::Canvas& canvas = view.frame.canvas;
  if (news) {
    canvas.shadow(place, kRadius, 56, 0, ground.edge.with_alpha(0.3F + 0.5F * beat));
  }
  canvas.gradient(place, ground.from, ground.to, ui::Toward::kDownRight, kRadius);
  if (!view.look.flat) {
    // Rings that spread like sound.
    canvas.push_clip(place.inset(6));
    const ui::Point middle{place.right() - 170, place.center().y};
    for (const float radius : {280.0F, 390.0F, 500.0F, 610.0F}) {
      canvas.arc(middle, radius, 64, 0.54F, 0.96F, ground.text.with_alpha(0.045F));
    }
    canvas.pop_clip();
  }
  canvas.outline(place, ground.edge, kRadius, news ? 6 + 6 * beat : 3);
}

float beat_of_call(const View& view) {
  constexpr ui::Moment kStep{80};  // so fine that it looks even, so coarse that it costs little
  constexpr int kSteps = 12;       // of one beat: just under a second
  constexpr int kBeats = 3;
  ui::Motion& motion = view.frame.motion;
  const auto step = (motion.now() - view.stage_since) / kStep;
  if (motion.reduced() || step < 0 || step >= kSteps * kBeats) {
    return 0;
  }
  motion.wake_at(view.stage_since + (step + 1) * kStep);
  const auto at = static_cast<float>(step % kSteps) / kSteps;
  return ui::eased(at < 0.5F ? at * 2 : 2 - at * 2, ui::Ease::kInOut);
}

const client::Translations& place_of(const client::AlternativeInfo& way) {
  static const client::Translations kNowhere;
  return way.url.empty() ? way.place : kNowhere;
}

}  // namespace navbat::board
