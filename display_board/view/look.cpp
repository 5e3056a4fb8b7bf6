#include "display_board/view/look.h"

#include "ui/widgets/backdrop.h"

namespace navbat::board {

using ui::Color;
using ui::rgb;

ui::Theme board_theme(float width_mm, Color brand, Color accent) {
  ui::Theme theme = ui::with_brand(ui::light_theme(), brand, accent);
  theme.name = "board";
  const float mm = width_mm / kDesignWidth;  // of one unit
  const auto set = [&](ui::Role role, float cap, ui::Weight weight, float tracking,
                       ui::Letters letters) {
    theme.types[static_cast<std::size_t>(role)] = {.cap_mm = cap * mm,
                                                   .weight = weight,
                                                   .tracking_em = tracking,
                                                   .line_height = 1.22F,
                                                   .letters = letters};
  };
  using ui::Letters;
  using ui::Role;
  using ui::Weight;
  set(Role::kBody, 21, Weight::kMedium, 0, Letters::kAll);
  set(Role::kStrong, 23, Weight::kSemiBold, 0, Letters::kAll);
  set(Role::kTitle, 27, Weight::kSemiBold, -0.012F, Letters::kAll);
  set(Role::kHeadline, 36, Weight::kBold, -0.018F, Letters::kAll);
  set(Role::kDisplay, 58, Weight::kBold, -0.024F, Letters::kAll);
  set(Role::kClock, 56, Weight::kSemiBold, -0.02F, Letters::kNumbers);
  set(Role::kNumber, 50, Weight::kBold, -0.012F, Letters::kNumbers);
  set(Role::kGiant, 196, Weight::kBold, -0.03F, Letters::kNumbers);
  theme.icon_mm = {38 * mm, 64 * mm, 150 * mm};
  theme.min_cap_mm = 15 * mm;
  return theme;
}

Look make_look(const ui::Theme& theme) {
  const ui::Palette& palette = theme.palette;
  constexpr Color kWhite = rgb(0xFFFFFF);
  Look look;
  look.ground = ui::backdrop_ground(theme);
  look.panel = Color{3, 12, 40, 118};
  look.on_panel = ui::over(look.panel, look.ground);
  look.panel_edge = Color{255, 255, 255, 30};
  look.row = Color{255, 255, 255, 18};
  look.on_row = ui::over(look.row, look.on_panel);
  look.text = kWhite;
  look.text_muted = rgb(0xCFDCF2);
  look.call_from = palette.accent;
  look.call_to = ui::mix(palette.brand, rgb(0x1F7BFF), 0.45F);
  look.call_edge = rgb(0x7FF5E1);
  look.recall_from = rgb(0xB4500A);
  look.recall_to = rgb(0x8A1F3C);
  look.recall_edge = rgb(0xFFD08A);
  look.past_from = rgb(0x14306B);
  look.past_to = rgb(0x1B4C86);
  look.past_edge = Color{255, 255, 255, 46};
  look.plate = kWhite;
  look.plate_doubtful = rgb(0xA9B6CC);
  look.on_plate = rgb(0x0A1D4A);
  look.plate_caption = rgb(0x0A5A6B);
  look.warning = rgb(0xFFC24B);
  look.on_warning = rgb(0x3A2300);
  look.footer = ui::mix(palette.brand_dark, rgb(0x000000), 0.35F);
  return look;
}

Color service_color(const std::string& text, Color ground) {
  const auto color = ui::parse_color(text);
  // 3:1 is what WCAG asks of signs that are not text.
  return ui::readable(color ? *color : rgb(0x8FA6D8), ground, 3.0);
}

}  // namespace navbat::board
