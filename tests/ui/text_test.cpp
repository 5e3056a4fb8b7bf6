#include "tests/ui/test_shell.h"

namespace navbat::ui {
namespace {

TextSpec body(int lines = 1) {
  return {.role = Role::kTitle, .color = rgb(0), .on = rgb(0xFFFFFF), .lines = lines};
}

SeenText set(const std::string& text, Rect box, int lines) {
  TestShell test([&](Frame& frame) { frame.canvas.text(box, text, body(lines)); });
  return test.robot.sees().texts().at(0);
}

TEST(Text, StandsInsideItsBox) {
  const SeenText seen = set("Kassa", {50, 50, 400, 60}, 1);
  EXPECT_FALSE(seen.cut);
  EXPECT_TRUE(seen.box.encloses(seen.ink));
}

TEST(Text, WrapsIntoTheLinesItMayTake) {
  const SeenText one = set("Kredit", {0, 0, 300, 200}, 2);
  const SeenText two = set("Kredit va ipoteka", {0, 0, 300, 200}, 2);
  EXPECT_FALSE(two.cut);
  EXPECT_GT(two.ink.h, one.ink.h * 1.5F);
}

TEST(Text, IsSetALittleSmallerBeforeItIsCutButNeverBelowWhatCanBeRead) {
  const SeenText whole = set("Toʻlov va oʻtkazmalar", {0, 0, 1000, 100}, 1);
  const SeenText fitted = set("Toʻlov va oʻtkazmalar", {0, 0, whole.ink.w * 0.95F, 100}, 1);
  EXPECT_FALSE(fitted.cut);
  EXPECT_LT(fitted.cap_mm, whole.cap_mm);
  const SeenText cut = set("Toʻlov va oʻtkazmalar", {0, 0, whole.ink.w * 0.6F, 100}, 1);
  EXPECT_TRUE(cut.cut);
  EXPECT_GE(cut.cap_mm, 7.29F);
}

TEST(Text, ReportsAWordThatIsWiderThanItsBox) {
  EXPECT_TRUE(set("Donaudampfschifffahrtsgesellschaft", {0, 0, 200, 300}, 3).cut);
}

TEST(Text, ReportsLinesThatLeaveTheBoxBelow) {
  EXPECT_TRUE(set("a b c d e f g h i j k l m n o p", {0, 0, 120, 40}, 9).cut);
}

TEST(Text, CapitalsHaveTheMillimetresThatTheThemeAsks) {
  EXPECT_NEAR(set("H", {0, 0, 400, 60}, 1).cap_mm, light_theme().type(Role::kTitle).cap_mm, 0.05F);
}

TEST(Fonts, LearnALetterThatNoCatalogueHas) {
  TestShell test([](Frame& frame) { frame.canvas.text({0, 0, 400, 60}, "Ωmega", body()); });
  EXPECT_EQ(test.scene.frames, 2);  // once to find out, once with the letter; then never again
  test.shell->request_redraw();
  test.robot.settle();
  EXPECT_EQ(test.scene.frames, 3);
}

}  // namespace
}  // namespace navbat::ui
