#include "display_board/view/parts.h"

#include <algorithm>
#include <vector>

namespace navbat::board {

using ui::Align;
using ui::Color;
using ui::IconSize;
using ui::Rect;
using ui::Role;
using ui::Stand;
using ui::TextSpec;

namespace {

bool fits_figures(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || letter == '-';
  });
}

// Lines break at spaces only, so a counter's joints become some, and what is too long is parted.
std::string breakable(std::string_view name) {
  constexpr int kLongestPart = 12;
  std::string result;
  int part = 0;
  for (const char letter : name) {
    const bool joint = letter == '-' || letter == '_';
    if (joint || part == kLongestPart) {
      result += ' ';
      part = 0;
    }
    if (!joint) {
      result += letter;
      ++part;
    }
  }
  return result;
}

// One way to set a text: smaller than the role's own size by `scale`.
struct Setting {
  Role role;
  int lines;
  float scale;
};

// The first setting in which nothing is cut, or else the last.
void draw_first_fitting(ui::Canvas& canvas, const Rect& box, std::string_view text, TextSpec spec,
                        const std::vector<Setting>& settings) {
  for (const Setting& setting : settings) {
    // The box grows by what the drawing shrinks: it covers the same place.
    const Rect grown{box.x, box.y, box.w / setting.scale, box.h / setting.scale};
    spec.role = setting.role;
    spec.lines = setting.lines;
    if (&setting != &settings.back() && canvas.measure(grown, text, spec).cut) {
      continue;
    }
    canvas.push_transform({box.x, box.y}, setting.scale, {});
    canvas.text(grown, text, spec);
    canvas.pop_transform();
    return;
  }
}

}  // namespace

void panel(const View& view, const Rect& place) {
  view.frame.canvas.fill(place, view.look.panel, kPanelRadius);
  view.frame.canvas.outline(place, view.look.panel_edge, kPanelRadius, 2);
}

Rect panel_title(const View& view, const Rect& place, char32_t icon, std::string_view title,
                 float room_right) {
  constexpr float kLine = 46;
  constexpr float kGap = 20;
  ui::Canvas& canvas = view.frame.canvas;
  Rect inside = place.inset(kPanelPad, kPanelPad - 4);
  Rect line = inside.cut_top(kLine);
  inside.cut_top(kGap);
  const Rect sign = line.cut_left(canvas.icon_side(IconSize::kSmall));
  canvas.icon(sign.center(), IconSize::kSmall, icon, view.look.call_edge);
  line.cut_left(16);
  line.cut_right(room_right);
  text_to_fit(view, line, title,
              {.role = Role::kTitle,
               .color = view.look.text,
               .on = view.look.on_panel,
               .stand = Stand::kMiddle});
  return inside;
}

void text_to_fit(const View& view, const Rect& box, std::string_view text, TextSpec spec) {
  draw_first_fitting(view.frame.canvas, box, text, spec,
                     {{spec.role, 1, 1.0F}, {spec.role, 2, 0.70F}, {spec.role, 2, 0.50F}});
}

void line_to_fit(const View& view, const Rect& box, std::string_view text, TextSpec spec) {
  draw_first_fitting(
      view.frame.canvas, box, text, spec,
      {{spec.role, 1, 1.0F}, {spec.role, 1, 0.75F}, {spec.role, 1, 0.6F}, {spec.role, 1, 0.45F}});
}

void counter_name(const View& view, const Rect& plate, std::string_view counter, Role figures,
                  Color ground) {
  TextSpec spec{
      .color = view.look.on_plate, .on = ground, .align = Align::kCenter, .stand = Stand::kMiddle};
  std::vector<Setting> settings;
  if (fits_figures(counter)) {
    settings.push_back({figures, 1, 1.0F});
  }
  for (const Setting& words : {Setting{Role::kDisplay, 3, 1.0F}, Setting{Role::kHeadline, 4, 1.0F},
                               Setting{Role::kTitle, 5, 1.0F}, Setting{Role::kBody, 3, 0.7F},
                               Setting{Role::kBody, 4, 0.45F}}) {
    settings.push_back(words);
  }
  draw_first_fitting(view.frame.canvas, plate,
                     fits_figures(counter) ? std::string(counter) : breakable(counter), spec,
                     settings);
}

Color sign_color(const View& view, const domain::ServiceId& service, Color ground) {
  const client::ServiceInfo* info =
      view.branch != nullptr ? view.branch->find_service(service) : nullptr;
  return service_color(info != nullptr ? info->color : std::string(), ground);
}

std::string in_language(const client::Translations& texts, const std::string& language) {
  for (const std::string_view wanted : {std::string_view(language), std::string_view("en")}) {
    if (const auto found = texts.find(std::string(wanted)); found != texts.end()) {
      return found->second;
    }
  }
  return texts.empty() ? std::string() : texts.begin()->second;
}

}  // namespace navbat::board
