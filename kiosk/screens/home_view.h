#pragma once
// The home screen: how busy the branch is, its services, what else there is.

#include "kiosk/screens/home_model.h"

namespace navbat::kiosk {

// Targets: home/service/ID, home/group/ID, home/previous, home/next, home/check_in, home/priority,
// home/feedback.
void draw_home(ui::Frame& frame, const HomeModel& model, const Emit& emit);

}  // namespace navbat::kiosk
