#include "display_board/view/look.h"

#include "ui/widgets/backdrop.h"

namespace navbat::board {

using ui::Color;
using ui::rgb;

namespace {

constexpr Color kWhite = rgb(0xFFFFFF);
constexpr Color kBlack = rgb(0x000000);
constexpr Color kYellow = rgb(0xFFE600);

void set_sizes(ui::Theme& theme, const Layout& layout) {
  const float mm = layout.mm_per_unit;
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
  set(Role::kBody, 22, Weight::kMedium, 0, Letters::kAll);
  set(Role::kStrong, 24, Weight::kSemiBold, 0, Letters::kAll);
  set(Role::kTitle, 28, Weight::kSemiBold, -0.012F, Letters::kAll);
  set(Role::kHeadline, 36, Weight::kBold, -0.018F, Letters::kAll);
  // Above a counter the few words have the whole screen.
  const float display = layout.kind == LayoutKind::kCounter ? 96 : 64;
  set(Role::kDisplay, display, Weight::kBold, -0.024F, Letters::kAll);
  set(Role::kClock, 54, Weight::kSemiBold, -0.02F, Letters::kNumbers);
  set(Role::kNumber, layout.row, Weight::kBold, -0.012F, Letters::kNumbers);
  set(Role::kGiant, layout.call, Weight::kBold, -0.03F, Letters::kNumbers);
  theme.icon_mm = {40 * mm, 66 * mm, 150 * mm};
  // Texts are fitted by the board itself (fit.h), which may draw them smaller than any role.
  constexpr float kCanvasNeverShrinks = 1e6F;
  theme.min_cap_mm = kCanvasNeverShrinks;
}

Look high_contrast() {
  Look look;
  look.ground = look.panel = look.on_panel = look.row = look.on_row = look.ticker = kBlack;
  look.panel_edge = kWhite;
  look.text = look.text_muted = kWhite;
  look.accent = kYellow;
  look.on_accent = kBlack;
  look.call = {kBlack, kBlack, kYellow, kWhite};
  look.recall = {kYellow, kYellow, kWhite, kBlack};
  look.past = {kBlack, kBlack, kWhite, kWhite};
  look.doubt = {kYellow, kYellow, kWhite, kBlack};
  look.emergency = {rgb(0x8C0010), rgb(0x8C0010), kWhite, kWhite};
  look.closing = {kBlack, kBlack, kYellow, kYellow};
  look.plate = kWhite;
  look.plate_doubtful = rgb(0xC8C8C8);
  look.on_plate = look.plate_caption = kBlack;
  look.warning = kYellow;
  look.on_warning = kBlack;
  look.up = rgb(0x7CFFB2);
  look.down = rgb(0xFFB3A7);
  look.flat = true;
  return look;
}

}  // namespace

Color Ground::worst() const {
  return ui::contrast(text, from) < ui::contrast(text, to) ? from : to;
}

ui::Theme board_theme(const Layout& layout, Contrast contrast, Color brand, Color accent) {
  ui::Theme theme = contrast == Contrast::kHigh ? ui::high_contrast_theme()
                                                : ui::with_brand(ui::light_theme(), brand, accent);
  theme.name = "board";
  set_sizes(theme, layout);
  return theme;
}

Look make_look(const ui::Theme& theme) {
  if (theme.flat) {
    return high_contrast();
  }
  const ui::Palette& palette = theme.palette;
  Look look;
  look.ground = ui::backdrop_ground(theme);
  look.panel = Color{3, 12, 40, 122};
  look.on_panel = ui::over(look.panel, look.ground);
  look.panel_edge = Color{255, 255, 255, 26};
  look.row = Color{3, 12, 40, 104};
  look.on_row = ui::over(look.row, look.ground);
  look.text = kWhite;
  look.text_muted = rgb(0xCFDCF2);
  look.accent = rgb(0x7FF5E1);
  look.on_accent = rgb(0x0A1D4A);
  look.call = {palette.accent, ui::mix(palette.brand, rgb(0x1F7BFF), 0.45F), look.accent, kWhite};
  look.recall = {rgb(0xB4500A), rgb(0x8A1F3C), rgb(0xFFD08A), kWhite};
  look.past = {rgb(0x14306B), rgb(0x1B4C86), Color{255, 255, 255, 46}, kWhite};
  look.doubt = {rgb(0x8A4A08), rgb(0x6E2A3A), rgb(0xFFC24B), kWhite};
  look.emergency = {rgb(0xC3121F), rgb(0x8E0713), rgb(0xFFFFFF), kWhite};
  look.closing = {rgb(0xFFC24B), rgb(0xFFB02E), rgb(0xFFE3A8), rgb(0x2E1B00)};
  look.plate = kWhite;
  look.plate_doubtful = rgb(0xA9B6CC);
  look.on_plate = rgb(0x0A1D4A);
  look.plate_caption = rgb(0x0A5A6B);
  look.warning = rgb(0xFFC24B);
  look.on_warning = rgb(0x3A2300);
  look.up = rgb(0x5FE3A1);
  look.down = rgb(0xFF9C8F);
  look.ticker = ui::mix(palette.brand_dark, kBlack, 0.35F);
  return look;
}

Color service_color(const std::string& text, Color ground) {
  const auto color = ui::parse_color(text);
  // 3:1 is what WCAG asks of signs that are not text.
  return ui::readable(color ? *color : rgb(0x8FA6D8), ground, 3.0);
}

}  // namespace navbat::board
