#include "kiosk/screens/trouble_view.h"

#include "ui/widgets/backdrop.h"
#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {

using ui::Role;

void draw_trouble(ui::Frame& frame, const HeaderModel& header, const Emit& emit) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  ui::brand_backdrop(frame, frame.whole());
  draw_header(frame, header);
  const ui::Rect card{kMargin, frame.size.h * 0.3F, frame.size.w - 2 * kMargin, 620};
  ui::card(frame, card, frame.theme.radii.card, palette.surface);
  canvas.icon({card.center().x, card.y + 130}, ui::IconSize::kLarge, ui::icon::kSupportAgent,
              palette.accent_ink);
  ui::Rect text = card.inset(48, 0);
  text.cut_top(250);
  const ui::TextSpec title{.role = Role::kHeadline,
                           .color = palette.ink,
                           .on = palette.surface,
                           .align = ui::Align::kCenter,
                           .lines = 3,
                           .balanced = true};
  const float height = canvas.text(text, frame.words.text("kiosk.trouble.title"), title).height;
  text.cut_top(height + 56);
  canvas.text(text, frame.words.text("kiosk.trouble.ask"),
              {.role = Role::kBody,
               .color = palette.ink_muted,
               .on = palette.surface,
               .align = ui::Align::kCenter,
               .lines = 2,
               .balanced = true});
  const float button_height = std::max(canvas.mm(29), 112.0F);
  const ui::Rect button{kMargin + 200, card.bottom() + 60, frame.size.w - 2 * kMargin - 400,
                        button_height};
  if (ui::button(frame, "trouble/close", button, frame.words.text("common.back"),
                 {.look = ui::ButtonLook::kAccent, .icon = ui::icon::kArrowBack})) {
    emit(Finish{});
  }
}

}  // namespace navbat::kiosk
