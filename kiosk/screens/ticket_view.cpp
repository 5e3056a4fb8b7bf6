#include "kiosk/screens/ticket_view.h"

#include <cmath>

#include "ui/widgets/backdrop.h"
#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Align;
using ui::Canvas;
using ui::Color;
using ui::Frame;
using ui::Rect;
using ui::Role;
using ui::Stand;

constexpr Moment kPaperTime{900};  // the paper's way out of the slot
constexpr float kPaperPad = 44;

std::string title_of(const Frame& frame, const TicketModel& model) {
  if (!model.issued) {
    return frame.words.text("kiosk.issuing.title");
  }
  if (model.closing) {
    return frame.words.text("kiosk.ticket.closing");
  }
  return frame.words.text(model.paper == PrintProgress::kFailed ? "kiosk.ticket.remember"
                                                                : "kiosk.ticket.take");
}

char32_t badge_of(const TicketModel& model) {
  if (model.closing) {
    return ui::icon::kTimer;
  }
  return model.paper == PrintProgress::kFailed ? ui::icon::kInfo : ui::icon::kPrint;
}

// Badge and headline, centred together; returns the y below.
float heading(Frame& frame, const TicketModel& model, float top) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  const float disc = canvas.mm(9.5F);
  const Rect row{kMargin, top, frame.size.w - 2 * kMargin, canvas.mm(26)};
  const float text_room = row.w - 2 * disc - 28;
  const ui::TextSpec spec{.role = Role::kHeadline,
                          .color = palette.on_brand,
                          .on = ui::backdrop_ground(frame.theme),
                          .stand = Stand::kMiddle,
                          .lines = 2,
                          .balanced = true};
  const std::string title = title_of(frame, model);
  const float width = canvas.measure({0, 0, text_room, row.h}, title, spec).width;
  const float left = row.x + (row.w - width - 2 * disc - 28) / 2;
  const ui::Point middle{left + disc, row.center().y};
  canvas.circle(middle, disc, palette.accent);
  canvas.arc(middle, disc + 9, 3, 0, 1, palette.accent.with_alpha(0.55F));
  canvas.icon(middle, ui::IconSize::kSmall, badge_of(model), palette.on_accent);
  canvas.text({left + 2 * disc + 28, row.y, text_room, row.h}, title, spec);
  return row.bottom();
}

// A tile on the paper with a text of up to two lines beside an icon; returns its height.
float tile_height(Frame& frame, float width, Role role, const std::string& main,
                  const std::string& small) {
  Canvas& canvas = frame.canvas;
  const float main_height =
      canvas.measure({0, 0, width, 1000}, main, {.role = role, .lines = 2}).height;
  const float small_height =
      small.empty()
          ? 0
          : 30 + canvas.measure({0, 0, width, 1000}, small, {.role = Role::kBody, .lines = 2})
                     .height;
  return 34 + main_height + small_height + 36;
}

void tile(Frame& frame, const Rect& rect, char32_t icon, Role role, const std::string& main,
          const std::string& small) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  canvas.fill(rect, palette.surface_muted, frame.theme.radii.tile);
  const float side = canvas.icon_side(ui::IconSize::kMedium);
  canvas.icon({rect.x + 28 + side / 2, rect.center().y}, ui::IconSize::kMedium, icon,
              palette.accent_ink);
  Rect text = rect;
  text.cut_left(28 + side + 26);
  text.cut_right(24);
  const ui::TextSpec main_spec{.role = role,
                               .color = palette.ink,
                               .on = palette.surface_muted,
                               .lines = 2,
                               .balanced = true};
  text.cut_top(34);
  const float main_height = canvas.text(text, main, main_spec).height;
  if (!small.empty()) {
    text.cut_top(main_height + 30);
    canvas.text(text, small,
                {.role = Role::kBody,
                 .color = palette.ink_muted,
                 .on = palette.surface_muted,
                 .lines = 2,
                 .balanced = true});
  }
}

void perforation(Frame& frame, const Rect& paper, float y) {
  const ui::Palette& palette = frame.palette();
  const Color hole =
      frame.theme.flat ? palette.background : ui::mix(palette.brand_dark, palette.brand, 0.62F);
  frame.canvas.circle({paper.x, y}, 22, hole);
  frame.canvas.circle({paper.right(), y}, 22, hole);
  frame.canvas.dashes({paper.x + 44, y}, {paper.right() - 44, y}, palette.line, 3, 12);
}

void phone_part(Frame& frame, Rect area, const TicketModel& model) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  if (!model.qr) {
    return;
  }
  const float side = std::min(area.h, 340.0F);
  area.cut_top((area.h - side) / 2);
  const Rect code{area.x, area.y, side, side};
  if (frame.theme.flat) {
    canvas.fill(code, ui::rgb(0xFFFFFF));  // a code is dark on light in every theme
    canvas.qr(code.inset(24), *model.qr, ui::rgb(0x000000));
  } else {
    canvas.qr(code, *model.qr, palette.ink);
  }
  area.cut_left(side + 40);
  const std::string title = frame.words.text("kiosk.ticket.follow");
  const std::string hint = frame.words.text(
      model.paper == PrintProgress::kFailed ? "kiosk.ticket.no_paper" : "kiosk.ticket.scan");
  const ui::TextSpec title_spec{
      .role = Role::kTitle, .color = palette.ink, .on = palette.surface, .lines = 4};
  const ui::TextSpec hint_spec{
      .role = Role::kBody, .color = palette.ink_muted, .on = palette.surface, .lines = 3};
  const float title_height = canvas.measure(area, title, title_spec).height;
  const float hint_height = canvas.measure(area, hint, hint_spec).height;
  // Beside the code, in its middle; without the hint when large text leaves no room for it.
  const bool both = title_height + 34 + hint_height <= side;
  area = {area.x, area.y, area.w, side};
  area.cut_top((side - title_height - (both ? 34 + hint_height : 0)) / 2);
  canvas.text(area, title, title_spec);
  if (both) {
    area.cut_top(title_height + 34);
    canvas.text(area, hint, hint_spec);
  }
}

void paper(Frame& frame, const Rect& sheet, const TicketModel& model) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  canvas.shadow(sheet, 36, 60, 26, Color{0, 6, 24, 150});
  canvas.fill(sheet, palette.surface, 36);
  if (frame.theme.flat) {
    canvas.outline(sheet, palette.line, 36, frame.theme.outline);
  } else {
    const Rect shade{sheet.x, sheet.y, sheet.w, 90};
    canvas.gradient(shade, palette.accent.with_alpha(0.16F), palette.accent.with_alpha(0.0F),
                    ui::Toward::kDown, 0);
  }
  Rect inside = sheet.inset(kPaperPad, 0);
  inside.cut_top(60);
  const Color service_ground = frame.theme.flat
                                   ? palette.surface
                                   : ui::over(palette.accent.with_alpha(0.06F), palette.surface);
  canvas.text(inside, model.service,
              {.role = Role::kTitle,
               .color = palette.accent_ink,
               .on = service_ground,
               .align = Align::kCenter});
  inside.cut_top(canvas.cap(Role::kTitle) + 38);
  canvas.text(inside, frame.words.text("kiosk.ticket.your_number"),
              {.role = Role::kBody,
               .color = palette.ink_muted,
               .on = palette.surface,
               .align = Align::kCenter});
  inside.cut_top(canvas.cap(Role::kBody) + 38);
  canvas.text(
      inside, model.label,
      {.role = Role::kGiant, .color = palette.ink, .on = palette.surface, .align = Align::kCenter});
  inside.cut_top(canvas.cap(Role::kGiant) + 46);

  const float text_width = inside.w - 28 - canvas.icon_side(ui::IconSize::kMedium) - 26 - 24;
  const std::string wait = wait_text(frame.words, "kiosk.ticket.", model.wait);
  const std::string limit =
      model.limit_min
          ? frame.words.text("kiosk.ticket.limit", {{"limit", std::to_string(*model.limit_min)}})
          : std::string();
  tile(frame, inside.cut_top(tile_height(frame, text_width, Role::kHeadline, wait, limit)),
       ui::icon::kSchedule, Role::kHeadline, wait, limit);
  inside.cut_top(18);
  if (model.people_ahead) {
    const std::string ahead = *model.people_ahead == 0
                                  ? frame.words.text("kiosk.ticket.ahead_none")
                                  : frame.words.count("kiosk.ticket.ahead", *model.people_ahead);
    tile(frame, inside.cut_top(tile_height(frame, text_width, Role::kTitle, ahead, "")),
         ui::icon::kGroups, Role::kTitle, ahead, "");
    inside.cut_top(18);
  }
  inside.cut_top(30);
  perforation(frame, sheet, inside.y);
  inside.cut_top(44);
  if (model.paper == PrintProgress::kFailed && !model.qr) {
    return;
  }
  inside.cut_bottom(kPaperPad);
  const Rect foot = inside.cut_bottom(canvas.cap(Role::kBody));
  canvas.text(foot, model.issued_on,
              {.role = Role::kBody,
               .color = palette.ink_muted,
               .on = palette.surface,
               .align = Align::kCenter});
  inside.cut_bottom(36);
  phone_part(frame, inside, model);
}

void waiting_dots(Frame& frame, ui::Point middle) {
  constexpr int kDots = 3;
  constexpr Moment kBeat{900};
  const auto phase = static_cast<float>(frame.motion.now().count() % kBeat.count()) /
                     static_cast<float>(kBeat.count());
  for (int i = 0; i < kDots; ++i) {
    const float wave = std::sin((phase - static_cast<float>(i) * 0.16F) * 6.2832F);
    const float strength = frame.motion.reduced() ? 0.8F : 0.35F + 0.5F * std::max(0.0F, wave);
    frame.canvas.circle({middle.x + static_cast<float>(i - 1) * 46, middle.y}, 13,
                        frame.palette().on_brand.with_alpha(strength));
  }
  if (!frame.motion.reduced()) {
    frame.motion.wake_after(Moment{40});
  }
}

}  // namespace

void draw_ticket(Frame& frame, const TicketModel& model, const Emit& emit) {
  Canvas& canvas = frame.canvas;
  const ui::Palette& palette = frame.palette();
  ui::brand_backdrop(frame, frame.whole());
  const float below_header = draw_header(frame, model.header);
  const float below_title = heading(frame, model, below_header + 44);

  const float buttons_height = std::max(canvas.mm(29), 112.0F);
  const float bottom = frame.size.h - 54;
  const Rect buttons{kMargin + 40, bottom - buttons_height, frame.size.w - 2 * kMargin - 80,
                     buttons_height};
  const Rect slot{kMargin + 24, below_title + 34, frame.size.w - 2 * kMargin - 48, 26};
  canvas.fill(slot, frame.theme.flat ? palette.surface_muted : ui::rgb(0x020817), 13);
  canvas.outline(slot, palette.on_brand.with_alpha(0.3F), 13, 2);
  if (!model.issued) {
    waiting_dots(frame, {frame.size.w / 2, slot.bottom() + 160});
    return;
  }

  const Rect sheet{buttons.x, slot.y + 13, buttons.w, buttons.y - 48 - slot.y - 13};
  const float out = frame.motion.progress(model.since, kPaperTime, ui::Ease::kInOut);
  canvas.push_clip({0, slot.y + 13, frame.size.w, frame.size.h});
  canvas.push_transform({0, 0}, 1, {0, (out - 1) * (sheet.h + 20)});
  paper(frame, sheet, model);
  canvas.pop_transform();
  canvas.pop_clip();

  Rect row = buttons;
  const float half = (row.w - 28) / 2;
  if (ui::button(frame, "ticket/more_time", row.cut_left(half),
                 frame.words.text("kiosk.ticket.more_time"),
                 {.look = ui::ButtonLook::kOnBrand, .icon = ui::icon::kTimer})) {
    emit(MoreTime{});
  }
  row.cut_left(28);
  if (ui::button(frame, "ticket/done", row, frame.words.text("kiosk.ticket.done"),
                 {.look = ui::ButtonLook::kAccent,
                  .countdown = model.share_left,
                  .count = model.seconds_left})) {
    emit(Finish{});
  }
}

}  // namespace navbat::kiosk
