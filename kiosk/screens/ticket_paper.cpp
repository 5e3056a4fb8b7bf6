#include "kiosk/screens/ticket_paper.h"

#include <algorithm>

#include "kiosk/screens/wait_words.h"
#include "ui/text/spoken.h"
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

constexpr float kPad = 44;
constexpr float kTilePad = 34;
constexpr float kLineGap = 30;
constexpr float kTileGap = 18;
constexpr float kLargestCode = 340;
constexpr float kCodeGap = 40;
constexpr float kWordsRoom = 380;     // beside it: the longest word at its smallest
constexpr float kSmallestCode = 200;  // below this a telephone has to come too near

// What a tile says: a main line and a smaller one, which may be empty.
struct Fact {
  char32_t icon = 0;
  Role role = Role::kTitle;
  std::string main;
  std::string main_spoken{};
  std::string small{};
  std::string small_spoken{};
};

float icon_room(const Frame& frame) {
  return 28 + frame.canvas.icon_side(ui::IconSize::kMedium) + 26;
}

ui::TextSpec main_spec(const Frame& frame, const Fact& fact) {
  return {.role = fact.role,
          .color = frame.palette().ink,
          .on = frame.palette().surface_muted,
          .lines = 2,
          .balanced = true,
          .spoken = fact.main_spoken};
}

ui::TextSpec small_spec(const Frame& frame, const Fact& fact) {
  return {.role = Role::kBody,
          .color = frame.palette().ink_muted,
          .on = frame.palette().surface_muted,
          .lines = 4,
          .balanced = true,
          .spoken = fact.small_spoken};
}

float fact_height(Frame& frame, float width, const Fact& fact) {
  const Rect room{0, 0, width - icon_room(frame) - 24, 2000};
  const float main = frame.canvas.measure(room, fact.main, main_spec(frame, fact)).height;
  if (fact.small.empty()) {
    return main + 2 * kTilePad;
  }
  return main + kLineGap + frame.canvas.measure(room, fact.small, small_spec(frame, fact)).height +
         2 * kTilePad;
}

void draw_fact(Frame& frame, const Rect& rect, const Fact& fact) {
  Canvas& canvas = frame.canvas;
  canvas.fill(rect, frame.palette().surface_muted, frame.theme.radii.tile);
  const float side = canvas.icon_side(ui::IconSize::kMedium);
  canvas.icon({rect.x + 28 + side / 2, rect.center().y}, ui::IconSize::kMedium, fact.icon,
              frame.palette().accent_ink);
  Rect text = rect;
  text.cut_left(icon_room(frame));
  text.cut_right(24);
  text.cut_top((rect.h - fact_height(frame, rect.w, fact)) / 2 + kTilePad);
  const float main = canvas.text(text, fact.main, main_spec(frame, fact)).height;
  if (!fact.small.empty()) {
    text.cut_top(main + kLineGap);
    canvas.text(text, fact.small, small_spec(frame, fact));
  }
}

Fact wait_fact(const Frame& frame, const TicketModel& model) {
  Fact fact{.icon = ui::icon::kSchedule,
            .role = Role::kHeadline,
            .main = wait_text(frame.words, "kiosk.ticket.", model.wait),
            .main_spoken = wait_spoken(frame.words, model.wait)};
  if (model.limit_min) {
    fact.small =
        frame.words.text("kiosk.ticket.limit", {{"limit", std::to_string(*model.limit_min)}});
    fact.small_spoken = ui::spoken_limit(frame.words, *model.limit_min);
  }
  return fact;
}

Fact ahead_fact(const Frame& frame, int ahead) {
  return {.icon = ui::icon::kGroups,
          .main = ahead == 0 ? frame.words.text("kiosk.ticket.ahead_none")
                             : frame.words.count("kiosk.ticket.ahead", ahead)};
}

// Below each other on a narrow sheet, side by side on a wide one. Returns the height used.
float facts(Frame& frame, const Rect& area, const TicketModel& model) {
  const Fact wait = wait_fact(frame, model);
  if (!model.people_ahead) {
    const float height = fact_height(frame, area.w, wait);
    draw_fact(frame, {area.x, area.y, area.w, height}, wait);
    return height;
  }
  const Fact ahead = ahead_fact(frame, *model.people_ahead);
  constexpr float kWide = 960;
  if (area.w < kWide) {
    const float first = fact_height(frame, area.w, wait);
    const float second = fact_height(frame, area.w, ahead);
    draw_fact(frame, {area.x, area.y, area.w, first}, wait);
    draw_fact(frame, {area.x, area.y + first + kTileGap, area.w, second}, ahead);
    return first + kTileGap + second;
  }
  const float width = (area.w - kTileGap) / 2;
  const float height = std::max(fact_height(frame, width, wait), fact_height(frame, width, ahead));
  draw_fact(frame, {area.x, area.y, width, height}, wait);
  draw_fact(frame, {area.x + width + kTileGap, area.y, width, height}, ahead);
  return height;
}

void perforation(Frame& frame, const Rect& paper, float y) {
  const ui::Palette& palette = frame.palette();
  const Color hole =
      frame.theme.flat ? palette.background : ui::mix(palette.brand_dark, palette.brand, 0.62F);
  frame.canvas.circle({paper.x, y}, 22, hole);
  frame.canvas.circle({paper.right(), y}, 22, hole);
  frame.canvas.dashes({paper.x + 44, y}, {paper.right() - 44, y}, palette.line, 3, 12);
}

void ground(Frame& frame, const Rect& sheet) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  canvas.shadow(sheet, 36, 60, 26, Color{0, 6, 24, 150});
  canvas.fill(sheet, palette.surface, 36);
  if (frame.theme.flat) {
    canvas.outline(sheet, palette.line, 36, frame.theme.outline);
  }
}

// Service, "your number" and the number; returns the logical y below.
float number(Frame& frame, Rect area, const TicketModel& model) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const Color service_ground = frame.theme.flat
                                   ? palette.surface
                                   : ui::over(palette.accent.with_alpha(0.06F), palette.surface);
  canvas.text(area, model.service,
              {.role = Role::kTitle,
               .color = palette.accent_ink,
               .on = service_ground,
               .align = Align::kCenter});
  area.cut_top(canvas.cap(Role::kTitle) + 36);
  canvas.text(area, frame.words.text("kiosk.ticket.your_number"),
              {.role = Role::kBody,
               .color = palette.ink_muted,
               .on = palette.surface,
               .align = Align::kCenter});
  area.cut_top(canvas.cap(Role::kBody) + 36);
  canvas.text(area, model.label,
              {.role = Role::kGiant,
               .color = palette.ink,
               .on = palette.surface,
               .align = Align::kCenter,
               .spoken = ui::spell(frame.words, model.label)});
  return area.y + canvas.cap(Role::kGiant);
}

void foot(Frame& frame, const Rect& rect, const TicketModel& model) {
  frame.canvas.text(rect, model.issued_on,
                    {.role = Role::kBody,
                     .color = frame.palette().ink_muted,
                     .on = frame.palette().surface,
                     .align = Align::kCenter,
                     .spoken = model.issued_on_spoken});
}

}  // namespace

void draw_ticket_phone(Frame& frame, const Rect& whole, const TicketModel& model) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  if (!model.qr) {
    return;
  }
  Rect area = whole;
  const float side = std::min({area.h, kLargestCode, area.w - kCodeGap - kWordsRoom});
  area.cut_top((area.h - side) / 2);
  const Rect code{area.x, area.y, side, side};
  if (frame.theme.flat) {
    canvas.fill(code, ui::rgb(0xFFFFFF));  // a code is dark on light in every theme
    canvas.qr(code.inset(24), *model.qr, ui::rgb(0x000000));
  } else {
    canvas.qr(code, *model.qr, palette.ink);
  }
  area.cut_left(side + kCodeGap);
  const std::string title = frame.words.text("kiosk.ticket.follow");
  const std::string hint = frame.words.text(
      model.paper == PrintProgress::kFailed ? "kiosk.ticket.no_paper" : "kiosk.ticket.scan");
  const ui::TextSpec title_spec{
      .role = Role::kTitle, .color = palette.ink, .on = palette.surface, .lines = 5};
  const ui::TextSpec hint_spec{
      .role = Role::kBody, .color = palette.ink_muted, .on = palette.surface, .lines = 4};
  const Rect room{area.x, whole.y, area.w, whole.h};
  const float title_height = canvas.measure(room, title, title_spec).height;
  const float hint_height = canvas.measure(room, hint, hint_spec).height;
  // Beside the code, in its middle; without the hint when large text leaves no room for it.
  constexpr float kGap = 34;
  const bool both = title_height + kGap + hint_height <= room.h;
  const float height = title_height + (both ? kGap + hint_height : 0);
  const float top = whole.y + std::max(0.0F, (whole.h - height) / 2);
  canvas.text({room.x, top, room.w, title_height}, title, title_spec);
  if (both) {
    canvas.text({room.x, top + title_height + kGap, room.w, hint_height}, hint, hint_spec);
  }
}

void draw_ticket_paper(Frame& frame, const Rect& sheet, const TicketModel& model, bool phone,
                       float hidden) {
  ground(frame, {sheet.x, sheet.y - hidden, sheet.w, sheet.h + hidden});
  if (!frame.theme.flat) {
    const Rect shade{sheet.x, sheet.y, sheet.w, 90};
    const Color tint = frame.palette().accent;
    frame.canvas.gradient(shade, tint.with_alpha(0.16F), tint.with_alpha(0.0F), ui::Toward::kDown,
                          hidden > 0 ? 0.0F : 36.0F);
  }
  Rect inside = sheet.inset(kPad, 0);
  inside.cut_top(54);
  const float below_number = number(frame, inside, model);
  inside.cut_top(below_number - inside.y + 46);
  inside.cut_top(facts(frame, inside, model) + 36);
  const float foot_height = frame.canvas.cap(Role::kBody);
  if (!phone || !model.qr) {
    inside.cut_bottom(kPad);
    if (inside.h >= foot_height) {
      foot(frame, inside.cut_bottom(foot_height), model);
    }
    return;
  }
  perforation(frame, sheet, inside.y);
  inside.cut_top(36);
  inside.cut_bottom(kPad);
  // The foot is on the paper as well; the code is not to shrink for it.
  if (inside.h - foot_height - 36 >= kSmallestCode) {
    foot(frame, inside.cut_bottom(foot_height), model);
    inside.cut_bottom(36);
  }
  draw_ticket_phone(frame, inside, model);
}

}  // namespace navbat::kiosk
