#include <algorithm>
#include <string>
#include <vector>

#include "display_board/view/parts.h"
#include "ui/text/dates.h"
#include "ui/text/labels.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::Align;
using ui::Color;
using ui::IconSize;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

constexpr float kDelayLine = 0.74F;  // of a row's height
constexpr float kTallestRow = 66;
constexpr float kBadge = 42;
constexpr float kLeastRow = 46;  // two lines of the smallest text
constexpr float kTableGap = 18;
constexpr float kNarrow = 1100;  // a table on an upright screen

// The columns of one line of the table.
struct Columns {
  Rect badge, name, next, count, wait;
};

Columns columns_of(Rect row) {
  Columns columns;
  const float whole = row.w;
  const bool narrow = whole < kNarrow;
  columns.badge = row.cut_left(kBadge);
  row.cut_left(16);
  columns.wait = row.cut_right(narrow ? 190 : std::min(whole * 0.2F, 290.0F));
  row.cut_right(kTableGap);
  columns.count = row.cut_right(narrow ? 64 : 84);
  row.cut_right(kTableGap);
  columns.next = row.cut_right(whole * (narrow ? 0.215F : 0.3F));
  row.cut_right(kTableGap);
  columns.name = row;
  return columns;
}

float weight_of(const ServiceWait& wait) { return wait.delay ? 1 + kDelayLine : 1; }

using Page = std::vector<const ServiceWait*>;

// More services than there is room for take turns.
std::vector<Page> pages_of(const std::vector<ServiceWait>& services, float height) {
  const float rows = height / kLeastRow;
  std::vector<Page> pages(1);
  float used = 0;
  for (const ServiceWait& wait : services) {
    const float weight = weight_of(wait);
    if (!pages.back().empty() && used + weight > rows) {
      pages.emplace_back();
      used = 0;
    }
    pages.back().push_back(&wait);
    used += weight;
  }
  return pages;
}

void draw_badge(const View& view, const Rect& place, const ServiceWait& wait) {
  ui::Canvas& canvas = view.frame.canvas;
  const Color dark = ui::rgb(0x06122F);
  const Color sign = ui::readable(sign_color(view, wait.service, view.look.on_panel), dark,
                                  view.look.flat ? 7.5 : 4.6);
  const Rect badge = ui::centered(place.center(), {kBadge, std::min(kBadge, place.h - 6)});
  canvas.fill(badge, sign, 12);
  fit_line(view, badge, std::string(1, wait.letter),
           {.role = Role::kStrong,
            .color = dark,
            .on = sign,
            .align = Align::kCenter,
            .stand = Stand::kMiddle});
}

// Who is called next, the first of them brightest; as many as can be read.
void draw_next(const View& view, const Rect& place, const std::vector<std::string>& next) {
  if (next.empty()) {
    return;
  }
  ui::Canvas& canvas = view.frame.canvas;
  float widest = 0;
  for (const std::string& label : next) {
    widest = std::max(widest, canvas.width(Role::kStrong, ui::spaced_label(label)));
  }
  widest *= view.layout.least / canvas.cap(Role::kStrong);
  std::size_t columns = 3;
  while (columns > 1 && widest > place.w / static_cast<float>(columns) - 14) {
    --columns;
  }
  const float wide = place.w / static_cast<float>(columns);
  for (std::size_t i = 0; i < std::min(columns, next.size()); ++i) {
    const Rect cell{place.x + wide * static_cast<float>(i), place.y, wide - 12, place.h};
    fit_line(view, cell, ui::spaced_label(next[i]),
             {.role = Role::kStrong,
              .color = i == 0 ? view.look.text : view.look.text_muted,
              .on = view.look.on_panel,
              .stand = Stand::kMiddle});
  }
}

void draw_delay(const View& view, Rect line, const Delay& delay) {
  const char* key =
      delay.reason == domain::DelayReason::kFewerCounters  ? "board.delay.fewer_counters"
      : delay.reason == domain::DelayReason::kLongServices ? "board.delay.long_services"
                                                           : "board.delay.many_people";
  const ui::Catalogue& words = words_of_turn(view);
  const std::string text = words.text(key, {{"range", wait_text(words, delay.range)}});
  ui::Canvas& canvas = view.frame.canvas;
  line.cut_left(kBadge + 16);
  line.cut_bottom(line.h * 0.22F);
  const Rect sign = line.cut_left(canvas.icon_side(IconSize::kSmall));
  canvas.icon(sign.center(), IconSize::kSmall, ui::icon::kMoreTime, view.look.warning);
  line.cut_left(12);
  fit_text(view, line, text,
           {.role = Role::kBody,
            .color = view.look.warning,
            .on = view.look.on_panel,
            .stand = Stand::kMiddle});
}

void draw_figures(const View& view, const Columns& columns, const ServiceWait& wait) {
  const ui::TextSpec right{.role = Role::kStrong,
                           .color = view.look.text,
                           .on = view.look.on_panel,
                           .align = Align::kRight,
                           .stand = Stand::kMiddle};
  ui::TextSpec muted = right;
  muted.color = view.look.text_muted;
  const bool counts = wait.open || wait.waiting > 0;
  if (counts) {
    fit_line(view, columns.count, std::to_string(wait.waiting), wait.waiting > 0 ? right : muted);
  }
  if (wait.open) {
    fit_line(view, columns.wait, wait_text(words_of_turn(view), wait.range), right);
  } else {
    Rect place = columns.wait;
    if (!counts) {
      place = {columns.next.x, place.y, place.right() - columns.next.x, place.h};
    }
    fit_text(view, place, each(view, "board.service_closed"), muted, {.one_line = 0.7F});
  }
}

void draw_service(const View& view, Rect row, const ServiceWait& wait) {
  const float high = row.h / weight_of(wait);
  const Columns columns = columns_of(row.cut_top(high));
  draw_badge(view, columns.badge, wait);
  fit_text(view, columns.name, service_name(view, wait.service),
           {.role = Role::kBody,
            .color = wait.open ? view.look.text : view.look.text_muted,
            .on = view.look.on_panel,
            .stand = Stand::kMiddle},
           {.lines = 3, .one_line = 0.84F});
  draw_next(view, columns.next, wait.next);
  draw_figures(view, columns, wait);
  if (wait.delay) {
    draw_delay(view, row, *wait.delay);
  }
}

void draw_total(const View& view, Rect place) {
  place.cut_bottom(kPanelTitle * 0.22F);
  pill(view, place, {std::to_string(view.picture.waiting_total)},
       {.role = Role::kStrong,
        .fill = view.look.accent,
        .text = view.look.on_accent,
        .on = view.look.accent});
}

void draw_captions(const View& view, const Columns& columns) {
  ui::TextSpec spec{.role = Role::kBody,
                    .color = view.look.text_muted,
                    .on = view.look.on_panel,
                    .stand = Stand::kMiddle};
  fit_text(view, columns.next, each(view, "board.next"), spec);
  spec.align = Align::kRight;
  fit_text(view, columns.wait, each(view, "board.wait"), spec);
  ui::Canvas& canvas = view.frame.canvas;
  const float side = canvas.icon_side(IconSize::kSmall);
  canvas.icon({columns.count.right() - side / 2, columns.count.center().y}, IconSize::kSmall,
              ui::icon::kGroup, view.look.text_muted);
}

// "Waiting 14" and what the columns hold.
void draw_title(const View& view, Rect& inside) {
  ui::Canvas& canvas = view.frame.canvas;
  Rect line = inside;
  line.h = kPanelTitle;
  const Columns columns = columns_of({line.x, line.y, line.w, line.h * 0.78F});
  draw_captions(view, columns);
  if (view.picture.waiting_total == 0) {
    panel_title(view, inside, ui::icon::kGroups, each(view, "board.nobody"),
                inside.right() - columns.name.right());
    return;
  }
  const std::string count = std::to_string(view.picture.waiting_total);
  const float total = canvas.width(Role::kStrong, count) + 56;
  const float icon = canvas.icon_side(IconSize::kSmall) + 14;
  const Rect room{line.x, line.y, columns.name.right() - line.x - icon - total - 16,
                  columns.name.h};
  const std::string title =
      together(view, room, each(view, "board.waiting"), {.role = Role::kTitle});
  const float wide = icon + std::min(canvas.width(Role::kTitle, title), room.w);
  panel_title(view, inside, ui::icon::kGroups, {title}, inside.w - wide);
  draw_total(view, {line.x + wide + 16, line.y, total, line.h});
}

}  // namespace

void draw_services(const View& view, const Rect& place) {
  panel(view, place);
  Rect inside = place.inset(kPanelPad, kPanelPad - 6);
  draw_title(view, inside);
  if (view.picture.services.empty()) {
    return;
  }
  const std::vector<Page> pages = pages_of(view.picture.services, inside.h);
  const Page& page = pages[static_cast<std::size_t>(view.picture.turn) % pages.size()];
  float weights = 0;
  for (const ServiceWait* wait : page) {
    weights += weight_of(*wait);
  }
  const float high = std::min(kTallestRow, inside.h / weights);
  for (const ServiceWait* wait : page) {
    const Rect row = inside.cut_top(high * weight_of(*wait));
    view.frame.canvas.fill({row.x, row.y - 1, row.w, 1.5F}, view.look.panel_edge);
    draw_service(view, row, *wait);
  }
}

void draw_silence(const View& view, const Rect& place) {
  ui::Canvas& canvas = view.frame.canvas;
  panel(view, place);
  if (!view.picture.heard_at) {
    return;
  }
  Rect line = place.inset(56, 24);
  const Rect sign = line.cut_left(canvas.icon_side(IconSize::kMedium));
  canvas.icon(sign.center(), IconSize::kMedium, ui::icon::kCloudOff, view.look.warning);
  line.cut_left(32);
  std::vector<std::string> texts;
  for (const ui::Catalogue* words : catalogues(view)) {
    const std::string since = ui::clock_text(*words, *view.picture.heard_at);
    texts.push_back(words->text("board.no_contact", {{"time", since}}));
  }
  fit_each(view, line, texts,
           {.role = Role::kHeadline,
            .color = view.look.text,
            .on = view.look.on_panel,
            .stand = Stand::kMiddle});
}

}  // namespace navbat::board
