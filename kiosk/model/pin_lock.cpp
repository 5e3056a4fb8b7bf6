#include "kiosk/model/pin_lock.h"

#include "kiosk/limits.h"

namespace navbat::kiosk {

void PinLock::wrong(Moment now) {
  if (++wrong_ >= kPinTries) {
    wrong_ = 0;
    until_ = now + kPinLockedFor;
  }
}

int PinLock::tries_left() const { return kPinTries - wrong_; }

}  // namespace navbat::kiosk
