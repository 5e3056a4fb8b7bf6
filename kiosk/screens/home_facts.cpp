#include "kiosk/screens/home_facts.h"

#include <vector>

#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Canvas;
using ui::Color;
using ui::Frame;
using ui::Rect;
using ui::Role;

constexpr float kBetween = 18;
constexpr float kInset = 28;
constexpr float kFactHeight = 152;
constexpr float kNarrow = 800;  // below this the figures stand one above the other

struct Strip {
  float height = 0;
  char32_t icon = 0;  // 0: the figures
  std::string text{};
  bool warns = false;
};

ui::TextSpec notice_spec(const Frame& frame) {
  return {.role = Role::kBody,
          .color = frame.palette().ink,
          .on = frame.palette().surface,
          .stand = ui::Stand::kMiddle,
          .lines = frame.theme.large_text ? 3 : 5,
          .balanced = true};
}

float icon_room(const Frame& frame) { return frame.canvas.icon_side(ui::IconSize::kMedium) + 24; }

Strip notice(Frame& frame, float width, char32_t icon, std::string text, bool warns) {
  const float room = width - 2 * kInset - icon_room(frame);
  const float height = frame.canvas.measure({0, 0, room, 2000}, text, notice_spec(frame)).height;
  return {height + 2 * 30, icon, std::move(text), warns};
}

std::vector<Strip> strips_of(Frame& frame, const HomeModel& model, float width) {
  std::vector<Strip> strips;
  if (!model.known) {
    return strips;
  }
  if (!model.paper) {
    strips.push_back(
        notice(frame, width, ui::icon::kSmartphone, frame.words.text("kiosk.home.no_paper"), true));
  }
  if (!model.live) {
    const char* key = model.own_estimate ? "kiosk.home.own_estimate" : "kiosk.home.no_live";
    strips.push_back(notice(frame, width, ui::icon::kInfo, frame.words.text(key), false));
  } else if (!frame.theme.large_text && model.top) {
    strips.push_back({.height = width < kNarrow ? 2 * kFactHeight - 24 : kFactHeight});
  }
  return strips;
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
              {.role = Role::kNumber,
               .color = palette.ink,
               .on = palette.surface,
               .spoken = std::to_string(number) + " " + label});
  canvas.text({left, top + number_cap + gap, room, canvas.cap(Role::kBody)}, label,
              {.role = Role::kBody,
               .color = palette.ink_muted,
               .on = palette.surface,
               .silent = true});  // said with its figure
}

void figures(Frame& frame, const Rect& rect, const HomeModel& model) {
  const ui::Palette& palette = frame.palette();
  const Rect inside = rect.inset(kInset, 0);
  Rect first = inside;
  Rect second = inside;
  const float edge = frame.theme.outline;
  if (rect.w < kNarrow) {
    first.h = second.h = rect.h / 2;
    second.y += rect.h / 2;
    frame.canvas.line({inside.x, rect.center().y}, {inside.right(), rect.center().y}, palette.line,
                      edge);
  } else {
    first.w = second.w = inside.w / 2 - 18;
    second.x += inside.w / 2 + 18;
    frame.canvas.line({rect.center().x, rect.y + 34}, {rect.center().x, rect.bottom() - 34},
                      palette.line, edge);
  }
  fact(frame, first, ui::icon::kDesk, palette.accent_ink, model.counters_open,
       frame.words.count("kiosk.summary.counters", model.counters_open));
  fact(frame, second, ui::icon::kGroups, frame.theme.flat ? palette.accent : palette.fair,
       model.waiting_total, frame.words.count("kiosk.summary.waiting", model.waiting_total));
}

void words(Frame& frame, const Rect& rect, const Strip& strip) {
  const ui::Palette& palette = frame.palette();
  Rect inside = rect.inset(kInset, 0);
  const float side = frame.canvas.icon_side(ui::IconSize::kMedium);
  frame.canvas.icon({inside.x + side / 2, rect.center().y}, ui::IconSize::kMedium, strip.icon,
                    strip.warns ? palette.fair : palette.accent_ink);
  inside.cut_left(icon_room(frame));
  frame.canvas.text(inside, strip.text, notice_spec(frame));
}

}  // namespace

float home_facts_height(Frame& frame, const HomeModel& model, float width) {
  float height = 0;
  for (const Strip& strip : strips_of(frame, model, width)) {
    height += strip.height + (height > 0 ? kBetween : 0);
  }
  return height;
}

void draw_home_facts(Frame& frame, const Rect& rect, const HomeModel& model) {
  Rect rest = rect;
  for (const Strip& strip : strips_of(frame, model, rect.w)) {
    const Rect place = rest.cut_top(strip.height);
    rest.cut_top(kBetween);
    ui::card(frame, place, frame.theme.radii.card, frame.palette().surface);
    if (strip.icon == 0) {
      figures(frame, place, model);
    } else {
      words(frame, place, strip);
    }
  }
}

}  // namespace navbat::kiosk
