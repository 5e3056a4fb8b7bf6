// The keypad in front of a real shell: order, ring, activation, pages and sheets.

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "tests/ui/test_shell.h"
#include "ui/draw/color.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/sheet.h"

namespace navbat::ui {
namespace {

using ::testing::ElementsAre;

constexpr float kUnitsPerMm = 1080 / 267.7F;

// Three buttons, the second may be off; a sheet with one button over them.
struct Screen {
  std::vector<std::string> tapped;
  std::string page = "home";
  bool second_on = true;
  bool sheet_open = false;

  void draw(Frame& frame) {
    frame.page = page;
    const float out = begin_sheet(frame, page + "/more", sheet_open);
    row(frame, "a", 100, true);
    row(frame, "b", 300, second_on);
    row(frame, "c", 500, true);
    const Sheet more = sheet(frame, {.id = page + "/more", .title = "More", .height = 200}, out);
    if (more.visible && touch(frame, "more/x", more.content, "X").tapped) {
      tapped.push_back("x");
    }
    if (more.closed) {
      sheet_open = false;
      frame.motion.wake_after(Moment{1});
    }
  }
  void row(Frame& frame, const std::string& id, float y, bool on) {
    if (button(frame, id, {100, y, 800, 120}, id, {.enabled = on})) {
      tapped.push_back(id);
    }
  }
};

class KeypadFocus : public testing::Test {
 protected:
  Screen screen;
  TestShell test{[this](Frame& frame) { screen.draw(frame); }};

  const std::string& at() const { return test.shell->focus().at(); }
  void again() {
    test.shell->request_redraw();
    test.robot.settle();
    test.robot.advance(Moment{1000});
  }
};

TEST_F(KeypadFocus, IsNowhereUntilTheKeypadIsUsed) {
  EXPECT_FALSE(test.robot.sees().ring());
  test.robot.key("Return");
  EXPECT_TRUE(screen.tapped.empty());
}

TEST_F(KeypadFocus, GoesRoundInOrderOfDeclarationAndPastWhatIsOff) {
  std::vector<std::string> visited;
  screen.second_on = false;
  again();
  for (int i = 0; i < 3; ++i) {
    test.robot.key("Right");
    visited.push_back(at());
  }
  test.robot.key("Left");
  visited.push_back(at());
  EXPECT_THAT(visited, ElementsAre("a", "c", "a", "c"));
}

TEST_F(KeypadFocus, BeginsAtTheEndWhenItGoesBackwards) {
  test.robot.key("Left");
  EXPECT_EQ(at(), "c");
}

TEST_F(KeypadFocus, ActivatesAsATouchDoesOnceForEachKey) {
  test.robot.key("Right");
  test.robot.key("Right");
  test.robot.key("Return");
  EXPECT_THAT(screen.tapped, ElementsAre("b"));
  again();
  EXPECT_EQ(screen.tapped.size(), 1U);
  test.robot.key("Keypad Enter");
  EXPECT_THAT(screen.tapped, ElementsAre("b", "b"));
}

TEST_F(KeypadFocus, SurvivesARedrawAndLosesATargetThatIsGone) {
  test.robot.key("Right");
  test.robot.key("Right");
  again();
  EXPECT_EQ(at(), "b");
  screen.second_on = false;
  again();
  EXPECT_EQ(at(), "");
  EXPECT_FALSE(test.robot.sees().ring());
}

TEST_F(KeypadFocus, ATouchTakesTheRingAway) {
  test.robot.key("Right");
  ASSERT_TRUE(test.robot.sees().ring());
  test.robot.tap("c");
  EXPECT_FALSE(test.robot.sees().ring());
}

TEST_F(KeypadFocus, StaysInAnOpenSheetAndComesBackAfterwards) {
  test.robot.key("Right");
  test.robot.key("Right");
  screen.sheet_open = true;
  again();
  std::set<std::string> visited;
  for (int i = 0; i < 4; ++i) {
    test.robot.key("Right");
    visited.insert(at());
  }
  EXPECT_THAT(visited, ElementsAre("home/more/close", "more/x"));
  test.robot.key("Escape");
  test.robot.advance(Moment{1000});
  EXPECT_FALSE(screen.sheet_open);
  EXPECT_EQ(at(), "b");
}

TEST_F(KeypadFocus, ANewPageBeginsWithoutFocus) {
  test.robot.key("Right");
  screen.page = "ticket";
  again();
  EXPECT_EQ(at(), "");
  test.robot.key("Right");
  EXPECT_EQ(at(), "a");
}

TEST_F(KeypadFocus, ForgetsTheLastCustomer) {
  test.robot.key("Right");
  test.shell->set_blank(true);
  test.shell->set_reach(400);
  test.shell->reset_access();
  again();
  EXPECT_FALSE(test.robot.sees().ring());
  EXPECT_FALSE(test.shell->blank());
  EXPECT_EQ(test.shell->reach(), 0);
}

TEST_F(KeypadFocus, RingIsThickAndLiesAroundItsTarget) {
  test.robot.key("Right");
  const auto& ring = test.robot.sees().ring();
  ASSERT_TRUE(ring);
  EXPECT_EQ(ring->id, "a");
  EXPECT_GE(ring->band_mm, 2.0F);
  const SeenTarget* target = test.robot.sees().find("a");
  ASSERT_NE(target, nullptr);
  EXPECT_TRUE(ring->rect.encloses(target->rect.inset(-4 * kUnitsPerMm)));
}

// On any grey a band of the light theme reads; on each colour of its palette one of high contrast.
TEST(FocusRing, OneOfItsBandsReadsOnWhateverItLiesOn) {
  const auto best = [](const Palette& p, Color ground) {
    return std::max(contrast(p.focus, ground), contrast(p.focus_dark, ground));
  };
  const Palette light = light_theme().palette;
  for (std::uint32_t level = 0; level < 256; ++level) {
    EXPECT_GE(best(light, rgb(level << 16U | level << 8U | level)), 4.5) << level;
  }
  const Palette dark = high_contrast_theme().palette;
  for (const Color ground : {dark.background, dark.surface, dark.surface_muted,
                             dark.surface_pressed, dark.brand, dark.accent, dark.line}) {
    EXPECT_GE(best(dark, ground), 4.5);
  }
}

TEST(BlankScreen, HidesAllAndIsLitAgainByATouchThatDoesNothingElse) {
  int taps = 0;
  TestShell test([&](Frame& frame) {
    taps += touch(frame, "b", {100, 100, 400, 100}, "B").tapped ? 1 : 0;
  });
  test.robot.key("F5");
  EXPECT_TRUE(test.shell->blank());
  test.robot.key("Right");
  test.robot.key("Return");
  EXPECT_EQ(taps, 1) << "the keypad works in the dark";
  EXPECT_TRUE(test.robot.tap("b"));
  EXPECT_FALSE(test.shell->blank());
  EXPECT_EQ(taps, 1);
  EXPECT_TRUE(test.robot.tap("b"));
  EXPECT_EQ(taps, 2);
}

}  // namespace
}  // namespace navbat::ui
