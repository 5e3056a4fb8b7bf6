#include <thread>

#include "tests/ui/test_shell.h"
#include "ui/widgets/controls.h"

namespace navbat::ui {
namespace {

constexpr Rect kButton{100, 100, 400, 100};

TEST(Shell, DrawsOnceAndThenOnlyWhenSomethingHappens) {
  TestShell test([](Frame&) {});
  const int drawn = test.scene.frames;
  test.robot.advance(Moment{60'000});
  EXPECT_EQ(test.scene.frames, drawn);
  std::thread([&] { test.shell->request_redraw(); }).join();
  test.robot.settle();
  EXPECT_EQ(test.scene.frames, drawn + 1);
}

TEST(Shell, RunsPostedWorkOnTheThreadThatDraws) {
  TestShell test([](Frame&) {});
  std::thread::id ran_on;
  std::thread([&] { test.shell->post([&] { ran_on = std::this_thread::get_id(); }); }).join();
  test.robot.settle();
  EXPECT_EQ(ran_on, std::this_thread::get_id());
}

// Looks once a second whether anything changed, as a screen with the age of its news does.
class WatchfulScene final : public Scene {
 public:
  void draw(Frame& frame) override {
    ++frames;
    frame.motion.wake_after(Moment{1000});
  }
  bool wants_frame(Motion& motion) override {
    ++looks;
    motion.wake_after(Moment{1000});
    return changed;
  }
  void presented() override { ++shown; }

  int frames = 0;
  int looks = 0;
  int shown = 0;
  bool changed = false;
};

TEST(Shell, DrawsNothingAtAWakeThatChangedNothing) {
  TestShell test([](Frame&) {});
  WatchfulScene scene;
  Robot robot(*test.shell, scene, test.now);
  test.shell->request_redraw();
  robot.settle();
  EXPECT_EQ(scene.frames, 1);
  robot.advance(Moment{5000});
  EXPECT_EQ(scene.looks, 5);
  EXPECT_EQ(scene.frames, 1);
  scene.changed = true;
  robot.advance(Moment{1000});
  EXPECT_EQ(scene.frames, 2);
  EXPECT_EQ(scene.shown, 2);
}

TEST(Shell, AsksTheSceneForNewsAndDrawsOnlyIfItWants) {
  TestShell test([](Frame&) {});
  WatchfulScene scene;
  Robot robot(*test.shell, scene, test.now);
  test.shell->request_redraw();
  robot.settle();
  const auto news = [&] {
    std::thread([&] {
      test.shell->ask_scene();
      test.shell->ask_scene();
    }).join();
    robot.settle();
  };
  news();
  EXPECT_EQ(scene.looks, 1);
  EXPECT_EQ(scene.frames, 1);
  scene.changed = true;
  news();
  EXPECT_EQ(scene.looks, 2);
  EXPECT_EQ(scene.frames, 2);
  scene.changed = false;
  robot.advance(Moment{1000});
  EXPECT_EQ(scene.looks, 3) << "it is still woken when it asked to be";
}

TEST(Touch, ReportsATapOnceAndOnlyWhenTheFingerStaysInside) {
  int taps = 0;
  TestShell test([&](Frame& frame) { taps += touch(frame, "b", kButton, "B").tapped ? 1 : 0; });
  EXPECT_TRUE(test.robot.tap("b"));
  EXPECT_EQ(taps, 1);
  test.robot.advance(Moment{1000});
  EXPECT_EQ(taps, 1);

  test.robot.finger_down(kButton.center());
  test.robot.finger_move({900, 900});
  test.robot.finger_up({900, 900});
  EXPECT_EQ(taps, 1);

  test.robot.finger_down({900, 900});
  test.robot.finger_move(kButton.center());
  test.robot.finger_up(kButton.center());
  EXPECT_EQ(taps, 1);
}

TEST(Touch, DoesNotRepeatWhileHeld) {
  int taps = 0;
  TestShell test([&](Frame& frame) { taps += touch(frame, "b", kButton, "B").tapped ? 1 : 0; });
  test.robot.finger_down(kButton.center());
  test.robot.advance(Moment{4'000});
  EXPECT_EQ(taps, 0);
  test.robot.finger_up(kButton.center());
  EXPECT_EQ(taps, 1);
}

TEST(Touch, IsDeadWhenDisabledOrCovered) {
  int taps = 0;
  bool enabled = false;
  bool covered = false;
  TestShell test([&](Frame& frame) {
    frame.interactive = !covered;
    taps += touch(frame, "b", kButton, "B", {.enabled = enabled}).tapped ? 1 : 0;
  });
  EXPECT_FALSE(test.robot.tap("b"));
  enabled = true;
  covered = true;
  test.shell->request_redraw();
  test.robot.settle();
  EXPECT_FALSE(test.robot.tap("b"));
  test.robot.finger_down(kButton.center());
  test.robot.finger_up(kButton.center());
  EXPECT_EQ(taps, 0);
}

TEST(Shell, ShowsANewLanguageInTheFrameOfItsTouch) {
  Shell* shell = nullptr;
  TestShell test([&](Frame& frame) {
    frame.canvas.text({0, 0, 1000, 100}, frame.words.text("kiosk.home.welcome"),
                      {.role = Role::kBody, .color = rgb(0), .on = rgb(0xFFFFFF)});
    if (touch(frame, "ru", kButton, "RU").tapped) {
      shell->set_language("ru");
    }
  });
  shell = test.shell.get();
  EXPECT_TRUE(test.robot.sees().shows("Xush kelibsiz!"));
  test.robot.tap("ru");
  EXPECT_TRUE(test.robot.sees().shows("Добро пожаловать!"));
}

}  // namespace
}  // namespace navbat::ui
