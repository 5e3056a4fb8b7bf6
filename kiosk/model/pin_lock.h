#pragma once
// How often a PIN may be tried: five wrong ones close the keypad for a minute.

#include "kiosk/model/place.h"

namespace navbat::kiosk {

class PinLock {
 public:
  void wrong(Moment now);
  void right() { wrong_ = 0; }
  bool locked(Moment now) const { return now < until_; }
  Moment until() const { return until_; }
  int tries_left() const;

 private:
  int wrong_ = 0;
  Moment until_{};
};

}  // namespace navbat::kiosk
