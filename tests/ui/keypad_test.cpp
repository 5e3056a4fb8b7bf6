#include "ui/access/keypad.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace navbat::ui {
namespace {

using ::testing::HasSubstr;

TEST(Keypad, NamesEachActionAsConfigurationWritesIt) {
  for (const KeypadAction action : all_keypad_actions()) {
    EXPECT_EQ(parse_keypad_action(to_string(action)), action);
  }
  EXPECT_FALSE(parse_keypad_action("jump"));
}

TEST(Keypad, ReachesEveryActionByAStandardKey) {
  const KeypadMap map = KeypadMap::standard();
  EXPECT_EQ(map.action_of("Right"), KeypadAction::kNext);
  EXPECT_EQ(map.action_of("Left"), KeypadAction::kPrevious);
  EXPECT_EQ(map.action_of("Return"), KeypadAction::kActivate);
  EXPECT_EQ(map.action_of("F15"), KeypadAction::kHeadphonesIn);
  EXPECT_FALSE(map.action_of("F11"));
}

TEST(Keypad, BindsKeysByTheirNamesWhateverTheirCase) {
  KeypadMap map;
  ASSERT_TRUE(map.bind("keypad 6", KeypadAction::kNext));
  ASSERT_TRUE(map.bind("Ctrl+F13", KeypadAction::kSpeech));
  EXPECT_EQ(map.action_of("Keypad 6"), KeypadAction::kNext);
  EXPECT_EQ(map.action_of("Ctrl+F13"), KeypadAction::kSpeech);
  EXPECT_FALSE(map.action_of("F13"));
}

TEST(Keypad, SaysWhatWasExpectedOfAKey) {
  KeypadMap map;
  EXPECT_THAT(map.bind("Rihgt", KeypadAction::kNext).error(), HasSubstr("expected the name of a"));
  EXPECT_THAT(map.bind("", KeypadAction::kNext).error(), HasSubstr("expected the name of a key"));
  EXPECT_THAT(map.bind("H", KeypadAction::kHome).error(), HasSubstr("types no character"));
  ASSERT_TRUE(map.bind("F13", KeypadAction::kHome));
  EXPECT_TRUE(map.bind("F13", KeypadAction::kHome));
  EXPECT_THAT(map.bind("F13", KeypadAction::kBack).error(), HasSubstr("it is \"home\" already"));
}

}  // namespace
}  // namespace navbat::ui
