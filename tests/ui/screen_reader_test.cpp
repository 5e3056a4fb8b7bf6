// What the reader says of real frames, and when it stops.

#include "ui/access/screen_reader.h"

#include <gmock/gmock.h>

#include "tests/ui/fake_voice.h"
#include "tests/ui/test_shell.h"
#include "ui/testing/unspoken.h"
#include "ui/text/spoken.h"
#include "ui/widgets/choice_tile.h"
#include "ui/widgets/controls.h"

namespace navbat::ui {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Rect kTitle{100, 50, 800, 60};
constexpr Rect kCard{100, 200, 800, 200};

// A title, a card with a name and a wait on it, a decoration, a language of its own.
void draw_page(Frame& frame, const std::string& page) {
  frame.page = page;
  const TextSpec plain{.role = Role::kBody, .color = rgb(0), .on = rgb(0xFFFFFF)};
  frame.canvas.text(kTitle, "Welcome", plain);
  touch(frame, "cash", kCard, "Cash");
  frame.canvas.text({120, 220, 600, 40}, "Cash", plain);
  TextSpec wait = plain;
  wait.spoken = spoken_range(frame.words, 12, 17);
  frame.canvas.text({120, 320, 600, 40}, "≈ 12–17 min", wait);
  TextSpec mute = plain;
  mute.silent = true;
  frame.canvas.text({100, 500, 800, 60}, "· · ·", mute);
  choice_tile(frame, "ru", {100, 700, 800, 130}, "Русский", {.selected = true, .language = "ru"});
  button(frame, "off", {100, 900, 800, 130}, "Loans", {.enabled = false});
}

class Reader : public testing::Test {
 protected:
  Reader() {
    test.shell->set_language("en");
    test.shell->set_reader(&reader);
    test.robot.settle();
  }
  ~Reader() override { test.shell->set_reader(nullptr); }

  std::string page = "home";
  FakeVoice voice;
  ScreenReader reader{voice, {.volume = 60}};
  TestShell test{[this](Frame& frame) { draw_page(frame, page); }};
};

TEST_F(Reader, IsSilentUntilItIsAskedFor) {
  test.robot.key("Right");
  EXPECT_THAT(voice.said, IsEmpty());
}

TEST_F(Reader, ReadsAPageWithItsTargetsInOrderAndTongue) {
  test.robot.key("F4");
  EXPECT_THAT(voice.said, ElementsAre("Welcome", "Cash, 12 to 17 minutes", "Русский, selected",
                                      "Loans, not available"));
  EXPECT_THAT(voice.languages, ElementsAre("en", "en", "ru", "en"));
  EXPECT_THAT(unspoken(test.robot.sees(), test.robot.hears()), IsEmpty());
}

TEST_F(Reader, SaysWhatTheKeypadReachesAndNothingTwice) {
  test.robot.key("F4");
  test.robot.key("Right");
  EXPECT_THAT(voice.said, ElementsAre("Cash, 12 to 17 minutes"));
  test.shell->request_redraw();
  test.robot.settle();
  EXPECT_THAT(voice.said, SizeIs(1));
  test.robot.key("Right");
  EXPECT_THAT(voice.said, ElementsAre("Русский, selected"));
}

TEST_F(Reader, AnyTouchOrKeyOrScanStopsItAtOnce) {
  test.robot.key("F4");
  ASSERT_THAT(voice.said, SizeIs(4));
  test.robot.finger_down({1000, 1800});
  EXPECT_THAT(voice.said, IsEmpty());
  test.robot.finger_up({1000, 1800});
  test.robot.key("F1");
  ASSERT_THAT(voice.said, SizeIs(4));
  test.robot.key("F11");
  EXPECT_THAT(voice.said, IsEmpty());
  test.robot.key("F1");
  test.robot.scan("123456");
  EXPECT_THAT(voice.said, IsEmpty());
}

TEST_F(Reader, RepeatsTheTargetFirstAndThenThePage) {
  test.robot.key("F4");
  test.robot.key("Right");
  test.robot.key("F1");
  EXPECT_THAT(voice.said, ElementsAre("Cash, 12 to 17 minutes"));
  test.robot.key("F1");
  EXPECT_THAT(voice.said, SizeIs(4));
}

TEST_F(Reader, ReadsANewPageAndSaysWhatIsToBeSaidNow) {
  test.robot.key("F4");
  page = "ticket";
  test.shell->request_redraw();
  test.robot.settle();
  EXPECT_THAT(voice.said, SizeIs(4));
}

TEST_F(Reader, TurnsTheVolumeInStepsWithinBoundsAndSaysIt) {
  EXPECT_EQ(voice.volume, 60);
  test.robot.key("F4");
  test.robot.key("F3");
  EXPECT_EQ(voice.volume, 70);
  EXPECT_THAT(voice.said, ElementsAre("Volume 70 percent"));
  for (int i = 0; i < 20; ++i) {
    test.robot.key("F3");
  }
  EXPECT_EQ(voice.volume, 100);
  for (int i = 0; i < 20; ++i) {
    test.robot.key("F2");
  }
  EXPECT_EQ(voice.volume, 20);
}

TEST_F(Reader, TheNextCustomerFindsTheConfiguredVolumeAndSilence) {
  test.robot.key("F4");
  test.robot.key("F3");
  test.shell->reset_access();
  test.robot.settle();
  EXPECT_FALSE(reader.on());
  EXPECT_EQ(voice.volume, 60);
  EXPECT_THAT(voice.said, IsEmpty());
}

TEST_F(Reader, HeadphonesBeginAndEndSpeechAndKeepItForWhoeverWearsThem) {
  test.robot.key("F15");
  EXPECT_TRUE(reader.on());
  EXPECT_THAT(voice.said, SizeIs(4));
  test.shell->reset_access();
  EXPECT_TRUE(reader.on());
  test.robot.key("F16");
  EXPECT_FALSE(reader.on());
  EXPECT_THAT(voice.said, IsEmpty());
}

TEST(Transcript, ReportsATextThatNobodySays) {
  TestShell test([](Frame& frame) {
    const TextSpec plain{.role = Role::kBody, .color = rgb(0), .on = rgb(0xFFFFFF)};
    touch(frame, "a", kCard, "A", {.spoken = "only this"});
    frame.canvas.text({120, 220, 600, 40}, "and that", plain);
  });
  EXPECT_THAT(unspoken(test.robot.sees(), test.robot.hears()), ElementsAre("text \"and that\""));
}

TEST(Transcript, IsMuteUnderASheet) {
  TestShell test([](Frame& frame) {
    frame.interactive = false;
    draw_page(frame, "home");
  });
  EXPECT_THAT(test.robot.hears().lines(), IsEmpty());
  EXPECT_THAT(unspoken(test.robot.sees(), test.robot.hears()), IsEmpty());
}

TEST(Breaths, EndAtSentencesAndKeepEveryWord) {
  EXPECT_THAT(breaths("One. Two! Three"), ElementsAre("One.", "Two!", "Three"));
  EXPECT_THAT(breaths("About 4.5 minutes"), SizeIs(1));
  std::string text;
  for (int i = 0; i < 200; ++i) {
    text += (i == 0 ? "" : " ") + std::string("слово") + std::to_string(i);
  }
  std::string joined;
  for (const std::string& breath : breaths(text)) {
    EXPECT_LE(breath.size(), 240U);
    joined += (joined.empty() ? "" : " ") + breath;
  }
  EXPECT_EQ(joined, text);
  EXPECT_THAT(breaths(std::string(1000, 'x')), SizeIs(1)) << "one endless word is one breath";
}

}  // namespace
}  // namespace navbat::ui
