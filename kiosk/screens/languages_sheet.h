#pragma once
// All languages of the kiosk, over any screen.

#include "kiosk/screens/access_bar.h"
#include "ui/widgets/sheet.h"

namespace navbat::kiosk {

struct LanguagesModel {
  std::vector<LanguageChoice> languages;
  std::string chosen;
};

LanguagesModel make_languages(const ScreenContext& context);

// `out` as ui::begin_sheet() returned it. Targets: languages/TAG, languages/close,
// languages/outside.
void draw_languages(ui::Frame& frame, const LanguagesModel& model, float out, const Emit& emit);

}  // namespace navbat::kiosk
