// Saves pictures of the toolkit's widgets in each look into a folder: for people who judge how they
// look. Not a test; needs a display (or SDL_VIDEODRIVER=offscreen).
//   NAVBAT_SOURCE=. build/dev/tests/ui_gallery FOLDER

#include <SDL.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "ui/app/shell.h"
#include "ui/widgets/backdrop.h"
#include "ui/widgets/choice_tile.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/key_pad.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/text_field.h"
#include "ui_icons/icons.h"

namespace {

using namespace navbat::ui;

void title(Frame& frame, const Rect& at, std::string_view text) {
  frame.canvas.text(at, text,
                    {.role = Role::kHeadline,
                     .color = frame.palette().on_brand,
                     .on = backdrop_ground(frame.theme),
                     .stand = Stand::kMiddle,
                     .lines = 2});
}

Rect middle_column(const Frame& frame) {
  const float width = std::min(frame.size.w - 2 * 56, 840.0F);
  return {(frame.size.w - width) / 2, 0, width, frame.size.h};
}

void phone(Frame& frame) {
  frame.page = "details";
  frame.canvas.fill(frame.whole(), frame.palette().background);
  brand_backdrop(frame, {0, 0, frame.size.w, frame.size.h * 0.2F});
  Rect column = middle_column(frame);
  title(frame, column.cut_top(frame.size.h * 0.2F), "Telefon raqamingiz");
  column.cut_top(40);
  text_field(frame, column.cut_top(text_field_height(frame)),
             {.label = "Telefon raqamingiz",
              .text = grouped("9012345", "## ### ## ##"),
              .prefix = "+998"});
  column.cut_top(40);
  column.cut_bottom(60);
  key_pad(frame, "details", column, {.done = "Tayyor"});
}

void pin(Frame& frame) {
  frame.page = "staff/pin";
  brand_backdrop(frame, frame.whole());
  Rect column = middle_column(frame);
  title(frame, column.cut_top(frame.size.h * 0.2F), "PIN-kod");
  text_field(frame, column.cut_top(text_field_height(frame)),
             {.label = "PIN", .places = 6, .filled = 4});
  column.cut_top(40);
  column.cut_bottom(column.h * 0.1F);
  key_pad(frame, "pin", column, {.done = "Tayyor", .done_enabled = false, .secret = true});
}

struct Choice {
  char32_t icon;
  const char* label;
  const char* hint;
};

void choices(Frame& frame) {
  constexpr std::array<Choice, 4> kChoices{{
      {icon::kElderly, "Keksa yoshdagilar", ""},
      {icon::kAccessible, "Nogironlik", "Xodimimiz yordam beradi"},
      {icon::kPregnantWoman, "Homiladorlik", ""},
      {icon::kChildFriendly, "Yosh bolali", "3 yoshgacha"},
  }};
  frame.page = "home";
  const float out = begin_sheet(frame, "home/priority", true);
  brand_backdrop(frame, frame.whole());
  title(frame, {56, 80, frame.size.w - 112, 200}, "Xush kelibsiz!");
  pager_dots(frame, {frame.size.w / 2, 330}, 5, 2, true);
  progress_ring(frame, {frame.size.w / 2, 440}, 50, 12, 0.7F, frame.palette().on_brand);
  const float tile = choice_tile_height(frame, true);
  constexpr float kGap = 22;
  const Sheet sheet = navbat::ui::sheet(
      frame, {.id = "home/priority", .title = "Imtiyozli navbat", .height = 4 * tile + 3 * kGap},
      out);
  Rect rest = sheet.content;
  for (std::size_t i = 0; i < kChoices.size(); ++i) {
    const Choice& choice = kChoices[i];
    choice_tile(frame, "home/priority/" + std::to_string(i), rest.cut_top(tile), choice.label,
                {.icon = choice.icon, .hint = choice.hint, .selected = i == 1, .enabled = i != 3});
    rest.cut_top(kGap);
  }
}

void buttons(Frame& frame) {
  frame.page = "buttons";
  brand_backdrop(frame, frame.whole());
  Rect column = middle_column(frame);
  title(frame, column.cut_top(frame.size.h * 0.2F), "Raxmat!");
  const float row = frame.canvas.mm(29);
  button(frame, "b/accent", column.cut_top(row), "Chipta olish",
         {.look = ButtonLook::kAccent, .icon = icon::kConfirmationNumber});
  column.cut_top(60);
  button(frame, "b/brand", column.cut_top(row), "Yana vaqt",
         {.look = ButtonLook::kOnBrand, .icon = icon::kTimer});
  column.cut_top(60);
  button(frame, "b/off", column.cut_top(row), "Hozir mavjud emas",
         {.look = ButtonLook::kAccent, .enabled = false});
  column.cut_top(60);
  button(frame, "b/count", column.cut_top(row), "Tayyor",
         {.look = ButtonLook::kAccent, .countdown = 0.6F, .count = 12});
  busy_ring(frame, {frame.size.w / 2, column.y + 160}, 64, frame.palette().on_brand, "…");
}

class Sketch final : public Scene {
 public:
  std::function<void(Frame&)> sketch = phone;
  void draw(Frame& frame) override { sketch(frame); }
};

int show(const std::filesystem::path& folder, const std::string& name, Size size, float width_mm,
         const Theme& theme, float scale) {
  ShellSpec spec;
  spec.window.design = size;
  spec.window.scale = scale;
  spec.screen_width_mm = width_mm;
  spec.catalogues = std::filesystem::path(std::getenv("NAVBAT_SOURCE")) / "assets" / "lang";
  spec.languages = {"uz"};
  spec.theme = theme;
  auto shell = Shell::open(std::move(spec));
  if (!shell) {
    std::fprintf(stderr, "%s\n", shell.error().c_str());
    return 1;
  }
  Sketch scene;
  const std::array<std::pair<const char*, std::function<void(Frame&)>>, 4> kPages{
      {{"phone", phone}, {"pin", pin}, {"choices", choices}, {"buttons", buttons}}};
  (*shell)->motion().set_reduced(true);
  for (const auto& [page, sketch] : kPages) {
    scene.sketch = sketch;
    (*shell)->capture(scene);
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = SDLK_RIGHT;
    for (int i = 0; i < 2; ++i) {
      SDL_PushEvent(&event);
      (*shell)->step(scene);
    }
    if (auto saved = (*shell)->screenshot(scene, folder / (name + '-' + page + ".png")); !saved) {
      std::fprintf(stderr, "%s\n", saved.error().c_str());
      return 1;
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: ui_gallery FOLDER\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const Size portrait{1080, 1920};
  const Size landscape{1920, 1080};
  return show(folder, "light", portrait, 267.7F, light_theme(), 1) +
         show(folder, "contrast", portrait, 267.7F, high_contrast_theme(), 1) +
         show(folder, "large", portrait, 267.7F, with_large_text(light_theme()), 1) +
         show(folder, "landscape", landscape, 476.6F, light_theme(), 1) +
         show(folder, "landscape-contrast", landscape, 476.6F, high_contrast_theme(), 1);
}
