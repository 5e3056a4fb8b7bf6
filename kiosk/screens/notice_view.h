#pragma once
// What cannot be, in friendly words, and the way on.

#include "kiosk/screens/notice_model.h"

namespace navbat::kiosk {

// Targets: notice/close, notice/take.
void draw_notice(ui::Frame& frame, const NoticeModel& model, const Emit& emit);

}  // namespace navbat::kiosk
