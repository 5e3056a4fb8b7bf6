#pragma once
// Drives a program's screens as a customer would: it finds a target by its id, pushes real SDL
// finger events at its middle and lets virtual time pass.

#include <string_view>

#include "ui/app/shell.h"

namespace navbat::ui {

class Robot {
 public:
  // `now` is what the shell's clock reads; the robot moves it. The shell must have its probe on.
  Robot(Shell& shell, Scene& scene, Moment& now) : shell_(shell), scene_(scene), now_(now) {}

  // Takes turns until nothing is due at this very moment.
  void settle();

  // Lets time pass, with a turn at each moment that the program asked for.
  void advance(Moment duration);

  // Down and up on the target. False when the last frame did not show it, or showed it disabled.
  bool tap(std::string_view id);

  // The halves of a tap, anywhere; `finger` tells one from another.
  void finger_down(Point at, int finger = 1);
  void finger_move(Point at, int finger = 1);
  void finger_up(Point at, int finger = 1);

  const Probe& sees() const { return shell_.probe(); }

 private:
  void push(unsigned type, Point at, int finger);

  Shell& shell_;
  Scene& scene_;
  Moment& now_;
};

}  // namespace navbat::ui
