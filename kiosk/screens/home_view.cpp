#include "kiosk/screens/home_view.h"

#include <cmath>

#include "kiosk/screens/service_card.h"
#include "ui/widgets/backdrop.h"
#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Align;
using ui::Canvas;
using ui::Color;
using ui::Frame;
using ui::Rect;
using ui::Role;
using ui::Stand;

constexpr float kGap = 22;

void welcome(Frame& frame, float top) {
  const ui::Palette& palette = frame.palette();
  const Color ground = ui::backdrop_ground(frame.theme);
  const float width = frame.size.w - 2 * kMargin;
  const float cap = frame.canvas.cap(Role::kDisplay);
  frame.canvas.text({kMargin, top, width, cap}, frame.words.text("kiosk.home.welcome"),
                    {.role = Role::kDisplay, .color = palette.on_brand, .on = ground});
  frame.canvas.text({kMargin, top + cap + 34, width, frame.canvas.cap(Role::kBody)},
                    frame.words.text("kiosk.home.choose"),
                    {.role = Role::kBody, .color = palette.on_brand_muted, .on = ground});
}

void fact(Frame& frame, const Rect& rect, char32_t icon, Color tint, int number,
          const std::string& label) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const float disc = canvas.mm(8.6F);
  const ui::Point middle{rect.x + disc, rect.center().y};
  if (!frame.theme.flat) {
    canvas.circle(middle, disc, tint.with_alpha(0.12F));
  }
  canvas.icon(middle, ui::IconSize::kSmall, icon, tint);
  const float left = middle.x + disc + 18;
  const float room = rect.right() - left;
  const float number_cap = canvas.cap(Role::kNumber);
  const float gap = 24;
  const float top = rect.center().y - (number_cap + gap + canvas.cap(Role::kBody)) / 2;
  canvas.text({left, top, room, number_cap}, std::to_string(number),
              {.role = Role::kNumber, .color = palette.ink, .on = palette.surface});
  canvas.text({left, top + number_cap + gap, room, canvas.cap(Role::kBody)}, label,
              {.role = Role::kBody, .color = palette.ink_muted, .on = palette.surface});
}

void summary(Frame& frame, const Rect& rect, const HomeModel& model) {
  const ui::Palette& palette = frame.palette();
  ui::card(frame, rect, frame.theme.radii.card, palette.surface);
  Rect inside = rect.inset(28, 0);
  if (!model.live) {
    const float side = frame.canvas.icon_side(ui::IconSize::kSmall);
    frame.canvas.icon({inside.x + side / 2, rect.center().y}, ui::IconSize::kSmall, ui::icon::kInfo,
                      palette.accent_ink);
    inside.cut_left(side + 24);
    frame.canvas.text(inside, frame.words.text("kiosk.home.no_live"),
                      {.role = Role::kBody,
                       .color = palette.ink,
                       .on = palette.surface,
                       .stand = Stand::kMiddle,
                       .lines = 2,
                       .balanced = true});
    return;
  }
  const float half = inside.w / 2;
  Rect left = inside.cut_left(half - 12);
  inside.cut_left(24);
  frame.canvas.line({left.right() + 6, rect.y + 34}, {left.right() + 6, rect.bottom() - 34},
                    palette.line, frame.theme.outline);
  fact(frame, left, ui::icon::kDesk, palette.accent_ink, model.counters_open,
       frame.words.count("kiosk.summary.counters", model.counters_open));
  fact(frame, inside.moved(6, 0), ui::icon::kGroups,
       frame.theme.flat ? palette.accent : palette.fair, model.waiting_total,
       frame.words.count("kiosk.summary.waiting", model.waiting_total));
}

void grid(Frame& frame, const Rect& area, const HomeModel& model, const Emit& emit) {
  const auto rows = std::ceil(static_cast<float>(model.services.size()) / 2);
  const float width = (area.w - kGap) / 2;
  const float height = (area.h - kGap * (rows - 1)) / rows;
  for (std::size_t i = 0; i < model.services.size(); ++i) {
    const auto row = static_cast<float>(i / 2);
    const auto column = static_cast<float>(i % 2);
    draw_service_card(
        frame, {area.x + column * (width + kGap), area.y + row * (height + kGap), width, height},
        model.services[i], emit);
  }
}

void list(Frame& frame, const Rect& area, const HomeModel& model, const Emit& emit) {
  const auto rows = static_cast<float>(model.services.size());
  const float height = (area.h - kGap * (rows - 1)) / rows;
  for (std::size_t i = 0; i < model.services.size(); ++i) {
    draw_service_row(frame,
                     {area.x, area.y + static_cast<float>(i) * (height + kGap), area.w, height},
                     model.services[i], emit);
  }
}

// The languages at hand: the first four, with the chosen one among them.
std::vector<LanguageChoice> languages_at_hand(const HomeModel& model) {
  constexpr std::size_t kAtHand = 4;
  std::vector<LanguageChoice> shown;
  for (const LanguageChoice& choice : model.languages) {
    if (shown.size() < kAtHand) {
      shown.push_back(choice);
    } else if (choice.tag == model.preferences.language) {
      shown.back() = choice;
    }
  }
  return shown;
}

float bar_row(const Frame& frame) { return std::max(frame.canvas.mm(26), 96.0F); }

float bar_height(const Frame& frame) { return 2 * bar_row(frame) + 20 + 2 * 24; }

// The languages side by side, the chosen one marked.
void language_row(Frame& frame, const Rect& row, const HomeModel& model, const Emit& emit) {
  if (!frame.theme.flat) {
    frame.canvas.fill(row, frame.palette().surface_muted, std::min(row.h / 2, frame.canvas.mm(12)));
  }
  const auto choices = languages_at_hand(model);
  const auto count = static_cast<float>(choices.size());
  const float between = frame.theme.flat ? 6 : 0;  // outlined pills must not touch
  float names = 0;
  for (const LanguageChoice& choice : choices) {
    names += frame.canvas.width(Role::kStrong, choice.name);
  }
  // Each as wide as its name and an equal share of what is left.
  const float spare = (row.w - names - between * (count - 1)) / count;
  Rect rest = row;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Rect place = rest.cut_left(frame.canvas.width(Role::kStrong, choices[i].name) + spare);
    rest.cut_left(between);
    if (ui::button(frame, "home/language/" + choices[i].tag, place, choices[i].name,
                   {.selected = choices[i].tag == model.preferences.language, .tight = true})) {
      emit(ChooseLanguage{choices[i].tag});
    }
  }
}

void languages_button(Frame& frame, const Rect& rect, const Emit& emit) {
  const bool large = frame.theme.large_text;  // then it stands alone and says what is chosen
  const std::string label =
      frame.words.text(large ? "common.language_name" : "kiosk.bar.languages");
  if (ui::button(frame, "home/languages", rect, label, {.icon = ui::icon::kLanguage})) {
    emit(OpenLanguages{});
  }
}

// Two rows: languages above, tools below. Large letters leave room for fewer languages at hand.
void bar(Frame& frame, const Rect& rect, const HomeModel& model, const Emit& emit) {
  const ui::Palette& palette = frame.palette();
  frame.canvas.fill(rect, palette.surface);
  frame.canvas.line({rect.x, rect.y}, {rect.right(), rect.y}, palette.line, frame.theme.outline);
  constexpr float kBetween = 16;
  const bool large = frame.theme.large_text;
  Rect inside = rect.inset(kMargin, 24);
  const float row = bar_row(frame);
  const Rect first = inside.cut_top(row);
  inside.cut_top(20);
  Rect tools = inside.cut_top(row);
  const float count = large ? 2 : 3;
  const float width = (tools.w - (count - 1) * kBetween) / count;
  if (large) {
    languages_button(frame, first, emit);
  } else {
    language_row(frame, first, model, emit);
    languages_button(frame, tools.cut_left(width), emit);
    tools.cut_left(kBetween);
  }
  if (ui::button(frame, "home/large_text", tools.cut_left(width),
                 frame.words.text("kiosk.bar.large_text"),
                 {.icon = ui::icon::kTextIncrease, .selected = model.preferences.large_text})) {
    emit(ToggleLargeText{});
  }
  tools.cut_left(kBetween);
  if (ui::button(frame, "home/contrast", tools.cut_left(width),
                 frame.words.text("kiosk.bar.contrast"),
                 {.icon = ui::icon::kContrast, .selected = model.preferences.high_contrast})) {
    emit(ToggleContrast{});
  }
}

}  // namespace

void draw_home(Frame& frame, const HomeModel& model, const Emit& emit) {
  const ui::Palette& palette = frame.palette();
  const bool large = frame.theme.large_text;
  const float hero_height = large ? 345 : 470;
  frame.canvas.fill(frame.whole(), palette.background);
  ui::brand_backdrop(frame, {0, 0, frame.size.w, hero_height});
  const float below_header = draw_header(frame, model.header);

  Rect content = frame.whole();
  const Rect bar_rect = content.cut_bottom(bar_height(frame));
  content = content.inset(kMargin, 0);
  if (large) {
    const float top = below_header + 60;
    frame.canvas.text({kMargin, top, content.w, frame.canvas.cap(Role::kHeadline)},
                      frame.words.text("kiosk.home.services"),
                      {.role = Role::kHeadline,
                       .color = palette.on_brand,
                       .on = ui::backdrop_ground(frame.theme)});
    content.cut_top(hero_height - 36);
  } else {
    welcome(frame, below_header + 66);
    content.cut_top(hero_height - 66);
    const Rect strip = content.cut_top(152);
    content.cut_top(24);
    if (!model.services.empty()) {
      summary(frame, strip, model);
    }
  }
  content.cut_bottom(26);
  if (model.services.empty()) {
    frame.canvas.text(content, frame.words.text("kiosk.home.connecting"),
                      {.role = Role::kTitle,
                       .color = palette.ink_muted,
                       .on = palette.background,
                       .align = Align::kCenter,
                       .stand = Stand::kMiddle,
                       .lines = 3});
  } else if (large) {
    list(frame, content, model, emit);
  } else {
    grid(frame, content, model, emit);
  }
  bar(frame, bar_rect, model, emit);
}

}  // namespace navbat::kiosk
