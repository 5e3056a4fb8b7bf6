// Only what changed is drawn; what is seen is what a drawing of everything would show.

#include <cmath>
#include <functional>

#include "tests/ui/window_shell.h"
#include "ui/widgets/backdrop.h"
#include "ui_icons/icons.h"

namespace navbat::ui {
namespace {

// All that canvases can draw, with one thing after the other in motion.
class BusyScene final : public Scene {
 public:
  void draw(Frame& frame) override {
    Canvas& canvas = frame.canvas;
    brand_backdrop(frame, frame.whole());
    const auto swing = [this](float speed) { return std::sin(static_cast<float>(step) * speed); };
    const Rect card{60 + 90 * swing(0.4F), 50, 240, 130};
    canvas.shadow(card, 24, 40, 12, Color{0, 0, 0, 120});
    canvas.gradient(card, rgb(0x1F7BFF), rgb(0x14306B), Toward::kDownRight, 24);
    canvas.outline(card, Color{255, 255, 255, 60}, 24, 3);
    canvas.text(card.inset(16), "A0" + std::to_string(40 + step / 2),
                {.role = Role::kHeadline, .color = rgb(0xFFFFFF), .on = rgb(0x1F7BFF)});
    canvas.push_opacity(0.5F + 0.5F * swing(0.3F));
    canvas.icon({500, 90}, IconSize::kLarge, icon::kSchedule, rgb(0xFFFFFF));
    canvas.pop_opacity();
    canvas.push_clip({380, 160, 200, 90});
    canvas.arc({480, 240}, 60 + 20 * swing(0.7F), 12, 0.6F, 0.9F, Color{255, 255, 255, 90});
    canvas.pop_clip();
    canvas.push_transform({100, 300}, 0.9F + 0.1F * swing(0.5F), {});
    canvas.fill({40, 260, 180, 90}, Color{200, 30, 60, 180}, 18);
    canvas.circle({280, 310}, 34, rgb(0xFFC24B));
    canvas.pop_transform();
    if (step > 6) {
      canvas.picture({400, 300, 120, 90}, step > 9 ? second : first, 16);
      canvas.picture({540, 300, 60, 90}, first, 0, PictureFit::kFilling);
    }
    canvas.line({10, 400}, {600, 400 + 30 * swing(0.2F)}, Color{255, 255, 255, 120}, 3);
    canvas.text({10, 430, 600, 40}, "step " + std::to_string(step),
                {.role = Role::kBody, .color = rgb(0xFFFFFF), .on = backdrop_ground(frame.theme)});
  }

  int step = 0;
  std::shared_ptr<const Image> first = chequered(64);
  std::shared_ptr<const Image> second = chequered(900);

 private:
  static std::shared_ptr<const Image> chequered(int side) {
    Image image{side, side, {}};
    for (int i = 0; i < side * side; ++i) {
      const int field = (i / side / 8 + i % side / 8) % 2;
      const auto shade = static_cast<std::uint8_t>(field * 200 + i % 40);
      image.rgba.insert(image.rgba.end(), {shade, 90, static_cast<std::uint8_t>(255 - shade), 255});
    }
    return std::make_shared<const Image>(std::move(image));
  }
};

// How many pixels differ by more than nobody can see.
int differing(const Image& a, const Image& b, int tolerance) {
  int count = 0;
  for (std::size_t i = 0; i < a.rgba.size(); ++i) {
    count += std::abs(int{a.rgba[i]} - int{b.rgba[i]}) > tolerance ? 1 : 0;
  }
  return count;
}

class Redraw : public ::testing::TestWithParam<bool> {
 protected:
  WindowShell test{GetParam()};
  BusyScene scene;
};

TEST_P(Redraw, OfPartsShowsWhatARedrawOfAllShows) {
  test.turn(scene);
  Image before;
  for (scene.step = 0; scene.step < 14; ++scene.step) {
    const Image parts = test.shell->capture(scene);
    const Image whole = test.whole_picture(scene);
    ASSERT_EQ(parts.width, WindowShell::kWidth);
    ASSERT_EQ(parts.height, WindowShell::kHeight);
    // OpenGL's pixels are equal. SDL's software renderer rounds at the edge of a clip: a letter
    // that lies on it may differ by a shade.
    const int tolerance = GetParam() ? 12 : 0;
    EXPECT_EQ(differing(parts, whole, tolerance), 0) << "step " << scene.step;
    EXPECT_EQ(parts.rgba == before.rgba, false) << "nothing moved in step " << scene.step;
    before = parts;
  }
}

TEST_P(Redraw, FollowsTheThemeAndTheDarkScreen) {
  test.turn(scene);
  test.shell->set_theme(high_contrast_theme());
  const Image contrast = test.shell->capture(scene);
  EXPECT_EQ(contrast.rgba == test.whole_picture(scene).rgba, true);
  test.shell->set_blank(true);
  const Image dark = test.shell->capture(scene);
  EXPECT_EQ(dark.rgba[0], 0);
  EXPECT_EQ(dark.rgba == contrast.rgba, false);
  test.shell->set_blank(false);
  EXPECT_EQ(test.shell->capture(scene).rgba == contrast.rgba, true);
}

INSTANTIATE_TEST_SUITE_P(Renderers, Redraw, ::testing::Values(true, false), [](const auto& each) {
  return std::string(each.param ? "Software" : "OpenGl");
});

}  // namespace
}  // namespace navbat::ui
