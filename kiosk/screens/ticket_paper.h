#pragma once
// The ticket itself, as it lies on the screen: like the printed one, with what is known beside it.

#include "kiosk/screens/ticket_model.h"

namespace navbat::kiosk {

// Number, wait and people ahead; with `phone` also the way to the phone page, below a perforation.
// So much of the paper as `hidden` is still above `sheet`, in its slot.
void draw_ticket_paper(ui::Frame& frame, const ui::Rect& sheet, const TicketModel& model,
                       bool phone, float hidden);

// The phone page's code and what it is for.
void draw_ticket_phone(ui::Frame& frame, const ui::Rect& area, const TicketModel& model);

}  // namespace navbat::kiosk
