#include <algorithm>
#include <string>
#include <vector>

#include "display_board/view/parts.h"
#include "display_board/view/rates_view.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::IconSize;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

constexpr float kLeastRow = 102;

char32_t icon_of(domain::AlternativeKind kind) {
  switch (kind) {
    case domain::AlternativeKind::kAtm:
      return ui::icon::kAtm;
    case domain::AlternativeKind::kTerminal:
      return ui::icon::kPointOfSale;
    case domain::AlternativeKind::kApp:
      return ui::icon::kSmartphone;
    case domain::AlternativeKind::kQuieterHour:
      return ui::icon::kSchedule;
    case domain::AlternativeKind::kBranch:
      return ui::icon::kLocationOn;
  }
  return ui::icon::kInfo;
}

std::vector<const client::AlternativeInfo*> known_of(const View& view) {
  std::vector<const client::AlternativeInfo*> result;
  if (view.branch == nullptr) {
    return result;
  }
  for (const domain::AlternativeId& id : view.picture.suggestions) {
    const auto& all = view.branch->alternatives;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& a) { return a.id == id; });
    if (found != all.end()) {
      result.push_back(&*found);
    }
  }
  return result;
}

void draw_suggestion(const View& view, Rect row, const client::AlternativeInfo& info) {
  ui::Canvas& canvas = view.frame.canvas;
  const Rect sign = row.cut_left(68);
  const ui::Point middle{sign.x + 30, sign.center().y};
  if (!view.look.flat) {
    canvas.circle(middle, 30, view.look.accent.with_alpha(0.16F));
  }
  canvas.icon(middle, IconSize::kSmall, icon_of(info.kind), view.look.accent);
  row.cut_left(16);
  row = row.inset(0, 5);
  const std::vector<std::string> place = each(view, place_of(info));
  fit_text(view, row.cut_top(row.h * (place.empty() ? 1.0F : 0.5F)), each(view, info.name),
           {.role = Role::kStrong,
            .color = view.look.text,
            .on = view.look.on_panel,
            .stand = place.empty() ? Stand::kMiddle : Stand::kBottom});
  row.cut_top(7);
  if (!place.empty()) {
    fit_text(view, row, place,
             {.role = Role::kBody, .color = view.look.text_muted, .on = view.look.on_panel});
  }
}

void draw_suggestions(const View& view, Rect inside) {
  panel_title(view, inside, ui::icon::kBolt, each(view, "board.no_waiting"));
  const auto all = known_of(view);
  if (all.empty()) {
    return;
  }
  const std::size_t columns = inside.w > 900 ? 2 : 1;
  const auto rows = std::max<std::size_t>(1, static_cast<std::size_t>(inside.h / kLeastRow));
  const std::size_t page = columns * rows;
  const std::size_t first = page_of_turn(view.picture.turn, (all.size() + page - 1) / page) * page;
  const std::size_t shown = std::min(page, all.size() - first);
  const std::size_t used = (shown + columns - 1) / columns;
  const float high = std::min(inside.h / static_cast<float>(used), 116.0F);
  const float wide =
      (inside.w - 28.0F * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto column = static_cast<float>(i % columns);
    const auto row = static_cast<float>(i / columns);
    draw_suggestion(view, {inside.x + column * (wide + 28), inside.y + row * high, wide, high},
                    *all[first + i]);
  }
}

void draw_message(const View& view, Rect inside, const client::Translations& texts) {
  panel_title(view, inside, ui::icon::kInfo, each(view, "board.information"));
  fit_text(view, inside, with_short_words(in_language(texts, words_of_turn(view).language()), 22),
           {.role = Role::kHeadline,
            .color = view.look.text,
            .on = view.look.on_panel,
            .stand = Stand::kMiddle},
           {.lines = 12, .one_line = 0.9F});
}

// A picture of about the place's shape fills it; of another one nothing is cut off.
void draw_picture(const View& view, const Rect& place,
                  const std::shared_ptr<const ui::Image>& picture) {
  constexpr float kAlike = 1.35F;
  const float shape = static_cast<float>(picture->width) / static_cast<float>(picture->height);
  const float ratio = shape / (place.w / place.h);
  if (ratio < kAlike && ratio > 1 / kAlike) {
    view.frame.canvas.picture(place, picture, kPanelRadius, ui::PictureFit::kFilling);
    return;
  }
  panel(view, place);
  view.frame.canvas.picture(place.inset(12), picture, kPanelRadius - 12, ui::PictureFit::kWhole);
}

}  // namespace

void draw_side(const View& view, const Rect& place) {
  const SidePage& side = *view.picture.side;
  if (side.kind == SidePage::Kind::kPicture) {
    draw_picture(view, place, side.picture);
    return;
  }
  panel(view, place);
  const Rect inside = place.inset(kPanelPad, kPanelPad - 6);
  switch (side.kind) {
    case SidePage::Kind::kSuggestions:
      return draw_suggestions(view, inside);
    case SidePage::Kind::kRates:
      return draw_rates(view, inside, *side.rates);
    case SidePage::Kind::kMessage:
      return draw_message(view, inside, side.message);
    case SidePage::Kind::kPicture:
      return;
  }
}

}  // namespace navbat::board
