// A keypad, a keyboard and a scanner as the X server gives them to a real window.

#include <SDL.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <memory>

#include "tests/support/eventually.h"
#include "tests/support/temp_dir.h"
#include "tests/support/virtual_screen.h"
#include "ui/app/shell.h"
#include "ui/widgets/touch.h"

namespace navbat::ui {
namespace {

// Two targets; notes what the customer does.
class NoteScene final : public Scene {
 public:
  void draw(Frame& frame) override {
    frame.page = "notes";
    for (const char* id : {"first", "second"}) {
      const float y = std::string_view(id) == "first" ? 50 : 250;
      if (touch(frame, id, {50, y, 300, 150}, id).tapped) {
        tapped += id;
      }
    }
    typed += frame.typed;
    if (frame.scan) {
      scanned += frame.scan->text + ';';
    }
    if (frame.action == KeypadAction::kRepeat) {
      ++repeats;
    }
  }
  std::string tapped;
  std::string typed;
  std::string scanned;
  int repeats = 0;
};

// How often SDL said that a held key repeats.
struct RepeatCounter {
  RepeatCounter() { SDL_AddEventWatch(&RepeatCounter::count, this); }
  ~RepeatCounter() { SDL_DelEventWatch(&RepeatCounter::count, this); }
  RepeatCounter(const RepeatCounter&) = delete;
  RepeatCounter& operator=(const RepeatCounter&) = delete;

  static int count(void* self, SDL_Event* event) {
    if (event->type == SDL_KEYDOWN && event->key.repeat != 0) {
      ++static_cast<RepeatCounter*>(self)->repeats;
    }
    return 0;
  }
  int repeats = 0;
};

class RealKeys : public ::testing::Test {
 protected:
  void SetUp() override {
    ShellSpec spec;
    spec.window = {.title = "keys", .design = {400, 600}, .scale = 1, .software = true};
    spec.screen_width_mm = 100;
    spec.catalogues = std::filesystem::path(std::getenv("NAVBAT_SOURCE")) / "assets" / "lang";
    spec.languages = {"en"};
    spec.theme = light_theme();
    spec.probe = true;
    spec.closable = false;
    auto opened = Shell::open(std::move(spec));
    ASSERT_TRUE(opened) << opened.error();
    shell = std::move(*opened);
    turn();
    // Nobody manages windows here: the keyboard belongs to what lies under the pointer.
    screen.point_at(200, 550);
  }

  void turn() {
    while (shell->step(scene)) {
    }
  }
  bool sees(const std::function<bool()>& condition) {
    return navbat::testing::eventually([&] {
      turn();
      return condition();
    });
  }

  navbat::testing::TempDir temp;
  navbat::testing::VirtualScreen screen{temp.path(), 400, 600};
  NoteScene scene;
  std::unique_ptr<Shell> shell;
};

TEST_F(RealKeys, AKeypadMovesAndChoosesAndAHeldKeyDoesNotRepeat) {
  screen.key("Right");
  ASSERT_TRUE(sees([&] { return shell->focus().at() == "first"; }));
  EXPECT_TRUE(shell->probe().ring());
  screen.key("Right");
  ASSERT_TRUE(sees([&] { return shell->focus().at() == "second"; }));
  screen.key("Return");
  ASSERT_TRUE(sees([&] { return scene.tapped == "second"; }));
  screen.hold_key("F1", true);
  ASSERT_TRUE(sees([&] { return scene.repeats == 1; }));
  const RepeatCounter counter;
  ASSERT_TRUE(sees([&] { return counter.repeats >= 3; })) << "the X server repeats a held key";
  screen.hold_key("F1", false);
  screen.type("123", 150);
  ASSERT_TRUE(sees([&] { return scene.typed == "123"; })) << scene.typed;
  EXPECT_EQ(scene.repeats, 1);
}

TEST_F(RealKeys, AScannerIsKnownByItsSpeed) {
  const std::string code = "https://q.example/t/019ab3f0-7c5e?x=1&Y=%20";
  screen.type(code + "\n", 2);
  ASSERT_TRUE(sees([&] { return scene.scanned == code + ";"; })) << scene.scanned;
  EXPECT_EQ(scene.typed, "");
  EXPECT_EQ(scene.tapped, "") << "the scanner's Enter chooses nothing";
}

TEST_F(RealKeys, NoKeyClosesTheWindow) {
  screen.key("alt+F4");
  screen.key("ctrl+q");
  screen.key("Escape");
  screen.key("Right");
  ASSERT_TRUE(sees([&] { return shell->focus().at() == "first"; }));
  EXPECT_FALSE(shell->step(scene)) << "it waits for more, as ever";
  screen.click(200, 125);
  EXPECT_TRUE(sees([&] { return scene.tapped == "first"; }));
}

}  // namespace
}  // namespace navbat::ui
