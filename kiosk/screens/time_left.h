#pragma once
// The time that a screen still has before it closes by itself, for a countdown.

#include "kiosk/screens/context.h"
#include "ui/app/motion.h"

namespace navbat::kiosk {

struct TimeLeft {
  int seconds = 0;
  float share = -1;  // of the time it had at the last touch; negative: it does not close by itself
};

TimeLeft time_left(const ScreenContext& context);

// Asks for a frame at the next whole second of a countdown.
void wake_for_countdown(ui::Motion& motion, const TimeLeft& left, const ScreenContext& context);

}  // namespace navbat::kiosk
