#pragma once
// Nobody is there: the bank, the time, and a start in every language.

#include <vector>

#include "kiosk/screens/access_bar.h"

namespace navbat::kiosk {

struct StartChoice {
  LanguageChoice language;
  std::string start;  // in that language
};

struct AttractModel {
  HeaderModel header;
  std::string welcome;
  std::vector<StartChoice> starts;
};

AttractModel make_attract(const ScreenContext& context);

}  // namespace navbat::kiosk
