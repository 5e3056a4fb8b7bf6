#include "display_board/view/rates_view.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "display_board/view/parts.h"
#include "ui/text/dates.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::Align;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

constexpr float kLeastRow = 48;
constexpr float kTallestRow = 64;
constexpr float kCaptions = 40;
constexpr float kCaptionsTogether = 70;  // in several languages

std::string_view sign_of(std::string_view currency) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kSigns{{
      {"USD", "$"},
      {"EUR", "€"},
      {"GBP", "£"},
      {"RUB", "₽"},
      {"TRY", "₺"},
      {"AZN", "₼"},
      {"KZT", "₸"},
      {"JPY", "¥"},
      {"CNY", "¥"},
      {"CHF", "Fr"},
      {"PLN", "zł"},
      {"UAH", "₴"},
      {"GEL", "₾"},
      {"KRW", "₩"},
  }};
  const auto* found = std::find_if(kSigns.begin(), kSigns.end(),
                                   [&](const auto& entry) { return entry.first == currency; });
  return found != kSigns.end() ? found->second : std::string_view("¤");
}

ui::WallTime wall_date(std::chrono::year_month_day date) {
  ui::WallTime time;
  time.year = static_cast<int>(date.year());
  time.month = static_cast<int>(static_cast<unsigned>(date.month()));
  time.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return time;
}

struct Columns {
  Rect sign, code, trend, buy, sell;
};

Columns columns_of(Rect row) {
  Columns columns;
  columns.sign = row.cut_left(46);
  row.cut_left(12);
  columns.code = row.cut_left(78);
  columns.trend = row.cut_left(40);
  row.cut_left(4);
  columns.buy = row.cut_left(row.w / 2);
  columns.sell = row;
  columns.sell.cut_left(12);
  return columns;
}

void draw_trend(const View& view, ui::Point at, Trend trend) {
  if (trend == Trend::kNone) {
    return;
  }
  const float tip = trend == Trend::kUp ? -1.0F : 1.0F;
  const ui::Color color = trend == Trend::kUp ? view.look.up : view.look.down;
  view.frame.canvas.curve(
      {{at.x - 10, at.y - 6 * tip}, {at.x, at.y + 6 * tip}, {at.x + 10, at.y - 6 * tip}}, color, 5);
}

void draw_rate(const View& view, const Rect& row, const ExchangeRate& rate) {
  ui::Canvas& canvas = view.frame.canvas;
  const Columns columns = columns_of(row);
  if (!view.look.flat) {
    canvas.circle(columns.sign.center(), 22, view.look.accent.with_alpha(0.16F));
  }
  const ui::Color disc = view.look.flat
                             ? view.look.on_panel
                             : ui::over(view.look.accent.with_alpha(0.16F), view.look.on_panel);
  ui::TextSpec spec{.role = Role::kStrong,
                    .color = view.look.accent,
                    .on = disc,
                    .align = Align::kCenter,
                    .stand = Stand::kMiddle};
  fit_line(view, columns.sign.inset(4, 0), sign_of(rate.currency), spec);
  spec.on = view.look.on_panel;
  spec.color = view.look.text;
  spec.align = Align::kLeft;
  fit_line(view, columns.code, rate.currency, spec);
  draw_trend(view, columns.trend.center(), rate.trend);
  spec.align = Align::kRight;
  spec.color = view.look.text_muted;
  fit_line(view, columns.buy, rate.buy.empty() ? "—" : rate.buy, spec);
  spec.color = view.look.text;
  fit_line(view, columns.sell, rate.sell.empty() ? "—" : rate.sell, spec);
}

void draw_captions(const View& view, const Rect& line) {
  const Columns columns = columns_of(line);
  ui::TextSpec spec{.role = Role::kBody,
                    .color = view.look.text_muted,
                    .on = view.look.on_panel,
                    .align = Align::kRight,
                    .stand = Stand::kMiddle};
  const FitSpec fit{.lines = 3, .one_line = 0.84F};
  fit_text(view, columns.buy, each(view, "board.rates.buy"), spec, fit);
  fit_text(view, columns.sell, each(view, "board.rates.sell"), spec, fit);
}

// The date is as large as the rates: nobody may take yesterday's for today's.
void draw_title(const View& view, Rect& inside, const ExchangeRates& rates) {
  const std::string date = ui::short_date_text(words_of_turn(view), wall_date(rates.date));
  Rect line = inside;
  line.h = kPanelTitle * 0.78F;
  const float room = view.frame.canvas.width(Role::kStrong, date) + 6;
  panel_title(view, inside, ui::icon::kCurrencyExchange, each(view, "board.rates.title"),
              room + 16);
  fit_line(view, line.cut_right(room), date,
           {.role = Role::kStrong,
            .color = view.look.text,
            .on = view.look.on_panel,
            .align = Align::kRight,
            .stand = Stand::kMiddle});
}

}  // namespace

void draw_rates(const View& view, Rect inside, const ExchangeRates& rates) {
  draw_title(view, inside, rates);
  const std::size_t columns = inside.w > 900 && rates.rates.size() > 1 ? 2 : 1;
  constexpr float kBetween = 44;
  const float wide =
      (inside.w - kBetween * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  Rect captions = inside.cut_top(catalogues(view).size() > 1 ? kCaptionsTogether : kCaptions);
  for (std::size_t i = 0; i < columns; ++i) {
    captions.w = wide;
    draw_captions(view, captions);
    captions.x += wide + kBetween;
  }
  const auto rows = static_cast<std::size_t>(inside.h / kLeastRow);
  const std::size_t page = std::max<std::size_t>(1, rows * columns);
  const std::size_t pages = (rates.rates.size() + page - 1) / page;
  const std::size_t first = page_of_turn(view.picture.turn, pages) * page;
  const std::size_t shown = std::min(page, rates.rates.size() - first);
  const std::size_t used = (shown + columns - 1) / columns;
  const float high = std::min(kTallestRow, inside.h / static_cast<float>(used));
  for (std::size_t i = 0; i < shown; ++i) {
    // Down the first column, then down the next.
    const auto column = static_cast<float>(i / used);
    const auto row = static_cast<float>(i % used);
    const Rect place{inside.x + column * (wide + kBetween), inside.y + row * high, wide, high};
    view.frame.canvas.fill({place.x, place.y - 1, place.w, 1.5F}, view.look.panel_edge);
    draw_rate(view, place, rates.rates[first + i]);
  }
}

}  // namespace navbat::board
