#pragma once
// How each of the screens around a visit is reached, as a customer or staff would: for tests that
// judge them and for the gallery.

#include <functional>
#include <string>
#include <vector>

#include "tests/kiosk/kiosk_stage.h"

namespace navbat::kiosk {

struct StepCase {
  std::string name;                          // "details_typed"
  std::function<void(KioskStage&)> prepare;  // what the world is like
  std::function<void(KioskStage&)> go;       // touches from home on
};
const std::vector<StepCase>& all_steps();

// A tap that must find its target.
void must_tap(KioskStage& stage, const std::string& id);
// Each digit on the key pad of `path`.
void tap_digits(KioskStage& stage, const std::string& path, const std::string& digits);
// Through the hidden corner and the right PIN.
void open_staff_menu(KioskStage& stage);
void knock_five_times(KioskStage& stage);
// Five tickets of every fate.
std::vector<IssuedTicket> sample_tickets();

}  // namespace navbat::kiosk
