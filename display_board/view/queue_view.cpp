#include <algorithm>
#include <string>

#include "display_board/limits.h"
#include "display_board/view/parts.h"
#include "ui/text/dates.h"
#include "ui/text/labels.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::Align;
using ui::Color;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

void draw_chip(const View& view, const Rect& chip, const NextChip& next) {
  ui::Canvas& canvas = view.frame.canvas;
  canvas.fill(chip, view.look.row, 18);
  Rect inside = chip;
  const Rect foot = inside.cut_bottom(15);
  line_to_fit(view, inside.inset(8, 0).moved(0, 2), ui::spaced_label(next.label),
              {.role = Role::kHeadline,
               .color = view.look.text,
               .on = view.look.on_row,
               .align = Align::kCenter,
               .stand = Stand::kMiddle});
  canvas.fill(ui::centered({foot.center().x, foot.y + 3}, {chip.w - 60, 6}),
              sign_color(view, next.service, view.look.on_row), 3);
}

void draw_count(const View& view, const Rect& place) {
  ui::Canvas& canvas = view.frame.canvas;
  const std::string count = std::to_string(view.picture.waiting_total);
  const float wide = std::max(84.0F, canvas.width(Role::kTitle, count) + 48);
  const Rect pill{place.right() - kPanelPad - wide, place.y + kPanelPad - 4, wide, 46};
  canvas.fill(pill, view.look.call_edge, 23);
  canvas.text(pill, count,
              {.role = Role::kTitle,
               .color = view.look.on_plate,
               .on = view.look.call_edge,
               .align = Align::kCenter,
               .stand = Stand::kMiddle});
}

void draw_quiet_line(const View& view, const Rect& place, const std::string& text) {
  view.frame.canvas.text(place, text,
                         {.role = Role::kTitle,
                          .color = view.look.text_muted,
                          .on = view.look.on_panel,
                          .align = Align::kCenter,
                          .stand = Stand::kMiddle,
                          .lines = 3,
                          .balanced = true});
}

std::string wait_text(const ui::Catalogue& words,
                      const std::optional<domain::PromiseRange>& range) {
  if (!range) {
    return "—";
  }
  const ui::Slot low{"low", std::to_string(range->low_min)};
  const ui::Slot high{"high", std::to_string(range->high_min)};
  if (range->low_min == 0) {
    return words.text("board.wait.up_to", {high});
  }
  if (range->low_min == range->high_min) {
    return words.text("board.wait.exact", {high});
  }
  return words.text("board.wait.range", {low, high});
}

void draw_wait_row(const View& view, Rect row, const ServiceWait& wait) {
  ui::Canvas& canvas = view.frame.canvas;
  const Color dark = ui::rgb(0x06122F);
  const Color sign = ui::readable(sign_color(view, wait.service, view.look.on_panel), dark, 4.5);
  const float side = std::min(row.h - 8, 44.0F);
  Rect badge = row.cut_left(side);
  badge = ui::centered(badge.center(), {side, side});
  canvas.fill(badge, sign, 13);
  canvas.text(badge, std::string(1, wait.letter),
              {.role = Role::kStrong,
               .color = dark,
               .on = sign,
               .align = Align::kCenter,
               .stand = Stand::kMiddle});
  row.cut_left(18);
  const Rect range = row.cut_right(236);
  row.cut_right(14);
  const client::ServiceInfo* info =
      view.branch != nullptr ? view.branch->find_service(wait.service) : nullptr;
  text_to_fit(
      view, row,
      info != nullptr ? in_language(info->name, view.picture.language) : wait.service.value(),
      {.role = Role::kBody,
       .color = view.look.text,
       .on = view.look.on_panel,
       .stand = Stand::kMiddle});
  text_to_fit(view, range, wait_text(view.frame.words, wait.range),
              {.role = Role::kStrong,
               .color = view.look.text,
               .on = view.look.on_panel,
               .align = Align::kRight,
               .stand = Stand::kMiddle});
}

}  // namespace

void draw_next(const View& view, const Rect& place) {
  constexpr std::size_t kColumns = 3;
  constexpr float kGap = 12;
  const ui::Catalogue& words = view.frame.words;
  panel(view, place);
  Rect inside = panel_title(view, place, ui::icon::kGroups, words.text("board.waiting"), 110);

  draw_count(view, place);
  if (view.picture.next.empty()) {
    draw_quiet_line(view, inside, words.text("board.nobody"));
    return;
  }
  const std::size_t rows = kNextShown / kColumns;
  const float wide = (inside.w - kGap * (kColumns - 1)) / kColumns;
  const float high = (inside.h - kGap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  for (std::size_t i = 0; i < view.picture.next.size(); ++i) {
    const auto column = static_cast<float>(i % kColumns);
    const auto row = static_cast<float>(i / kColumns);
    draw_chip(view, {inside.x + column * (wide + kGap), inside.y + row * (high + kGap), wide, high},
              view.picture.next[i]);
  }
}

void draw_silence(const View& view, const Rect& place) {
  ui::Canvas& canvas = view.frame.canvas;
  const ui::Catalogue& words = view.frame.words;
  panel(view, place);
  if (!view.picture.heard_at) {
    return;
  }
  Rect line = place.inset(64, 0);
  const Rect sign = line.cut_left(canvas.icon_side(ui::IconSize::kMedium));
  canvas.icon(sign.center(), ui::IconSize::kMedium, ui::icon::kCloudOff, view.look.warning);
  line.cut_left(36);
  const std::string since = ui::clock_text(words, *view.picture.heard_at);
  text_to_fit(view, line, words.text("board.no_contact", {{"time", since}}),
              {.role = Role::kHeadline,
               .color = view.look.text,
               .on = view.look.on_panel,
               .stand = Stand::kMiddle});
}

void draw_waits(const View& view, const Rect& place) {
  panel(view, place);
  Rect inside = panel_title(view, place, ui::icon::kSchedule, view.frame.words.text("board.waits"));
  if (view.picture.waits.empty()) {
    return;
  }
  // More services than rows take turns with the language.
  const std::size_t pages = (view.picture.waits.size() + kWaitsShown - 1) / kWaitsShown;
  const std::size_t first = static_cast<std::size_t>(view.picture.turn) % pages * kWaitsShown;
  const float high = inside.h / static_cast<float>(kWaitsShown);
  for (std::size_t i = first; i < std::min(first + kWaitsShown, view.picture.waits.size()); ++i) {
    if (i > first) {
      view.frame.canvas.fill({inside.x + 62, inside.y - 1, inside.w - 62, 1.5F},
                             view.look.panel_edge);
    }
    draw_wait_row(view, inside.cut_top(high), view.picture.waits[i]);
  }
}

}  // namespace navbat::board
