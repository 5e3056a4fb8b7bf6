#pragma once
// Whose visit it was, four faces, what it was about, and thanks.

#include "kiosk/screens/feedback_model.h"

namespace navbat::kiosk {

// Targets: feedback/letter/A …, feedback/0 … 9, feedback/erase, feedback/continue;
// feedback/score/1 … 4; feedback/reason/ID, feedback/send; feedback/back; feedback/close.
void draw_feedback(ui::Frame& frame, const FeedbackModel& model, const Emit& emit);

}  // namespace navbat::kiosk
