#include "kiosk/screens/header.h"

#include "ui/widgets/backdrop.h"

namespace navbat::kiosk {

using ui::Align;
using ui::Role;

float draw_header(ui::Frame& frame, const HeaderModel& model) {
  constexpr float kTop = 54;
  constexpr float kLogo = 92;
  const ui::Palette& palette = frame.palette();
  const ui::Color ground = ui::backdrop_ground(frame.theme);
  ui::Canvas& canvas = frame.canvas;
  canvas.logo({kMargin, kTop, kLogo, kLogo}, palette.on_brand);

  const float gap = canvas.cap(Role::kBody) * 0.75F;
  const float lines = canvas.cap(Role::kTitle) + gap + canvas.cap(Role::kBody);
  const float first_line = kTop + std::max(0.0F, (kLogo - lines) / 2);
  const float second_line = first_line + canvas.cap(Role::kTitle) + gap;
  float clock_width = 0;
  if (model.time) {
    const std::string clock = ui::clock_text(frame.words, *model.time);
    // Large letters leave no room for branch and date side by side: the date gives way.
    const std::string date =
        frame.theme.large_text ? std::string() : ui::date_text(frame.words, *model.time);
    clock_width =
        std::min(std::max(canvas.width(Role::kClock, clock), canvas.width(Role::kBody, date)) + 4,
                 frame.size.w * 0.5F);
    const float left = frame.size.w - kMargin - clock_width;
    const float clock_top = first_line + canvas.cap(Role::kTitle) - canvas.cap(Role::kClock);
    canvas.text(
        {left, clock_top, clock_width, canvas.cap(Role::kClock)}, clock,
        {.role = Role::kClock, .color = palette.on_brand, .on = ground, .align = Align::kRight});
    canvas.text({left, second_line, clock_width, canvas.cap(Role::kBody)}, date,
                {.role = Role::kBody,
                 .color = palette.on_brand_muted,
                 .on = ground,
                 .align = Align::kRight});
  }
  const float left = kMargin + kLogo + 24;
  const float room = frame.size.w - left - kMargin - clock_width - 28;
  canvas.text({left, first_line, room, canvas.cap(Role::kTitle)}, model.bank,
              {.role = Role::kTitle, .color = palette.on_brand, .on = ground});
  canvas.text({left, second_line, room, canvas.cap(Role::kBody)}, model.branch,
              {.role = Role::kBody, .color = palette.on_brand_muted, .on = ground});
  return std::max(kTop + kLogo, second_line + canvas.cap(Role::kBody));
}

}  // namespace navbat::kiosk
