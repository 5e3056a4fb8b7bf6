#pragma once
// The lowest strip of every screen: one step back, languages, and the ways to see, hear and reach
// better.

#include <string>
#include <vector>

#include "kiosk/screens/context.h"

namespace navbat::kiosk {

struct LanguageChoice {
  std::string tag;
  std::string name;  // in itself: "Oʻzbekcha"
  std::string code;  // "UZ"
};

// All languages of the kiosk.
std::vector<LanguageChoice> all_languages(const ui::Catalogues& catalogues);

struct BarModel {
  bool back = false;
  bool languages = true;                  // false where the screen itself offers them
  std::vector<LanguageChoice> at_hand{};  // side by side, on home alone
  std::string language;                   // the chosen one
  std::string language_name;
  bool on_brand = false;  // on the dark ground
};

// As the place needs it.
BarModel make_bar(const ScreenContext& context);

float bar_height(const ui::Frame& frame);

// Targets: bar/back, bar/language/TAG, bar/languages, bar/access.
void draw_bar(ui::Frame& frame, const ui::Rect& rect, const BarModel& model, const Emit& emit);

}  // namespace navbat::kiosk
