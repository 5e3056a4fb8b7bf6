#include "kiosk/model/corner_knock.h"

#include "kiosk/limits.h"

namespace navbat::kiosk {

bool CornerKnock::tap(bool in_corner, Moment now) {
  if (!in_corner) {
    taps_.clear();
    return false;
  }
  taps_.push_back(now);
  while (now - taps_.front() > kKnockWithin) {
    taps_.pop_front();
  }
  if (taps_.size() < kKnockTaps) {
    return false;
  }
  taps_.clear();
  return true;
}

}  // namespace navbat::kiosk
