#include "ui/draw/color.h"

#include <gtest/gtest.h>

namespace navbat::ui {
namespace {

TEST(Contrast, IsTwentyOneForBlackOnWhiteAndOneForTheSameColour) {
  EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21.0, 0.01);
  EXPECT_NEAR(contrast(rgb(0x777777), rgb(0x777777)), 1.0, 0.001);
}

TEST(Contrast, AgreesWithThePublishedValueForMidGrey) {
  EXPECT_NEAR(contrast(rgb(0x767676), rgb(0xFFFFFF)), 4.54, 0.01);  // WCAG's own borderline example
}

TEST(Contrast, CountsATranslucentTextAsItLooks) {
  EXPECT_LT(contrast(rgb(0x000000).with_alpha(0.3F), rgb(0xFFFFFF)), 3.0);
}

TEST(Readable, KeepsAColourThatReadsAndDarkensOneThatDoesNot) {
  EXPECT_EQ(readable(rgb(0x123A7A), rgb(0xFFFFFF), 4.5), rgb(0x123A7A));
  const Color darker = readable(rgb(0xFFC000), rgb(0xFFFFFF), 4.5);
  EXPECT_GE(contrast(darker, rgb(0xFFFFFF)), 4.5);
}

TEST(ParseColor, TakesHexAndRefusesEverythingElse) {
  EXPECT_EQ(parse_color("#0B3A6F").value(), rgb(0x0B3A6F));
  for (const auto* wrong : {"", "0B3A6F", "#0B3A6", "#0B3A6FF", "#0B3A6G", "#-B3A6F", "blue"}) {
    EXPECT_FALSE(parse_color(wrong).has_value()) << wrong;
  }
}

}  // namespace
}  // namespace navbat::ui
