#include "ui/draw/damage.h"

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <bit>
#include <functional>
#include <vector>

namespace navbat::ui {
namespace {

constexpr int kWidth = 1000;
constexpr int kHeight = 600;
constexpr std::uint32_t kGround = 0xFF202020;
constexpr std::uint32_t kInk = 0xFFFFFFFF;

ImTextureID texture(std::uintptr_t number) { return std::bit_cast<ImTextureID>(number); }

// A window that is drawn as the test says.
class Window {
 public:
  using Sketch = std::function<void(ImDrawList&)>;

  std::vector<PixelRect> draw(const Sketch& sketch, std::uint32_t ground = kGround,
                              int width = kWidth) {
    ImDrawList list(&shared_);
    list._ResetForNewFrame();
    list.PushTextureID(texture(1));
    list.PushClipRect({0, 0}, {static_cast<float>(width), kHeight});
    sketch(list);
    ImDrawList* lists = &list;
    ImDrawData data;
    data.CmdLists = &lists;
    data.CmdListsCount = 1;
    return damage_.take(data, ground, width, kHeight);
  }

  void lose() { damage_.forget(); }

 private:
  ImDrawListSharedData shared_;
  Damage damage_;
};

const PixelRect kWhole{0, 0, kWidth, kHeight};

Window::Sketch box(float x, float y, std::uint32_t color = kInk) {
  return [=](ImDrawList& list) { list.AddRectFilled({x, y}, {x + 20, y + 20}, color); };
}

bool covers(const std::vector<PixelRect>& parts, int x, int y) {
  return std::any_of(parts.begin(), parts.end(), [=](const PixelRect& part) {
    return x >= part.left && x < part.right && y >= part.top && y < part.bottom;
  });
}

int pixels(const std::vector<PixelRect>& parts) {
  int sum = 0;
  for (const PixelRect& part : parts) {
    sum += (part.right - part.left) * (part.bottom - part.top);
  }
  return sum;
}

TEST(Damage, TheFirstFrameIsAllNewAndTheSameAgainIsNot) {
  Window window;
  EXPECT_EQ(window.draw(box(10, 10)), std::vector{kWhole});
  EXPECT_TRUE(window.draw(box(10, 10)).empty());
}

TEST(Damage, WhatMovesDirtiesWhereItWasAndWhereItIs) {
  Window window;
  window.draw(box(10, 10));
  const auto parts = window.draw(box(900, 500));
  EXPECT_TRUE(covers(parts, 20, 20));
  EXPECT_TRUE(covers(parts, 910, 510));
  EXPECT_FALSE(covers(parts, 500, 300));
  EXPECT_LT(pixels(parts), kWidth * kHeight / 10);
}

TEST(Damage, SeesAnotherColourTextureClipAndOrder) {
  const auto differs = [](const Window::Sketch& before, const Window::Sketch& after) {
    Window window;
    window.draw(before);
    const auto parts = window.draw(after);
    return covers(parts, 15, 15) && !covers(parts, 700, 300);
  };
  EXPECT_TRUE(differs(box(10, 10), box(10, 10, 0xFFFFFFFE)));
  EXPECT_TRUE(differs(box(10, 10), box(10.5F, 10)));
  const auto image = [](std::uintptr_t number, float u) {
    return [=](ImDrawList& list) { list.AddImage(texture(number), {10, 10}, {30, 30}, {u, 0}); };
  };
  EXPECT_TRUE(differs(image(2, 0), image(3, 0)));
  EXPECT_TRUE(differs(image(2, 0), image(2, 0.5F)));
  const auto clipped = [](float right) {
    return [=](ImDrawList& list) {
      list.PushClipRect({0, 0}, {right, 100});
      list.AddRectFilled({10, 10}, {60, 30}, kInk);
      list.PopClipRect();
    };
  };
  EXPECT_TRUE(differs(clipped(20), clipped(40)));
  const auto two = [](std::uint32_t first, std::uint32_t second) {
    return [=](ImDrawList& list) {
      list.AddRectFilled({10, 10}, {30, 30}, first);
      list.AddRectFilled({10, 10}, {30, 30}, second);
    };
  };
  EXPECT_TRUE(differs(two(kInk, 0xFF0000FF), two(0xFF0000FF, kInk)));
}

TEST(Damage, WhatIsClippedAwayDirtiesNothing) {
  const auto hidden = [](float x) {
    return [=](ImDrawList& list) {
      list.PushClipRect({0, 0}, {100, 100}, true);
      list.AddRectFilled({x, 300}, {x + 20, 320}, kInk);
      list.PopClipRect();
      list.AddRectFilled({5000 + x, 10}, {6000, 20}, kInk);
      list.AddRectFilled({-500, -900}, {-400, -800 + x}, kInk);
    };
  };
  Window window;
  window.draw(hidden(10));
  EXPECT_TRUE(window.draw(hidden(90)).empty());
}

TEST(Damage, AnotherGroundOrSizeAndALossAreAllNew) {
  Window window;
  window.draw(box(10, 10));
  EXPECT_EQ(window.draw(box(10, 10), 0xFF000000), std::vector{kWhole});
  const PixelRect wider{0, 0, kWidth + 80, kHeight};
  EXPECT_EQ(window.draw(box(10, 10), 0xFF000000, kWidth + 80), std::vector{wider});
  EXPECT_TRUE(window.draw(box(10, 10), 0xFF000000, kWidth + 80).empty());
  window.lose();
  EXPECT_EQ(window.draw(box(10, 10), 0xFF000000, kWidth + 80), std::vector{wider});
}

TEST(Damage, ManyChangesBecomeFewRectanglesThatCoverThemAll) {
  const auto many = [](std::uint32_t color) {
    return [=](ImDrawList& list) {
      for (int i = 0; i < 12; ++i) {
        const auto x = static_cast<float>(i * 77 % 900);
        const auto y = static_cast<float>(i * 131 % 500);
        list.AddRectFilled({x, y}, {x + 5, y + 5}, color);
      }
    };
  };
  Window window;
  window.draw(many(kInk));
  const auto parts = window.draw(many(0xFF00FF00));
  EXPECT_LE(parts.size(), Damage::kMostRects);
  for (int i = 0; i < 12; ++i) {
    EXPECT_TRUE(covers(parts, i * 77 % 900 + 2, i * 131 % 500 + 2)) << i;
  }
}

TEST(Damage, AWindowThatIsMostlyNewIsOneRectangle) {
  const auto wide = [](std::uint32_t color) {
    return [=](ImDrawList& list) { list.AddRectFilled({0, 0}, {kWidth, 520}, color); };
  };
  Window window;
  window.draw(wide(kInk));
  EXPECT_EQ(window.draw(wide(0xFF00FF00)), std::vector{kWhole});
}

}  // namespace
}  // namespace navbat::ui
