#pragma once
// The suggestion screen, before and after an option was taken.

#include "kiosk/screens/suggestion_model.h"

namespace navbat::kiosk {

// Targets: suggestion/option/ID and suggestion/ticket, or suggestion/ticket and suggestion/done
// once an option was taken.
void draw_suggestion(ui::Frame& frame, const SuggestionModel& model, const Emit& emit);

}  // namespace navbat::kiosk
