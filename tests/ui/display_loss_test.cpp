// A window that is hidden, minimised, resized, covered, or loses its renderer's memory: the picture
// is whole again afterwards. Judged by what the X server shows.

#include <fstream>

#include "tests/ui/window_shell.h"
#include "ui/draw/image.h"

namespace navbat::ui {
namespace {

// A red ground and a green square in each corner.
class CornersScene final : public Scene {
 public:
  void draw(Frame& frame) override {
    ++drawn;
    frame.canvas.fill(frame.whole(), rgb(0xC00000));
    for (const float x : {0.0F, frame.size.w - 40}) {
      for (const float y : {0.0F, frame.size.h - 40}) {
        frame.canvas.fill({x, y, 40, 40}, rgb(0x00C000));
      }
    }
    frame.canvas.fill({100, 100, static_cast<float>(step), 5}, rgb(0xFFFFFF));
  }
  void presented() override { ++presents; }
  int drawn = 0;
  int presents = 0;
  int step = 1;
};

class DisplayLoss : public ::testing::TestWithParam<bool> {
 protected:
  void SetUp() override { ASSERT_TRUE(shown_whole()); }

  // Whether the X server shows the whole scene at the window's place.
  bool shown_whole() {
    return navbat::testing::eventually([this] {
      test.turn(scene);
      int left = 0;
      int top = 0;
      int width = 0;
      int height = 0;
      SDL_GetWindowPosition(WindowShell::window(), &left, &top);
      SDL_GetWindowSize(WindowShell::window(), &width, &height);
      const auto file = test.temp.file("screen.png");
      test.screen.save(file);
      const auto picture = read_png(file);
      if (!picture) {
        return false;
      }
      const auto is = [&](int x, int y, bool green) {
        const auto at = static_cast<std::size_t>((top + y) * picture->width + left + x) * 4;
        return picture->rgba[at] == (green ? 0 : 0xC0) &&
               picture->rgba[at + 1] == (green ? 0xC0 : 0);
      };
      return is(5, 5, true) && is(width - 5, 5, true) && is(5, height - 5, true) &&
             is(width - 5, height - 5, true) && is(width / 2, height / 2, false) &&
             is(width / 2, 5, false);
    });
  }

  bool becomes_lit(bool wanted) {
    return navbat::testing::eventually([&] {
      test.turn(scene);
      return test.shell->lit() == wanted;
    });
  }

  // A frame with something new in it, while the window is away.
  void change() {
    ++scene.step;
    test.shell->redraw();
    test.turn(scene);
  }

  static void push(Uint32 type) {
    SDL_Event event{};
    event.type = type;
    SDL_PushEvent(&event);
  }

  WindowShell test{GetParam()};
  CornersScene scene;
};

TEST_P(DisplayLoss, AHiddenWindowIsNotLitAndComesBackWhole) {
  EXPECT_TRUE(test.shell->lit());
  SDL_HideWindow(WindowShell::window());
  ASSERT_TRUE(becomes_lit(false));
  const int presents = scene.presents;
  change();
  EXPECT_EQ(scene.presents, presents) << "nobody sees it";
  SDL_ShowWindow(WindowShell::window());
  ASSERT_TRUE(becomes_lit(true));
  EXPECT_TRUE(shown_whole());
  EXPECT_GT(scene.presents, presents);
}

TEST_P(DisplayLoss, AWindowOfAnotherSizeIsDrawnWhole) {
  for (const int width : {800, 500}) {
    SDL_SetWindowSize(WindowShell::window(), width, width * 3 / 4);
    EXPECT_TRUE(shown_whole()) << width;
    EXPECT_EQ(test.shell->capture(scene).width, width);
  }
}

TEST_P(DisplayLoss, AWindowThatWasCoveredIsShownAgain) {
  SDL_Window* cover = SDL_CreateWindow("cover", 0, 0, 1000, 800, SDL_WINDOW_ALWAYS_ON_TOP);
  ASSERT_NE(cover, nullptr);
  test.turn(scene);
  SDL_DestroyWindow(cover);
  EXPECT_TRUE(shown_whole());
}

TEST_P(DisplayLoss, ARendererThatLostItsMemoryIsFilledAgain) {
  for (const Uint32 event : {SDL_RENDER_TARGETS_RESET, SDL_RENDER_DEVICE_RESET}) {
    const int drawn = scene.drawn;
    push(event);
    test.turn(scene);
    EXPECT_GT(scene.drawn, drawn);
    EXPECT_TRUE(shown_whole());
  }
}

TEST_P(DisplayLoss, ADisplayThatComesAndGoesBringsANewPicture) {
  const int drawn = scene.drawn;
  push(SDL_DISPLAYEVENT);
  test.turn(scene);
  EXPECT_GT(scene.drawn, drawn);
  EXPECT_TRUE(shown_whole());
}

INSTANTIATE_TEST_SUITE_P(Renderers, DisplayLoss, ::testing::Values(true, false),
                         [](const auto& each) {
                           return std::string(each.param ? "Software" : "OpenGl");
                         });

}  // namespace
}  // namespace navbat::ui
