#pragma once
// What every screen of the kiosk owes its customers, whatever it shows: letters and targets large
// enough, nothing cut or faint, every target within reach of the hand and of the keypad, every word
// spoken.

#include <functional>
#include <string>
#include <tuple>
#include <vector>

#include "tests/kiosk/kiosk_stage.h"

namespace navbat::kiosk {

enum class Look { kPlain, kContrast, kLarge, kLargeContrast, kLowered };
inline constexpr std::array kLooks{Look::kPlain, Look::kContrast, Look::kLarge,
                                   Look::kLargeContrast, Look::kLowered};

enum class Way { kPortrait, kLandscape };  // how the screen stands

std::string name_of(Look look);
StageSpec stage_of(const std::string& language, Way way);

// As a customer would: through the access bar and its sheet, which is closed again.
void put_on(KioskStage& stage, Look look);

// Lets the screen come to rest and judges it. `where` begins every complaint.
void check_screen(KioskStage& stage, const std::string& where);

// Moves the keypad's focus to the target and chooses it. False when it cannot be reached.
bool choose_by_keypad(KioskStage& stage, const std::string& id);

// Opens the same screen afresh for each of its targets and chooses that target with the keypad: it
// must do something that a customer or the log can tell. `open` leads a new stage to the screen;
// what is `chosen_already` may do nothing.
void check_that_keypad_works(const std::string& where,
                             const std::function<std::unique_ptr<KioskStage>()>& open,
                             const std::string& chosen_already = {});

// One customer in each language, look and way up:
//   class Mine : public EveryLook {};
//   TEST_P(Mine, IsWhole) { stage_.robot->tap(…); check("details"); }
//   INSTANTIATE_TEST_SUITE_P(All, Mine, every_look(), name_of_look);
class EveryLook : public testing::TestWithParam<std::tuple<std::string, Look, Way>> {
 protected:
  EveryLook();
  void check(const std::string& screen);

  const std::string language_;
  const Look look_;
  const Way way_;
  KioskStage stage_;
};
inline auto every_look() {
  return testing::Combine(testing::ValuesIn(kLanguages), testing::ValuesIn(kLooks),
                          testing::Values(Way::kPortrait, Way::kLandscape));
}
std::string name_of_look(const testing::TestParamInfo<EveryLook::ParamType>& info);

}  // namespace navbat::kiosk
