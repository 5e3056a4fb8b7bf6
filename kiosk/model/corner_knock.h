#pragma once
// The hidden way to the staff menu: five taps in the upper left corner within five seconds, and
// none elsewhere between them. Nothing that customers use lies there.

#include <deque>

#include "kiosk/model/place.h"

namespace navbat::kiosk {

class CornerKnock {
 public:
  // A finger went down at `now`, in the corner or elsewhere. True when this tap completes the sign.
  bool tap(bool in_corner, Moment now);

 private:
  std::deque<Moment> taps_;
};

}  // namespace navbat::kiosk
