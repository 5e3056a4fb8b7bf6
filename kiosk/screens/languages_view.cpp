#include "kiosk/screens/languages_view.h"

#include <cmath>

#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Align;
using ui::Frame;
using ui::Rect;
using ui::Role;
using ui::Stand;

void language_tile(Frame& frame, const Rect& rect, const LanguageChoice& choice, bool chosen,
                   const Emit& emit) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const ui::Touch state =
      ui::touch(frame, "languages/" + choice.tag, rect, choice.name,
                {.selected = chosen, .spoken = choice.name, .language = choice.tag});
  const float radius = frame.theme.radii.card;
  ui::Color ground = ui::mix(palette.surface_muted, palette.surface_pressed, state.press);
  if (chosen && !frame.theme.flat) {
    ground = ui::mix(palette.surface, palette.accent, 0.1F);
  }
  canvas.push_transform(rect.center(), 1 - 0.02F * state.press, {});
  canvas.fill(rect, ground, radius);
  if (chosen || frame.theme.flat) {
    canvas.outline(rect, chosen ? palette.accent : palette.line, radius,
                   chosen ? 5 : frame.theme.outline);
  }
  const float disc = canvas.mm(10.5F);
  const ui::Point middle{rect.x + 26 + disc, rect.center().y};
  const ui::Color disc_color = chosen ? palette.accent : palette.surface;
  canvas.circle(middle, disc, disc_color);
  if (chosen) {
    canvas.icon(middle, ui::IconSize::kMedium, ui::icon::kCheck, palette.on_accent);
  } else {
    canvas.text(ui::centered(middle, {disc * 2, disc * 2}), choice.code,
                {.role = Role::kStrong,
                 .color = palette.ink_muted,
                 .on = disc_color,
                 .align = Align::kCenter,
                 .stand = Stand::kMiddle});
  }
  const float left = middle.x + disc + 22;
  canvas.text({left, rect.y, rect.right() - left - 18, rect.h}, choice.name,
              {.role = Role::kTitle, .color = palette.ink, .on = ground, .stand = Stand::kMiddle});
  canvas.pop_transform();
  if (state.tapped) {
    emit(ChooseLanguage{choice.tag});
  }
}

}  // namespace

void draw_languages(Frame& frame, const HomeModel& model, float open, const Emit& emit) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  constexpr float kGap = 22;
  const float tile_height = std::max(canvas.mm(31), 120.0F);
  const auto rows = std::ceil(static_cast<float>(model.languages.size()) / 2);
  const float title_row = std::max(canvas.mm(22), 80.0F);
  const float height = 56 + title_row + 36 + rows * (tile_height + kGap) + 48;

  canvas.fill(frame.whole(),
              palette.scrim.with_alpha(static_cast<float>(palette.scrim.a) / 255 * open));
  Rect sheet{0, frame.size.h - height * open, frame.size.w, height};
  const Rect outside{0, 0, frame.size.w, sheet.y};
  if (outside.h > 0 && ui::touch(frame, "languages/outside", outside,
                                 frame.words.text("common.close"), {.by_keypad = false})
                           .tapped) {
    emit(CloseSheet{});
  }
  // Longer than the screen, so that the lower corners are out of sight.
  const Rect body{sheet.x, sheet.y, sheet.w, sheet.h + frame.theme.radii.sheet};
  canvas.shadow(body, frame.theme.radii.sheet, 60, 0, palette.shadow);
  canvas.fill(body, palette.surface, frame.theme.radii.sheet);
  if (frame.theme.flat) {
    canvas.outline(body, palette.line, frame.theme.radii.sheet, frame.theme.outline);
  }
  canvas.fill(ui::centered({frame.size.w / 2, sheet.y + 26}, {120, 9}), palette.line, 4.5F);

  sheet = sheet.inset(kMargin, 0);
  sheet.cut_top(56);
  Rect top = sheet.cut_top(title_row);
  const Rect close = top.cut_right(title_row);
  canvas.text(top, frame.words.text("kiosk.languages.title"),
              {.role = Role::kHeadline,
               .color = palette.ink,
               .on = palette.surface,
               .stand = Stand::kMiddle});
  if (ui::icon_button(frame, "languages/close", close, frame.words.text("common.close"),
                      ui::icon::kClose)) {
    emit(CloseSheet{});
  }
  sheet.cut_top(36);
  const float width = (sheet.w - kGap) / 2;
  for (std::size_t i = 0; i < model.languages.size(); ++i) {
    const auto row = static_cast<float>(i / 2);
    const auto column = static_cast<float>(i % 2);
    language_tile(frame,
                  {sheet.x + column * (width + kGap), sheet.y + row * (tile_height + kGap), width,
                   tile_height},
                  model.languages[i], model.languages[i].tag == model.preferences.language, emit);
  }
}

}  // namespace navbat::kiosk
