#include "kiosk/screens/home_view.h"

#include <algorithm>

#include "kiosk/screens/home_entries.h"
#include "kiosk/screens/home_facts.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/menu_card.h"
#include "kiosk/screens/tiles.h"
#include "ui/widgets/backdrop.h"
#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Frame;
using ui::Rect;
using ui::Role;

constexpr float kGap = 24;
constexpr float kOverlap = 66;  // of the figures onto the dark ground

// Welcome or the group's name, in the largest letters that fit; what to do, while there is room
// above `end`.
float welcome(Frame& frame, const Rect& area, const HomeModel& model, float end) {
  const ui::Palette& palette = frame.palette();
  const ui::Color ground = ui::backdrop_ground(frame.theme);
  ui::TextSpec title{.role = Role::kDisplay, .color = palette.on_brand, .on = ground};
  if (!model.top || frame.theme.large_text ||
      frame.canvas.width(Role::kDisplay, model.title) > area.w) {
    title.role = Role::kHeadline;
    title.lines = 3;
  }
  Rect rest = area;
  const bool short_of_room = frame.theme.large_text && model.top && frame.size.w < frame.size.h;
  rest.cut_top(frame.canvas.text(rest, short_of_room ? model.subtitle : model.title, title).height);
  if (short_of_room) {
    return rest.y;
  }
  const ui::TextSpec spec{
      .role = Role::kBody, .color = palette.on_brand_muted, .on = ground, .lines = 3};
  const Rect below{rest.x, rest.y + 34, rest.w, 2000};
  const float height = frame.canvas.measure(below, model.subtitle, spec).height;
  if (below.y + height + kGap > end) {
    return rest.y;
  }
  frame.canvas.text({below.x, below.y, below.w, height}, model.subtitle, spec);
  return below.y + height;
}

struct Grid {
  CardLook look = CardLook::kTall;
  int columns = 2;
  int per_page = 1;
  int pages = 1;
  float height = 0;  // of a card
};

int rows_that_fit(float room, float height) {
  return std::max(1, static_cast<int>((room + kTileGap) / (height + kTileGap)));
}

float pager_height(const Frame& frame) { return std::max(frame.canvas.mm(24), 90.0F); }

// As many cards as fit, as high as is good for the eye.
Grid plan(const Frame& frame, float room, int count) {
  Grid grid;
  grid.columns = frame.theme.large_text ? 1 : 2;
  const CardLook small = frame.theme.large_text ? CardLook::kRow : CardLook::kCompact;
  const float least = menu_card_height(frame, small);
  const int wanted = rows_of(count, grid.columns);
  int rows = std::min(wanted, rows_that_fit(room, least));
  if (rows < wanted) {
    room -= pager_height(frame) + kGap;
    rows = rows_that_fit(room, least);
  }
  grid.per_page = rows * grid.columns;
  grid.pages = std::max(1, rows_of(count, grid.per_page));
  const float tallest = frame.theme.large_text ? 200 : 330;
  const auto lines = static_cast<float>(rows);
  grid.height = std::min(tallest, (room - kTileGap * (lines - 1)) / lines);
  const bool tall =
      small == CardLook::kCompact && grid.height >= menu_card_height(frame, CardLook::kTall);
  grid.look = tall ? CardLook::kTall : small;
  return grid;
}

void pager(Frame& frame, Rect row, int page, int pages, const Emit& emit) {
  const ui::Palette& palette = frame.palette();
  const float width = row.w * 0.38F;
  const Rect left = row.cut_left(width);
  const Rect right = row.cut_right(width);
  if (page > 0 && ui::button(frame, "home/previous", left, frame.words.text("kiosk.home.previous"),
                             {.look = ui::ButtonLook::kCard, .icon = ui::icon::kChevronLeft})) {
    emit(TurnPage{page - 1});
  }
  frame.canvas.text(
      row, std::to_string(page + 1) + " / " + std::to_string(pages),
      {.role = Role::kStrong,
       .color = palette.ink_muted,
       .on = palette.background,
       .align = ui::Align::kCenter,
       .stand = ui::Stand::kMiddle,
       .spoken = frame.words.text("kiosk.home.page", {{"page", std::to_string(page + 1)},
                                                      {"count", std::to_string(pages)}})});
  if (page + 1 < pages &&
      ui::button(frame, "home/next", right, frame.words.text("kiosk.home.next"),
                 {.look = ui::ButtonLook::kCard, .icon = ui::icon::kChevronRight})) {
    emit(TurnPage{page + 1});
  }
}

void menu(Frame& frame, Rect area, const HomeModel& model, const Emit& emit) {
  const int count = static_cast<int>(model.cards.size());
  if (count == 0) {
    return;
  }
  const Grid grid = plan(frame, area.h, count);
  const int page = std::clamp(model.page, 0, grid.pages - 1);
  if (grid.pages > 1) {
    const Rect row = area.cut_bottom(pager_height(frame));
    area.cut_bottom(kGap);
    for (int i = 0; i < grid.per_page && page * grid.per_page + i < count; ++i) {
      draw_menu_card(frame, tile_rect(area, i, grid.columns, grid.height),
                     model.cards[static_cast<std::size_t>(page * grid.per_page + i)], grid.look,
                     emit);
    }
    pager(frame, row, page, grid.pages, emit);
    return;
  }
  for (int i = 0; i < count; ++i) {
    draw_menu_card(frame, tile_rect(area, i, grid.columns, grid.height),
                   model.cards[static_cast<std::size_t>(i)], grid.look, emit);
  }
}

// Facts over the edge of the dark ground, or within it where targets begin right below.
void facts(Frame& frame, Layout& layout, float below_title, const HomeModel& model) {
  const Rect& info = layout.info;
  const float height = home_facts_height(frame, model, info.w);
  if (height <= 0) {
    return;
  }
  if (layout.landscape || frame.lowered()) {
    const float top = std::max(below_title + kGap, info.bottom() - height);
    draw_home_facts(frame, {info.x, top, info.w, height}, model);
    return;
  }
  const float top = std::max(below_title + kGap, layout.hero.bottom() - kOverlap);
  draw_home_facts(frame, {info.x, top, info.w, height}, model);
  layout.work.cut_top(std::max(0.0F, top + height + kGap - layout.work.y));
}

}  // namespace

void draw_home(Frame& frame, const HomeModel& model, const Emit& emit) {
  Layout layout = lay_out(frame, frame.theme.large_text ? 380 : 470);
  draw_grounds(frame, layout, model.header);
  const bool told_above = layout.landscape || frame.lowered();
  const float end = told_above
                        ? layout.info.bottom() - home_facts_height(frame, model, layout.info.w)
                        : layout.info.bottom();
  const float below_title = welcome(frame, layout.info, model, end);
  facts(frame, layout, below_title, model);
  if (!model.known) {
    frame.canvas.text(layout.work, frame.words.text("kiosk.home.connecting"),
                      {.role = Role::kTitle,
                       .color = frame.palette().ink_muted,
                       .on = frame.palette().background,
                       .align = ui::Align::kCenter,
                       .stand = ui::Stand::kMiddle,
                       .lines = 3});
  } else {
    const float entries = home_entries_height(frame, model);
    Rect area = layout.work;
    const Rect foot = area.cut_bottom(entries);
    if (entries > 0) {
      area.cut_bottom(kGap);
    }
    menu(frame, area, model, emit);
    draw_home_entries(frame, foot, model, emit);
  }
}

}  // namespace navbat::kiosk
