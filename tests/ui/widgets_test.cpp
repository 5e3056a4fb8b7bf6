// Key pad, fields and sheets by touch, keypad, keyboard and scanner; sizes at every look and scale.

#include <gmock/gmock.h>

#include "tests/ui/test_shell.h"
#include "ui/testing/unspoken.h"
#include "ui/widgets/backdrop.h"
#include "ui/widgets/key_pad.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/touch.h"

namespace navbat::ui {
namespace {

using ::testing::IsEmpty;

// What a model makes of a key pad's edits: six digits.
class Code {
 public:
  bool take(std::string_view edits) {
    for (const char edit : edits) {
      if (edit == kErase && !digits_.empty()) {
        digits_.pop_back();
      } else if (edit >= '0' && edit <= '9' && !full()) {
        digits_ += edit;
      }
    }
    return edits.ends_with(kDone);
  }
  const std::string& digits() const { return digits_; }
  bool empty() const { return digits_.empty(); }
  bool full() const { return digits_.size() == 6; }

 private:
  std::string digits_;
};

TEST(Digits, AreShownInGroupsAndMasked) {
  EXPECT_EQ(grouped("901234567", "## ### ## ##"), "90 123 45 67");
  EXPECT_EQ(grouped("9012", "## ### ## ##"), "90 12");
  EXPECT_EQ(grouped("90", "## ### ## ##"), "90");
  EXPECT_EQ(grouped("1234567", "### ###"), "123 456 7");
  EXPECT_EQ(masked("901234567", 2), "•••••••67");
  EXPECT_EQ(masked("9", 2), "9");
  EXPECT_EQ(grouped(masked("901234567", 2), "## ### ## ##"), "•• ••• •• 67");
}

// A code of six digits with its key pad.
class Pad : public testing::Test {
 protected:
  void draw(Frame& frame) {
    frame.page = "code";
    brand_backdrop(frame, frame.whole());
    text_field(frame, {200, 200, 680, text_field_height(frame)},
               {.label = "Code", .text = entry.digits()});
    const std::string edits = key_pad(frame, "code", {120, 500, 840, 900},
                                      {.done = frame.words.text("kiosk.ticket.done"),
                                       .done_enabled = entry.full(),
                                       .can_erase = !entry.empty()});
    done += entry.take(edits) ? 1 : 0;
    if (!edits.empty()) {
      test.shell->redraw();
    }
    if (frame.scan) {
      scanned = frame.scan->text;
    }
  }

  Code entry;
  int done = 0;
  std::string scanned;
  TestShell test{[this](Frame& frame) {
    if (test.shell) {
      draw(frame);
    }
  }};

  void SetUp() override {
    test.shell->request_redraw();
    test.robot.settle();
  }
};

TEST_F(Pad, TakesTouches) {
  for (const char* key : {"code/4", "code/8", "code/0", "code/erase", "code/2"}) {
    EXPECT_TRUE(test.robot.tap(key)) << key;
  }
  EXPECT_EQ(entry.digits(), "482");
  EXPECT_FALSE(test.robot.tap("code/done")) << "three digits are no code";
  for (const char* key : {"code/9", "code/1", "code/3", "code/done"}) {
    EXPECT_TRUE(test.robot.tap(key)) << key;
  }
  EXPECT_EQ(done, 1);
}

TEST_F(Pad, TakesTheKeypad) {
  test.robot.key("Right");
  test.robot.key("Return");
  test.robot.key("Right");
  test.robot.key("Return");
  test.robot.key("Return");
  EXPECT_EQ(entry.digits(), "122");
}

TEST_F(Pad, TakesAKeyboardAndItsEnter) {
  test.robot.type("48x2913");
  EXPECT_EQ(entry.digits(), "482913");
  test.robot.key("Backspace");
  EXPECT_EQ(entry.digits(), "48291");
  test.robot.key("Return");
  EXPECT_EQ(done, 0);
  test.robot.type("3");
  EXPECT_EQ(entry.digits(), "482913");
  test.robot.key("Return");
  EXPECT_EQ(done, 1);
}

TEST_F(Pad, LeavesAScanToTheScreen) {
  test.robot.scan("482913");
  EXPECT_EQ(scanned, "482913");
  EXPECT_TRUE(entry.empty());
  EXPECT_EQ(done, 0) << "the scanner's Enter presses nothing";
}

TEST_F(Pad, SurvivesAMegabyteOfRubbish) {
  test.robot.scan(std::string(1'000'000, '5'));
  EXPECT_EQ(scanned, "");
  EXPECT_TRUE(entry.empty());
  test.robot.advance(Moment{1000});
  test.robot.type("4");
  EXPECT_EQ(entry.digits(), "4");
}

TEST_F(Pad, IsSpokenAndLargeEnough) {
  test.robot.type("482");
  EXPECT_THAT(unspoken(test.robot.sees(), test.robot.hears()), IsEmpty());
  for (const SeenTarget& target : test.robot.sees().targets()) {
    EXPECT_GE(std::min(target.rect.w, target.rect.h), 20 * 1080 / 267.7F) << target.id;
  }
}

TEST(SecretField, NeverSaysOrShowsItsDigits) {
  TestShell test([](Frame& frame) {
    text_field(frame, {100, 100, 800, 120}, {.label = "PIN", .places = 6, .filled = 3});
  });
  test.shell->set_language("en");
  test.robot.settle();
  ASSERT_EQ(test.robot.hears().lines().size(), 1U);
  EXPECT_EQ(test.robot.hears().lines().front().text, "PIN, 3 digits entered");
  EXPECT_TRUE(test.robot.sees().texts().empty());
}

TEST(SheetWidget, ClosesByItsButtonTheGroundBesideItAndTheKeypadsBack) {
  bool open = true;
  int closed = 0;
  TestShell test([&](Frame& frame) {
    frame.page = "home";
    const float out = begin_sheet(frame, "home/more", open);
    touch(frame, "beneath", {0, 1700, 1080, 200}, "Beneath");
    const Sheet more = sheet(frame, {.id = "home/more", .title = "More", .height = 400}, out);
    closed += more.closed ? 1 : 0;
  });
  test.robot.advance(Moment{1000});
  EXPECT_FALSE(test.robot.tap("beneath"));
  EXPECT_TRUE(test.robot.tap("home/more/close"));
  EXPECT_TRUE(test.robot.tap("home/more/outside"));
  test.robot.key("Escape");
  EXPECT_EQ(closed, 3);
  open = false;
  test.shell->request_redraw();
  test.robot.settle();
  test.robot.advance(Moment{1000});
  EXPECT_TRUE(test.robot.tap("beneath"));
  EXPECT_EQ(test.robot.sees().find("home/more/close"), nullptr);
}

TEST(Reach, IsTheWholeFrameOrItsLowerPart) {
  Rect reach;
  bool lowered = false;
  TestShell test([&](Frame& frame) {
    reach = frame.reach;
    lowered = frame.lowered();
  });
  EXPECT_EQ(reach, (Rect{0, 0, 1080, 1920}));
  EXPECT_FALSE(lowered);
  test.shell->set_reach(200);
  test.robot.settle();
  EXPECT_TRUE(lowered);
  EXPECT_FLOAT_EQ(reach.bottom(), 1920);
  EXPECT_NEAR(reach.h, 200 * 1080 / 267.7F, 0.1F);
  test.shell->set_reach(10'000);
  test.robot.settle();
  EXPECT_EQ(reach, (Rect{0, 0, 1080, 1920}));
}

TEST(Scale, TwiceThePixelsShowTheSameAtTheSameMillimetres) {
  const auto sketch = [](Frame& frame) {
    text_field(frame, {200, 200, 680, text_field_height(frame)}, {.label = "Code", .text = "482"});
    key_pad(frame, "code", {120, 500, 840, 900}, {.done = "OK"});
    frame.canvas.text({40, 1500, 1000, 200}, frame.words.text("kiosk.home.choose"),
                      {.role = Role::kHeadline, .color = rgb(0), .on = rgb(0xFFFFFF), .lines = 3});
  };
  std::vector<SeenText> texts;
  std::vector<SeenTarget> targets;
  {
    TestShell small(sketch);
    texts = small.robot.sees().texts();
    targets = small.robot.sees().targets();
  }
  EXPECT_EQ(design_size({2160, 3840}), (Size{1080, 1920}));
  EXPECT_EQ(design_size({1920, 1080}), (Size{1920, 1080}));
  TestShell large(sketch, {2160, 3840});
  EXPECT_EQ(large.shell->logical_size(), (Size{1080, 1920}));
  ASSERT_EQ(large.robot.sees().targets().size(), targets.size());
  for (std::size_t i = 0; i < targets.size(); ++i) {
    EXPECT_EQ(large.robot.sees().targets()[i].rect, targets[i].rect) << targets[i].id;
  }
  ASSERT_EQ(large.robot.sees().texts().size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const SeenText& seen = large.robot.sees().texts()[i];
    EXPECT_EQ(seen.text, texts[i].text);
    EXPECT_NEAR(seen.ink.w, texts[i].ink.w, 1.0F) << seen.text;
    EXPECT_NEAR(seen.cap_mm, texts[i].cap_mm, 0.05F) << seen.text;
  }
  EXPECT_TRUE(large.robot.tap("code/5"));
}

TEST(DoubleTap, LandsNotOnThePageThatTheFirstTapOpened) {
  std::string page = "home";
  int done = 0;
  TestShell test([&](Frame& frame) {
    frame.page = page;
    if (touch(frame, page + "/main", {100, 1000, 800, 200}, page).tapped) {
      done += page == "ticket" ? 1 : 0;
      page = "ticket";
    }
  });
  const Point middle{500, 1100};
  for (int tap = 0; tap < 2; ++tap) {
    test.robot.finger_down(middle);
    test.robot.finger_up(middle);
    test.shell->request_redraw();
    test.robot.advance(Moment{150});
  }
  EXPECT_EQ(page, "ticket");
  EXPECT_EQ(done, 0);
  test.robot.advance(Moment{400});
  EXPECT_TRUE(test.robot.tap("ticket/main"));
  EXPECT_EQ(done, 1);
}

TEST(DoubleTap, AFingerThatIsDownWhileThePageChangesTouchesNothingOnTheNext) {
  std::string page = "home";
  int taps = 0;
  TestShell test([&](Frame& frame) {
    frame.page = page;
    taps += touch(frame, "back", {100, 1000, 800, 200}, "Back").tapped ? 1 : 0;
  });
  test.robot.finger_down({500, 1100});
  page = "attract";
  test.shell->request_redraw();
  test.robot.settle();
  test.robot.finger_up({500, 1100});
  EXPECT_EQ(taps, 0);
}

}  // namespace
}  // namespace navbat::ui
