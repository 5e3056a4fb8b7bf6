#pragma once
// The PIN of the staff menu. What is typed stays in the navigator: a model only has its length.

#include "kiosk/screens/context.h"

namespace navbat::kiosk {

struct StaffPinModel {
  HeaderModel header;
  std::size_t filled = 0;
  bool complete = false;
  bool wrong = false;
  int tries_left = 0;
  int locked_for_s = 0;  // above 0: closed after too many wrong ones
};

StaffPinModel make_staff_pin(const ScreenContext& context);

// Targets: staff_pin/0 … 9, staff_pin/erase, staff_pin/back, staff_pin/continue.
void draw_staff_pin(ui::Frame& frame, const StaffPinModel& model, const Emit& emit);

}  // namespace navbat::kiosk
