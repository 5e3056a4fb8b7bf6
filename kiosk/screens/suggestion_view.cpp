#include "kiosk/screens/suggestion_view.h"

#include <algorithm>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/tiles.h"
#include "kiosk/screens/wait_words.h"
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

constexpr float kPad = 34;

// Large letters take the air between them.
float line_gap(const Frame& frame) { return frame.theme.large_text ? 16 : 26; }
float edge_of(const Frame& frame) { return frame.theme.large_text ? 20 : kPad; }

constexpr float kTallest = 330;  // of an option

char32_t sign_of(AlternativeKind kind) {
  switch (kind) {
    case AlternativeKind::kAtm:
      return ui::icon::kLocalAtm;
    case AlternativeKind::kTerminal:
      return ui::icon::kTouchApp;
    case AlternativeKind::kApp:
      return ui::icon::kSmartphone;
    case AlternativeKind::kQuieterHour:
      return ui::icon::kSchedule;
    case AlternativeKind::kBranch:
      return ui::icon::kDirectionsWalk;
  }
  return ui::icon::kInfo;
}

float button_height(const Frame& frame) { return std::max(frame.canvas.mm(31), 122.0F); }

void disc(Frame& frame, ui::Point middle, float radius, AlternativeKind kind) {
  const ui::Palette& palette = frame.palette();
  if (frame.theme.flat) {
    frame.canvas.arc(middle, radius, frame.theme.outline, 0, 1, palette.accent);
  } else {
    frame.canvas.circle(middle, radius, palette.accent.with_alpha(0.12F));
  }
  frame.canvas.icon(middle, ui::IconSize::kMedium, sign_of(kind), palette.accent_ink);
}

// Lines of an option: its name, when, and what it saves.
struct Lines {
  ui::TextSpec name;
  ui::TextSpec when;
  ui::TextSpec saves;
};

Lines lines_of(const Frame& frame, const SuggestionOption& option, Color ground) {
  const ui::Palette& palette = frame.palette();
  return {{.role = Role::kTitle, .color = palette.ink, .on = ground, .lines = 2},
          {.role = Role::kBody,
           .color = palette.ink_muted,
           .on = ground,
           .lines = 2,
           .spoken = option.when_spoken},
          {.role = Role::kStrong,
           .color = palette.good,
           .on = ground,
           .lines = 2,
           .spoken = option.saves_spoken}};
}

float option_height(Frame& frame, float width, const SuggestionOption& option) {
  const Lines lines = lines_of(frame, option, {});
  const Rect room{0, 0, width, 2000};
  Canvas& canvas = frame.canvas;
  return 2 * edge_of(frame) + canvas.measure(room, option.name, lines.name).height +
         canvas.measure(room, option.when, lines.when).height + 2 * line_gap(frame) +
         canvas.measure(room, option.saves, lines.saves).height;
}

float text_room(const Frame& frame, float width) {
  return width - 2 * kPad - 2 * frame.canvas.mm(12) - 30 -
         frame.canvas.icon_side(ui::IconSize::kMedium) - 16;
}

void option_card(Frame& frame, const Rect& rect, const SuggestionOption& option, const Emit& emit) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const ui::Touch state = ui::touch(frame, "suggestion/option/" + option.id, rect, option.name);
  const Color ground = ui::mix(palette.surface, palette.surface_pressed, state.press);
  canvas.push_transform(rect.center(), 1 - 0.02F * state.press, {});
  ui::card(frame, rect, frame.theme.radii.card, ground);
  Rect inside = rect.inset(kPad, 0);
  const float radius = canvas.mm(12);
  disc(frame, {inside.x + radius, rect.center().y}, radius, option.kind);
  inside.cut_left(2 * radius + 30);
  const float arrow = canvas.icon_side(ui::IconSize::kMedium);
  canvas.icon(inside.cut_right(arrow).center(), ui::IconSize::kMedium, ui::icon::kChevronRight,
              palette.accent_ink);
  inside.cut_right(16);
  const float height = option_height(frame, inside.w, option) - 2 * edge_of(frame);
  inside.cut_top((rect.h - height) / 2);
  const Lines lines = lines_of(frame, option, ground);
  inside.cut_top(canvas.text(inside, option.name, lines.name).height + line_gap(frame));
  inside.cut_top(canvas.text(inside, option.when, lines.when).height + line_gap(frame));
  canvas.text(inside, option.saves, lines.saves);
  canvas.pop_transform();
  if (state.tapped) {
    emit(TakeSuggestion{option.id});
  }
}

std::string ticket_words(const Frame& frame, const SuggestionModel& model, bool spoken) {
  const std::string ticket = frame.words.text("kiosk.suggestion.ticket");
  if (model.wait.kind == WaitKind::kUnknown) {
    return ticket;
  }
  const std::string said = spoken ? wait_spoken(frame.words, model.wait) : std::string();
  const std::string wait = said.empty() ? wait_text(frame.words, "kiosk.wait.", model.wait) : said;
  return ticket + (spoken ? ", " : "  ·  ") + wait;
}

void ticket_button(Frame& frame, const Rect& rect, const SuggestionModel& model, bool main,
                   const Emit& emit) {
  if (ui::button(
          frame, "suggestion/ticket", rect,
          main ? ticket_words(frame, model, false) : frame.words.text("kiosk.suggestion.ticket"),
          {.look = main ? ui::ButtonLook::kAccent : ui::ButtonLook::kCard,
           .icon = ui::icon::kConfirmationNumber,
           .spoken = ticket_words(frame, model, true)})) {
    emit(TakeTicket{});
  }
}

// The service and what a counter would take, on the dark ground.
struct Told {
  std::string service;
  std::string title;
  std::string counter{};  // empty while the wait is not known
  std::string counter_spoken{};
};

Told told_of(const Frame& frame, const SuggestionModel& model) {
  Told told{.service = model.service, .title = frame.words.text("kiosk.suggestion.title")};
  if (model.wait.kind == WaitKind::kUnknown) {
    return told;
  }
  const auto line = [&](const std::string& wait) {
    return frame.words.text("kiosk.suggestion.counter", {{"wait", wait}});
  };
  const std::string said = wait_spoken(frame.words, model.wait);
  told.counter = line(wait_text(frame.words, "kiosk.wait.", model.wait));
  told.counter_spoken = said.empty() ? told.counter : line(said);
  return told;
}

// Draws, or only measures; returns the height.
float tell(Frame& frame, const Rect& area, const Told& told, bool draw) {
  const ui::Palette& palette = frame.palette();
  const Color ground = ui::backdrop_ground(frame.theme);
  float height = 0;
  const auto line = [&](const std::string& text, float gap, const ui::TextSpec& spec) {
    if (text.empty()) {
      return;
    }
    height += gap;
    const Rect place{area.x, area.y + height, area.w, 2000};
    height += draw ? frame.canvas.text(place, text, spec).height
                   : frame.canvas.measure(place, text, spec).height;
  };
  line(told.service, 0,
       {.role = Role::kTitle, .color = palette.on_brand_muted, .on = ground, .lines = 2});
  line(told.title, 36,
       {.role = Role::kHeadline,
        .color = palette.on_brand,
        .on = ground,
        .lines = 4,
        .balanced = true});
  line(told.counter, 40,
       {.role = Role::kBody,
        .color = palette.on_brand_muted,
        .on = ground,
        .lines = 3,
        .spoken = told.counter_spoken});
  return height;
}

void offer(Frame& frame, const SuggestionModel& model, const Emit& emit) {
  // As many lines as the language needs: the dark ground ends where they end.
  const Told told = told_of(frame, model);
  const Rect narrow{0, 0, frame.size.w - 2 * kMargin, 0};
  const Layout layout = lay_out(frame, below_header(frame) + tell(frame, narrow, told, false) + 64);
  draw_grounds(frame, layout, model.header);
  tell(frame, layout.info, told, true);
  Rect area = layout.work;
  const Rect ticket = area.cut_bottom(button_height(frame));
  area.cut_bottom(kTileGap + 8);
  float wanted = 0;
  for (const SuggestionOption& option : model.options) {
    wanted = std::max(wanted, option_height(frame, text_room(frame, area.w), option));
  }
  // The best ones stand first; what has no room is left out rather than cut.
  const auto room = static_cast<std::size_t>((area.h + kTileGap) / (wanted + kTileGap));
  const std::size_t shown = std::min(model.options.size(), std::max<std::size_t>(1, room));
  const auto count = static_cast<float>(shown);
  const float height = std::min({(area.h - kTileGap * (count - 1)) / count, kTallest, wanted + 72});
  for (std::size_t i = 0; i < shown; ++i) {
    option_card(frame, area.cut_top(height), model.options[i], emit);
    area.cut_top(kTileGap);
  }
  ticket_button(frame, ticket, model, true, emit);
}

// Where it is, how it goes on, and the code of the app.
struct Paragraph {
  std::string text;
  ui::TextSpec spec;
};

std::vector<Paragraph> paragraphs_of(const Frame& frame, const SuggestionTaken& taken) {
  const ui::Palette& palette = frame.palette();
  Lines lines = lines_of(frame, taken.option, palette.surface);
  std::vector<Paragraph> all;
  if (!taken.place.empty()) {
    all.push_back(
        {taken.place,
         {.role = Role::kTitle, .color = palette.ink, .on = palette.surface, .lines = 4}});
  }
  if (taken.option.kind == AlternativeKind::kQuieterHour ||
      taken.option.kind == AlternativeKind::kBranch) {
    lines.when.lines = 3;
    all.push_back({taken.option.when, lines.when});
  }
  all.push_back({taken.option.saves, lines.saves});
  return all;
}

constexpr float kCardPad = 48;
constexpr float kParagraphGap = 40;
constexpr float kCode = 420;  // a side of the app's code, at most

void app_code(Frame& frame, const Rect& area, const ui::QrMatrix& qr) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const float side = std::min({area.h, area.w * 0.5F, kCode});
  const Rect code{area.x, area.y, side, side};
  if (frame.theme.flat) {
    canvas.fill(code, ui::rgb(0xFFFFFF));  // a code is dark on light in every theme
    canvas.qr(code.inset(side * 0.09F), qr, ui::rgb(0x000000));
  } else {
    canvas.qr(code, qr, palette.ink);
  }
  canvas.text({code.right() + 44, code.y, area.w - side - 44, side},
              frame.words.text("kiosk.suggestion.scan"),
              {.role = Role::kBody,
               .color = palette.ink_muted,
               .on = palette.surface,
               .stand = ui::Stand::kMiddle,
               .lines = 6});
}

void directions(Frame& frame, const Rect& area, const SuggestionTaken& taken) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const auto paragraphs = paragraphs_of(frame, taken);
  const float radius = canvas.mm(12);
  const Rect room{0, 0, area.w - 2 * kCardPad, 2000};
  float height = 2 * kCardPad + 2 * radius;
  for (const Paragraph& paragraph : paragraphs) {
    height += kParagraphGap + canvas.measure(room, paragraph.text, paragraph.spec).height;
  }
  height += taken.qr ? kParagraphGap + kCode : 0;
  const Rect rect{area.x, area.y, area.w, std::min(area.h, height)};
  ui::card(frame, rect, frame.theme.radii.card, palette.surface);
  Rect inside = rect.inset(kCardPad);
  disc(frame, {inside.x + radius, inside.y + radius}, radius, taken.option.kind);
  Rect beside = inside.cut_top(2 * radius);
  beside.cut_left(2 * radius + 30);
  ui::TextSpec name = lines_of(frame, taken.option, palette.surface).name;
  name.stand = ui::Stand::kMiddle;
  canvas.text(beside, taken.option.name, name);
  for (const Paragraph& paragraph : paragraphs) {
    inside.cut_top(kParagraphGap);
    inside.cut_top(canvas.text(inside, paragraph.text, paragraph.spec).height);
  }
  if (taken.qr) {
    inside.cut_top(kParagraphGap);
    app_code(frame, inside, *taken.qr);
  }
}

void taken(Frame& frame, const SuggestionModel& model, const Emit& emit) {
  Layout layout = lay_out(frame, below_header(frame) + 190);
  // Nothing above the buttons is touched: it may stand as high as it likes.
  layout.hero.h = layout.landscape ? layout.hero.h : below_header(frame) + 190;
  draw_grounds(frame, layout, model.header);
  draw_heading(frame, layout.info, frame.words.text("kiosk.suggestion.taken"), {});
  Rect area = layout.work;
  const float top = layout.landscape ? kMargin : layout.hero.bottom() - 40;
  area = {area.x, top, area.w, area.bottom() - top};
  const Rect row = area.cut_bottom(button_height(frame));
  area.cut_bottom(kTileGap + 8);
  directions(frame, area, *model.taken);
  Rect buttons = row;
  const float half = (row.w - kTileGap) / 2;
  ticket_button(frame, buttons.cut_left(half), model, false, emit);
  buttons.cut_left(kTileGap);
  if (ui::button(frame, "suggestion/done", buttons, frame.words.text("kiosk.ticket.done"),
                 {.look = ui::ButtonLook::kAccent, .icon = ui::icon::kCheck})) {
    emit(Finish{});
  }
}

}  // namespace

void draw_suggestion(Frame& frame, const SuggestionModel& model, const Emit& emit) {
  if (model.taken) {
    taken(frame, model, emit);
  } else {
    offer(frame, model, emit);
  }
}

}  // namespace navbat::kiosk
