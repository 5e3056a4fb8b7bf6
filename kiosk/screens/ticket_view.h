#pragma once
// The ticket coming out of its slot, and what to do with it.

#include "kiosk/screens/ticket_model.h"

namespace navbat::kiosk {

// Targets: ticket/done, ticket/more_time.
void draw_ticket(ui::Frame& frame, const TicketModel& model, const Emit& emit);

}  // namespace navbat::kiosk
