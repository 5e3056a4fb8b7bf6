#pragma once
// How everything looks, as data: colours, radii, type sizes in millimetres. Widgets and screens
// read it and hold no colour of their own, so a bank's brand, high contrast and large text are
// other values of it.

#include <array>
#include <cstddef>
#include <string>

#include "ui/draw/color.h"

namespace navbat::ui {

enum class Weight { kRegular, kMedium, kSemiBold, kBold };
inline constexpr std::size_t kWeightCount = 4;

// What a piece of text is for. Each role is baked into the font atlas once, at its real size.
enum class Role { kBody, kStrong, kTitle, kHeadline, kDisplay, kClock, kNumber, kGiant };
inline constexpr std::size_t kRoleCount = 8;

enum class IconSize { kSmall, kMedium, kLarge };
inline constexpr std::size_t kIconSizeCount = 3;

// Which characters a role needs: large ones stay small in memory with only what a ticket number
// has.
enum class Letters { kAll, kNumbers };  // kNumbers: digits, A–Z, a space, - : – and the dot

struct TypeStyle {
  float cap_mm = 7.4F;  // height of a capital letter on the real screen, millimetres
  Weight weight = Weight::kRegular;
  float tracking_em = 0;      // added between letters, in em
  float line_height = 1.28F;  // baseline to baseline, in em
  Letters letters = Letters::kAll;
  bool operator==(const TypeStyle&) const = default;
};

struct Palette {
  Color background;       // behind cards
  Color surface;          // cards, sheets, paper
  Color surface_muted;    // tiles on a card, idle controls
  Color surface_pressed;  // a card under the finger
  Color ink;              // main text on surface and background
  Color ink_muted;        // secondary text on surface, surface_muted and background
  Color line;             // hairlines and card outlines
  Color brand_dark;       // the bank's dark end: header and dark screens
  Color brand;            // the bank's colour: header's other end, selected controls
  Color brand_glow;       // light spilled over the header
  Color on_brand;         // text on brand and brand_dark
  Color on_brand_muted;   // secondary text there
  Color accent;           // main action, start of its gradient
  Color accent_deep;      // and its end
  Color on_accent;        // text on the main action
  Color accent_ink;       // accent as text on surface
  Color good;             // text on surface: short waits
  Color fair;             // text on surface: middling waits
  Color poor;             // text on surface: long waits
  Color focus;            // ring around what the keypad has reached: its light band, and
  Color focus_dark;       // its dark one; one of them reads at 4.5:1 on all of the palette
  Color scrim;            // over what a sheet covers, translucent
  Color shadow;           // translucent
};

struct Radii {
  float card = 36;
  float tile = 28;
  float sheet = 56;
};

struct Theme {
  std::string name;
  Palette palette;
  Radii radii;
  std::array<TypeStyle, kRoleCount> types;
  std::array<float, kIconSizeCount> icon_mm{9.0F, 13.0F, 24.0F};  // height of the icon's box
  float min_cap_mm = 7.3F;      // no text may be smaller, also when it is shrunk to fit
  float min_target_mm = 20.0F;  // no touch target may be smaller
  float outline = 1.5F;         // around cards, logical units
  bool flat = false;            // no shadows, gradients or decoration: high contrast
  bool large_text = false;

  const TypeStyle& type(Role role) const { return types[static_cast<std::size_t>(role)]; }
};

// The kiosk's own: light cards on a bank's blue, and its high-contrast twin (white and yellow on
// black).
Theme light_theme();
Theme high_contrast_theme();

// Body, strong and title text larger by a quarter.
Theme with_large_text(Theme theme);

// A bank's colours put in place of the default ones; what has to be readable on them is adjusted.
Theme with_brand(Theme theme, Color brand, Color accent);

}  // namespace navbat::ui
