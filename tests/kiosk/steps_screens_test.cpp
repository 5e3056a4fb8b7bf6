// The screens around a visit in each language, look and way up, by real touches, keys and scans.

#include <gtest/gtest.h>

#include "tests/kiosk/screen_checks.h"
#include "tests/kiosk/steps.h"

namespace navbat::kiosk {
namespace {

class StepScreens : public testing::TestWithParam<std::tuple<std::string, Look, Way>> {};

TEST_P(StepScreens, AreWholeReadableReachableAndSpoken) {
  const auto& [language, look, way] = GetParam();
  for (const StepCase& step : all_steps()) {
    KioskStage stage(stage_of(language, way));
    step.prepare(stage);
    if (step.name != "out_of_service" && step.name != "reprint") {
      put_on(stage, look);
    }
    step.go(stage);
    ASSERT_FALSE(stage.sees().targets().empty()) << step.name << " is a dead end";
    check_screen(stage, step.name + " " + language + " " + name_of(look));
  }
}

// Portrait in every language and look; landscape, whose columns are the same whatever the words, in
// the languages with the longest.
INSTANTIATE_TEST_SUITE_P(Portrait, StepScreens,
                         testing::Combine(testing::ValuesIn(kLanguages), testing::ValuesIn(kLooks),
                                          testing::Values(Way::kPortrait)),
                         name_of_look);
INSTANTIATE_TEST_SUITE_P(Landscape, StepScreens,
                         testing::Combine(testing::Values("ru", "pl", "uz"),
                                          testing::ValuesIn(kLooks),
                                          testing::Values(Way::kLandscape)),
                         name_of_look);

}  // namespace
}  // namespace navbat::kiosk
