#pragma once
// After a crash: the newest ticket that may have no paper, for the customer who may still stand
// there.

#include <string>

#include "kiosk/screens/context.h"

namespace navbat::kiosk {

struct ReprintModel {
  HeaderModel header;
  std::string label;  // "A042"
  std::string service;
};

ReprintModel make_reprint(const ScreenContext& context);

// Targets: reprint/yes, reprint/no.
void draw_reprint(ui::Frame& frame, const ReprintModel& model, const Emit& emit);

}  // namespace navbat::kiosk
