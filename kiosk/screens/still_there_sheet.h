#pragma once
// Nobody has touched anything for a while: asks before the visit ends, and goes on with one touch.

#include "kiosk/screens/context.h"
#include "ui/widgets/sheet.h"

namespace navbat::kiosk {

struct StillThereModel {
  int seconds_left = 0;
  float share_left = 1;
};

StillThereModel make_still_there(const ScreenContext& context);

// `out` as ui::begin_sheet() returned it. Targets: still_there/more_time, still_there/finish.
void draw_still_there(ui::Frame& frame, const StillThereModel& model, float out, const Emit& emit);

}  // namespace navbat::kiosk
