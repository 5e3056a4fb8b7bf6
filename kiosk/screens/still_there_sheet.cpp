#include "kiosk/screens/still_there_sheet.h"

#include <algorithm>

#include "kiosk/limits.h"
#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {

using ui::Role;

StillThereModel make_still_there(const ScreenContext& context) {
  StillThereModel model;
  if (const auto ends = context.navigator.ends_at()) {
    const Moment left = std::max(Moment{0}, *ends - context.now);
    model.seconds_left = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count());
    model.share_left = std::min(
        1.0F, static_cast<float>(left.count()) / static_cast<float>(kStillThereFor.count()));
  }
  return model;
}

void draw_still_there(ui::Frame& frame, const StillThereModel& model, float out, const Emit& emit) {
  constexpr float kGap = 28;
  const float button = std::max(frame.canvas.mm(31), 120.0F);
  const ui::TextSpec text{.role = Role::kTitle,
                          .color = frame.palette().ink_muted,
                          .on = frame.palette().surface,
                          .lines = 3};
  const std::string said = frame.words.text("kiosk.still_there.text");
  const float text_room = std::min(frame.size.w, 1080.0F) - 2 * kMargin;
  const float text_height = frame.canvas.measure({0, 0, text_room, 1000}, said, text).height;
  const ui::Sheet sheet = ui::sheet(frame,
                                    {.id = "still_there",
                                     .title = frame.words.text("kiosk.still_there.title"),
                                     .height = text_height + 64 + 2 * button + kGap,
                                     .closable = false},
                                    out);
  if (!sheet.visible) {
    return;
  }
  ui::Rect area = sheet.content;
  frame.canvas.text(area, said, text);
  area.cut_top(text_height + 64);
  if (ui::button(frame, "still_there/more_time", area.cut_top(button),
                 frame.words.text("kiosk.still_there.go_on"),
                 {.look = ui::ButtonLook::kAccent,
                  .countdown = model.share_left,
                  .count = model.seconds_left})) {
    emit(MoreTime{});
  }
  area.cut_top(kGap);
  if (ui::button(frame, "still_there/finish", area.cut_top(button),
                 frame.words.text("kiosk.still_there.finish"), {})) {
    emit(Finish{});
  }
}

}  // namespace navbat::kiosk
