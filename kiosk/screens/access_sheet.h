#pragma once
// Ways to see, hear and reach better, over any screen. What is chosen there lasts for the visit.

#include "kiosk/screens/context.h"
#include "ui/widgets/sheet.h"

namespace navbat::kiosk {

struct AccessModel {
  Preferences chosen;
  int volume = 0;  // percent, of the reading voice
};

AccessModel make_access(const ScreenContext& context);

// `out` as ui::begin_sheet() returned it. Targets: access/large_text, access/contrast,
// access/lowered, access/speech, access/quieter, access/louder, access/close, access/outside.
void draw_access(ui::Frame& frame, const AccessModel& model, float out, const Emit& emit);

}  // namespace navbat::kiosk
