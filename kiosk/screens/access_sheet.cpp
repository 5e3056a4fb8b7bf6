#include "kiosk/screens/access_sheet.h"

#include "kiosk/screens/tiles.h"
#include "ui/widgets/choice_tile.h"
#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Frame;
using ui::Rect;
using ui::Role;

struct Mode {
  const char* name;  // of its target and its text
  char32_t icon;
  bool on;
  Intent toggle;
};

// Softer and louder at the sides, between them how loud it is.
void volume_row(Frame& frame, Rect row, int percent, const Emit& emit) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const std::string text =
      frame.words.text("kiosk.access.volume", {{"percent", std::to_string(percent)}});
  const Rect left = row.cut_left(row.h);
  const Rect right = row.cut_right(row.h);
  if (ui::icon_button(frame, "access/quieter", left, frame.words.text("kiosk.access.quieter"),
                      ui::icon::kVolumeDown)) {
    emit(Quieter{});
  }
  if (ui::icon_button(frame, "access/louder", right, frame.words.text("kiosk.access.louder"),
                      ui::icon::kVolumeUp)) {
    emit(Louder{});
  }
  row = row.inset(28, 0);
  const float cap = canvas.cap(Role::kStrong);
  const float bar = canvas.mm(2.4F);
  const float gap = canvas.mm(5);
  const float top = row.center().y - (cap + gap + bar) / 2;
  canvas.text({row.x, top, row.w, cap}, text,
              {.role = Role::kStrong,
               .color = palette.ink,
               .on = palette.surface,
               .align = ui::Align::kCenter});
  const Rect track{row.x, top + cap + gap, row.w, bar};
  const float share = static_cast<float>(percent) / 100;
  canvas.fill(track, palette.line.with_alpha(frame.theme.flat ? 0.4F : 1.0F), bar / 2);
  canvas.fill({track.x, track.y, track.w * share, bar}, palette.accent_ink, bar / 2);
}

}  // namespace

AccessModel make_access(const ScreenContext& context) {
  return {.chosen = context.preferences(), .volume = context.device.volume};
}

void draw_access(Frame& frame, const AccessModel& model, float out, const Emit& emit) {
  const std::array modes{
      Mode{"large_text", ui::icon::kTextIncrease, model.chosen.large_text, ToggleLargeText{}},
      Mode{"contrast", ui::icon::kContrast, model.chosen.high_contrast, ToggleContrast{}},
      Mode{"lowered", ui::icon::kAccessible, model.chosen.lowered, ToggleLowered{}},
      Mode{"speech", ui::icon::kRecordVoiceOver, model.chosen.speech, ToggleSpeech{}}};
  const float tile = ui::choice_tile_height(frame, false);
  const float tiles = tiles_height(static_cast<int>(modes.size()), 2, tile);
  const float row = std::max(frame.canvas.mm(26), 96.0F);
  const ui::Sheet sheet = ui::sheet(
      frame,
      {.id = "access", .title = frame.words.text("kiosk.access.title"), .height = tiles + 36 + row},
      out);
  if (sheet.closed) {
    emit(CloseSheet{});
  }
  if (!sheet.visible) {
    return;
  }
  for (std::size_t i = 0; i < modes.size(); ++i) {
    const Mode& mode = modes[i];
    const std::string name = mode.name;
    if (ui::choice_tile(
            frame, "access/" + name, tile_rect(sheet.content, static_cast<int>(i), 2, tile),
            frame.words.text("kiosk.access." + name), {.icon = mode.icon, .selected = mode.on})) {
      emit(mode.toggle);
    }
  }
  volume_row(frame, {sheet.content.x, sheet.content.y + tiles + 36, sheet.content.w, row},
             model.volume, emit);
}

}  // namespace navbat::kiosk
