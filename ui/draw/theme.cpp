#include "ui/draw/theme.h"

namespace navbat::ui {
namespace {

constexpr double kGoodContrast = 7.0;  // what DESIGN aims at; 4.5 is the least

std::array<TypeStyle, kRoleCount> kiosk_types() {
  std::array<TypeStyle, kRoleCount> types;
  const auto set = [&types](Role role, TypeStyle style) {
    types[static_cast<std::size_t>(role)] = style;
  };
  set(Role::kBody, {.cap_mm = 7.4F, .weight = Weight::kRegular, .line_height = 1.25F});
  set(Role::kStrong, {.cap_mm = 7.4F, .weight = Weight::kSemiBold, .line_height = 1.25F});
  set(Role::kTitle,
      {.cap_mm = 8.2F, .weight = Weight::kSemiBold, .tracking_em = -0.012F, .line_height = 1.18F});
  set(Role::kHeadline,
      {.cap_mm = 10.4F, .weight = Weight::kBold, .tracking_em = -0.022F, .line_height = 1.15F});
  set(Role::kDisplay,
      {.cap_mm = 14.4F, .weight = Weight::kBold, .tracking_em = -0.028F, .line_height = 1.1F});
  set(Role::kClock, {.cap_mm = 9.6F,
                     .weight = Weight::kSemiBold,
                     .tracking_em = -0.02F,
                     .line_height = 1.1F,
                     .letters = Letters::kNumbers});
  set(Role::kNumber, {.cap_mm = 8.6F,
                      .weight = Weight::kBold,
                      .tracking_em = -0.015F,
                      .line_height = 1.1F,
                      .letters = Letters::kNumbers});
  set(Role::kGiant, {.cap_mm = 38.0F,
                     .weight = Weight::kBold,
                     .tracking_em = -0.03F,
                     .line_height = 1.0F,
                     .letters = Letters::kNumbers});
  return types;
}

}  // namespace

Theme light_theme() {
  Theme theme;
  theme.name = "light";
  theme.types = kiosk_types();
  Palette& p = theme.palette;
  p.background = rgb(0xF1F4FA);
  p.surface = rgb(0xFFFFFF);
  p.surface_muted = rgb(0xECF0F8);
  p.surface_pressed = rgb(0xE9EFFA);
  p.ink = rgb(0x0E1B36);
  p.ink_muted = rgb(0x46536D);
  p.line = rgb(0xD9E0EC);
  p.brand_dark = rgb(0x07123A);
  p.brand = rgb(0x123A7A);
  p.brand_glow = rgb(0x127A86);
  p.on_brand = rgb(0xFFFFFF);
  p.on_brand_muted = rgb(0xD3DEF0);
  p.accent = rgb(0x0B8577);
  p.accent_deep = rgb(0x075F6B);
  p.on_accent = rgb(0xFFFFFF);
  p.accent_ink = rgb(0x07655D);
  p.good = rgb(0x086246);
  p.fair = rgb(0x7F4600);
  p.poor = rgb(0xA3211B);
  p.focus = rgb(0xFFFFFF);
  p.focus_dark = rgb(0x00041A);
  p.scrim = Color{4, 12, 34, 165};
  p.shadow = Color{20, 40, 90, 70};
  return theme;
}

Theme high_contrast_theme() {
  Theme theme;
  theme.name = "high_contrast";
  theme.types = kiosk_types();
  theme.flat = true;
  theme.outline = 4.0F;
  Palette& p = theme.palette;
  p.background = rgb(0x000000);
  p.surface = rgb(0x000000);
  p.surface_muted = rgb(0x1C1C1C);
  p.surface_pressed = rgb(0x4A4200);
  p.ink = rgb(0xFFFFFF);
  p.ink_muted = rgb(0xFFFFFF);
  p.line = rgb(0xFFFFFF);
  p.brand_dark = rgb(0x000000);
  p.brand = rgb(0x000000);
  p.brand_glow = rgb(0x000000);
  p.on_brand = rgb(0xFFFFFF);
  p.on_brand_muted = rgb(0xFFFFFF);
  p.accent = rgb(0xFFE600);
  p.accent_deep = rgb(0xFFE600);
  p.on_accent = rgb(0x000000);
  p.accent_ink = rgb(0xFFE600);
  p.good = rgb(0x7CFFB2);
  p.fair = rgb(0xFFE600);
  p.poor = rgb(0xFFB3A7);
  p.focus = rgb(0x00E5FF);  // white is the colour of every edge here
  p.focus_dark = rgb(0x000000);
  p.scrim = Color{0, 0, 0, 225};
  p.shadow = Color{0, 0, 0, 0};
  return theme;
}

Theme with_large_text(Theme theme) {
  constexpr float kLarger = 1.25F;
  for (const Role role : {Role::kBody, Role::kStrong, Role::kTitle}) {
    theme.types[static_cast<std::size_t>(role)].cap_mm *= kLarger;
  }
  theme.large_text = true;
  return theme;
}

Theme with_brand(Theme theme, Color brand, Color accent) {
  if (theme.flat) {
    return theme;  // high contrast belongs to the eye that needs it, not to the bank
  }
  constexpr Color kBlack = rgb(0x000000);
  constexpr float kDarker = 0.62F;
  Palette& p = theme.palette;
  p.brand = readable(brand, p.on_brand, kGoodContrast);
  p.brand_dark = mix(p.brand, kBlack, kDarker);
  p.brand_glow = mix(p.brand, accent, 0.7F);
  p.accent = readable(accent, p.on_accent, 4.5);
  p.accent_deep = mix(p.accent, p.brand, 0.45F);
  p.accent_ink = readable(accent, p.surface_muted, kGoodContrast);
  return theme;
}

}  // namespace navbat::ui
