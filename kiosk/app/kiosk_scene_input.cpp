// What is the same on every screen: scanner, the keypad's way back, and the hidden ways to the
// staff menu.

#include "kiosk/app/kiosk_scene.h"
#include "kiosk/limits.h"

namespace navbat::kiosk {

void KioskScene::take_input(const ui::Frame& frame, const Emit& emit) {
  if (frame.pointer.pressed) {
    const float corner = frame.canvas.mm(kKnockCornerMm);
    const bool there = ui::Rect{0, 0, corner, corner}.contains(frame.pointer.at);
    if (knock_.tap(there, frame.motion.now())) {
      emit(OpenStaff{});
    }
  }
  if (!settings_.staff_key.empty() && frame.key == settings_.staff_key) {
    emit(OpenStaff{});
  }
  if (frame.scan) {
    emit(Scanned{frame.scan->text});  // what was no scan has no text: unreadable
  }
  if (frame.action == ui::KeypadAction::kHome) {
    emit(GoHome{});
  }
  if (frame.action == ui::KeypadAction::kBack) {
    switch (navigator_.sheet()) {
      case Sheet::kNone:
        emit(Back{});
        break;
      case Sheet::kStillThere:
        emit(MoreTime{});
        break;
      case Sheet::kLanguages:
      case Sheet::kAccess:
        emit(CloseSheet{});
        break;
    }
  }
}

}  // namespace navbat::kiosk
