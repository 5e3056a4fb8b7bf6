#include "ui/app/fingers.h"

#include <gtest/gtest.h>

#include <string>

namespace navbat::ui {
namespace {

std::string said(const Fingers::Steps& steps) {
  std::string text;
  for (int i = 0; i < steps.count; ++i) {
    constexpr std::string_view kNames = "PMRC";  // press, move, release, cancel
    text += kNames[static_cast<std::size_t>(steps.step[static_cast<std::size_t>(i)])];
  }
  return text;
}

TEST(Fingers, ASecondFingerDuringATapIsNobody) {
  Fingers fingers;
  EXPECT_EQ(said(fingers.down(1, Moment{0})), "P");
  EXPECT_EQ(said(fingers.down(2, Moment{50})), "");
  EXPECT_EQ(said(fingers.moved(2)), "");
  EXPECT_EQ(said(fingers.up(2)), "");
  EXPECT_EQ(said(fingers.up(1)), "R");
}

TEST(Fingers, ASecondFingerThatStaysDownDoesNotBecomeATap) {
  Fingers fingers;
  fingers.down(1, Moment{0});
  fingers.down(2, Moment{50});
  EXPECT_EQ(said(fingers.up(1)), "R");
  EXPECT_EQ(said(fingers.moved(2)), "");
  EXPECT_EQ(said(fingers.up(2)), "");
}

TEST(Fingers, ARestingHandYieldsToAFingerAndTapsNoMore) {
  Fingers fingers;
  fingers.down(1, Moment{0});
  EXPECT_EQ(said(fingers.down(2, Fingers::kYieldsAfter)), "CP");
  EXPECT_EQ(said(fingers.up(1)), "");
  EXPECT_EQ(said(fingers.up(2)), "R");
}

TEST(Fingers, AHandBesideAllTargetsYieldsAtOnce) {
  Fingers fingers;
  fingers.down(1, Moment{0});
  fingers.set_holding(false);
  EXPECT_EQ(said(fingers.down(2, Moment{40})), "CP");
  EXPECT_EQ(said(fingers.up(2)), "R");
}

TEST(Fingers, ThreeFingersAtOnceAreAPalmAndMeanNothing) {
  Fingers fingers;
  EXPECT_EQ(said(fingers.down(1, Moment{0})), "P");
  EXPECT_EQ(said(fingers.down(2, Moment{10})), "");
  EXPECT_EQ(said(fingers.down(3, Moment{20})), "C");
  EXPECT_EQ(said(fingers.up(1)), "");
  EXPECT_EQ(said(fingers.up(2)), "");
  EXPECT_EQ(said(fingers.up(3)), "");
  EXPECT_EQ(said(fingers.down(4, Moment{60})), "P") << "a palm that left blocks nobody";
}

TEST(Fingers, APalmThatStaysBlocksNoLaterTap) {
  Fingers fingers;
  for (const int finger : {1, 2, 3, 4}) {
    fingers.down(finger, Moment{finger});
  }
  EXPECT_EQ(said(fingers.down(9, Moment{1000})), "P");
  EXPECT_EQ(said(fingers.up(9)), "R");
}

TEST(Fingers, QuickTapsOfOneFingerAreNoPalm) {
  Fingers fingers;
  for (int tap = 0; tap < 5; ++tap) {
    EXPECT_EQ(said(fingers.down(tap, Moment{tap * 20})), "P");
    EXPECT_EQ(said(fingers.up(tap)), "R");
  }
}

TEST(Fingers, ALostLiftingIsNoticedByTheNextTouchOfTheSameFinger) {
  Fingers fingers;
  fingers.down(1, Moment{0});
  EXPECT_EQ(said(fingers.down(1, Moment{300})), "CP");
}

TEST(Fingers, ALostLiftingEndsByItself) {
  Fingers fingers;
  fingers.down(1, Moment{0});
  EXPECT_EQ(said(fingers.tick(Fingers::kLongestTap - Moment{1})), "");
  ASSERT_EQ(fingers.deadline(), Fingers::kLongestTap);
  EXPECT_EQ(said(fingers.tick(Fingers::kLongestTap)), "C");
  EXPECT_FALSE(fingers.deadline());
  EXPECT_EQ(said(fingers.up(1)), "") << "the late lifting taps nothing";
}

TEST(Fingers, TheWindowsLossOfTheHandEndsAPress) {
  Fingers fingers;
  fingers.down(1, Moment{0});
  EXPECT_EQ(said(fingers.lost()), "C");
  EXPECT_EQ(said(fingers.lost()), "");
}

}  // namespace
}  // namespace navbat::ui
