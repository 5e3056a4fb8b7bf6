#include "kiosk/screens/attract_view.h"

#include <algorithm>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/tiles.h"
#include "ui/text/spoken.h"
#include "ui/widgets/backdrop.h"
#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Align;
using ui::Canvas;
using ui::Frame;
using ui::Rect;
using ui::Role;

float tile_height(const Frame& frame) {
  const Canvas& canvas = frame.canvas;
  return std::max(canvas.mm(30),
                  canvas.cap(Role::kTitle) + canvas.cap(Role::kBody) + 26 + 2 * canvas.mm(7));
}

// Logo, bank, branch and the time in the middle of `area`.
void poster(Frame& frame, const Rect& area, const AttractModel& model) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const ui::Color ground = ui::backdrop_ground(frame.theme);
  const float logo = std::min(210.0F, area.h * 0.28F);
  const float display = canvas.cap(Role::kDisplay);
  const float body = canvas.cap(Role::kTitle);
  const float gap = std::min(60.0F, area.h * 0.07F);
  const std::string date = model.header.time ? ui::date_text(frame.words, *model.header.time) : "";
  const std::string clock =
      model.header.time ? ui::clock_text(frame.words, *model.header.time) : "";
  const float height = logo + gap + display + 44 + body + gap + display + 40 + body;
  float top = area.y + std::max(0.0F, (area.h - height) / 2);
  canvas.logo(ui::centered({area.center().x, top + logo / 2}, {logo, logo}), palette.on_brand);
  top += logo + gap;
  const auto line = [&](Role role, float cap, const std::string& text, ui::Color color,
                        const std::string& spoken) {
    canvas.text(
        {area.x, top, area.w, cap}, text,
        {.role = role, .color = color, .on = ground, .align = Align::kCenter, .spoken = spoken});
    top += cap;
  };
  line(Role::kDisplay, display, model.header.bank, palette.on_brand, {});
  top += 44;
  line(Role::kTitle, body, model.header.branch, palette.on_brand_muted, {});
  top += gap;
  if (!model.header.time) {
    return;
  }
  line(Role::kDisplay, display, clock, palette.on_brand,
       ui::spoken_clock(frame.words, *model.header.time));
  top += 40;
  line(Role::kTitle, body, date, palette.on_brand_muted,
       ui::spoken_date(frame.words, *model.header.time));
}

void start(Frame& frame, const Rect& rect, const StartChoice& choice, bool first,
           const Emit& emit) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const float radius = frame.theme.radii.card;
  const std::string& tag = choice.language.tag;
  const ui::Touch state =
      ui::touch(frame, "attract/start/" + tag, rect, choice.language.name,
                {.spoken = choice.language.name + ", " + choice.start, .language = tag});
  const ui::Color ground = ui::mix(palette.surface, palette.surface_pressed, state.press);
  canvas.push_transform(rect.center(), 1 - 0.02F * state.press, {});
  canvas.shadow(rect, radius, 34, 14, ui::Color{0, 6, 24, 110});
  canvas.fill(rect, ground, radius);
  if (first) {
    canvas.outline(rect, palette.accent, radius, canvas.mm(1.2F));
  } else if (frame.theme.flat) {
    canvas.outline(rect, palette.line, radius, frame.theme.outline);
  }
  Rect inside = rect.inset(34, 0);
  const float disc = canvas.mm(8);
  const ui::Point middle{inside.right() - disc, rect.center().y};
  canvas.circle(middle, disc, palette.accent);
  canvas.icon(middle, ui::IconSize::kSmall, ui::icon::kArrowForward, palette.on_accent);
  inside.cut_right(2 * disc + 18);
  const float title = canvas.cap(Role::kTitle);
  const float body = canvas.cap(Role::kBody);
  const float gap = 26;
  const float top = rect.center().y - (title + gap + body) / 2;
  canvas.text({inside.x, top, inside.w, title}, choice.language.name,
              {.role = Role::kTitle, .color = palette.ink, .on = ground});
  canvas.text({inside.x, top + title + gap, inside.w, body}, choice.start,
              {.role = Role::kBody, .color = palette.ink_muted, .on = ground});
  canvas.pop_transform();
  if (state.tapped) {
    emit(Begin{tag});
  }
}

}  // namespace

void draw_attract(Frame& frame, const AttractModel& model, const Emit& emit) {
  ui::brand_backdrop(frame, frame.whole());
  Rect area = frame.whole();
  area.cut_bottom(bar_height(frame));
  area = area.inset(kMargin, 0);
  area.cut_top(54);
  const int count = static_cast<int>(model.starts.size());
  const bool landscape = frame.size.w > frame.size.h;
  const float height = tile_height(frame);
  Rect tiles{};
  // The branch's own language alone in the first row; the rest in pairs below.
  const bool wide_first = count % 2 == 1;
  const int slots = wide_first ? count + 1 : count;
  if (landscape) {
    tiles = area.cut_right(area.w * 0.56F);
    area.cut_right(56);
    tiles.cut_top(std::max(0.0F, (tiles.h - tiles_height(slots, 2, height)) / 2));
  } else {
    tiles = area.cut_bottom(tiles_height(slots, 2, height) + 24);
    area.cut_bottom(40);
  }
  poster(frame, area, model);
  for (int i = 0; i < count; ++i) {
    const int slot = wide_first && i > 0 ? i + 1 : i;
    Rect place = tile_rect(tiles, slot, 2, height);
    if (wide_first && i == 0) {
      place.w = tiles.w;
    }
    start(frame, place, model.starts[static_cast<std::size_t>(i)], i == 0, emit);
  }
}

}  // namespace navbat::kiosk
