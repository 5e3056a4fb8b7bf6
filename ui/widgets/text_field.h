#pragma once
// Where the digits of a key pad appear: plain, grouped, or as places that fill up with dots.

#include <string>

#include "ui/app/frame.h"

namespace navbat::ui {

struct FieldSpec {
  std::string label{};     // said before what is in it: "Phone number"
  std::string text{};      // as it is shown: grouped() or masked(); never the secret itself
  std::string prefix{};    // before it, always there: "+998"
  std::string hint{};      // shown while there is no text
  std::string spoken{};    // what is said of the text; empty: it digit by digit
  std::size_t places = 0;  // above 0: so many places, `filled` of them with a dot, no text (a PIN)
  std::size_t filled = 0;
  bool wrong = false;  // what was entered is refused; say why beside it
};

// Height that suits the theme's letters.
float text_field_height(const Frame& frame);

void text_field(Frame& frame, const Rect& rect, const FieldSpec& spec);

}  // namespace navbat::ui
