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

  // Down and up on the target, after a moment when it would be taken for half of a double tap.
  // False when the last frame did not show it, or showed it disabled.
  bool tap(std::string_view id);

  // The halves of a tap, anywhere; `finger` tells one from another.
  void finger_down(Point at, int finger = 1);
  void finger_move(Point at, int finger = 1);
  void finger_up(Point at, int finger = 1);

  // A key of the keypad goes down and up: "Right", "Return", "F13", "Ctrl+Alt+Q".
  void key(std::string_view name);

  // Characters as a person types them, a tenth of a second each.
  void type(std::string_view text);

  // The same as a barcode scanner types them, with Enter at the end.
  void scan(std::string_view text);

  const Transcript& hears() const { return shell_.transcript(); }
  const Probe& sees() const { return shell_.probe(); }

 private:
  void push(unsigned type, Point at, int finger);
  static void push_key(std::string_view name);
  void push_text(std::string_view text, Moment pause);

  Shell& shell_;
  Scene& scene_;
  Moment& now_;
};

}  // namespace navbat::ui
