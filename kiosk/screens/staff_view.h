#pragma once
// The staff menu, page by page.

#include "kiosk/screens/staff_model.h"
#include "kiosk/screens/step.h"

namespace navbat::kiosk {

// Targets: staff/back everywhere; staff/tickets, /test_print, /sound, /out, /leave;
// staff/ticket/ID; staff/reprint, staff/void; staff/void/REASON; staff/quieter, /louder, /test.
void draw_staff(ui::Frame& frame, const StaffModel& model, const Emit& emit);

// Its pages that are about tickets.
void draw_staff_tickets(ui::Frame& frame, const StaffModel& model, const Emit& emit);
void draw_staff_ticket(ui::Frame& frame, const StaffModel& model, const Emit& emit);
void draw_staff_void(ui::Frame& frame, const StaffModel& model, const Emit& emit);

}  // namespace navbat::kiosk
