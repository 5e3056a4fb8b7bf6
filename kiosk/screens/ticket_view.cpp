#include "kiosk/screens/ticket_view.h"

#include <algorithm>
#include <string>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/ticket_paper.h"
#include "ui/widgets/backdrop.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/progress.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Canvas;
using ui::Frame;
using ui::Rect;
using ui::Role;

constexpr Moment kPaperTime{900};  // the paper's way out of the slot
constexpr float kGap = 28;
constexpr float kSlot = 26;

std::string title_of(const Frame& frame, const TicketModel& model) {
  if (!model.issued) {
    return frame.words.text("kiosk.issuing.title");
  }
  if (model.closing) {
    return frame.words.text("kiosk.ticket.closing");
  }
  switch (model.paper) {
    case PrintProgress::kPrinting:
    case PrintProgress::kPrinted:
      return frame.words.text("kiosk.ticket.take");
    case PrintProgress::kFailed:
      return frame.words.text("kiosk.ticket.remember");
    case PrintProgress::kUnknown:
      return frame.words.text("kiosk.ticket.unknown");
  }
  return {};
}

char32_t badge_of(const TicketModel& model) {
  if (model.closing) {
    return ui::icon::kTimer;
  }
  const bool on_paper =
      model.paper == PrintProgress::kPrinting || model.paper == PrintProgress::kPrinted;
  return on_paper ? ui::icon::kPrint : ui::icon::kSmartphone;
}

void badge(Frame& frame, ui::Point middle, float radius, char32_t icon) {
  const ui::Palette& palette = frame.palette();
  frame.canvas.circle(middle, radius, palette.accent);
  frame.canvas.arc(middle, radius + 9, 3, 0, 1, palette.accent.with_alpha(0.55F));
  frame.canvas.icon(middle, ui::IconSize::kSmall, icon, palette.on_accent);
}

// Badge and headline side by side, centred together or at the left; returns the y below.
float heading(Frame& frame, const Rect& area, const TicketModel& model, bool centred) {
  Canvas& canvas = frame.canvas;
  const float disc = canvas.mm(9.5F);
  const float text_room = area.w - 2 * disc - kGap;
  const ui::TextSpec spec{.role = Role::kHeadline,
                          .color = frame.palette().on_brand,
                          .on = ui::backdrop_ground(frame.theme),
                          .stand = ui::Stand::kMiddle,
                          .lines = centred ? 2 : 4,
                          .balanced = true};
  const std::string title = title_of(frame, model);
  const ui::TextExtent extent = canvas.measure({0, 0, text_room, 2000}, title, spec);
  const Rect row{area.x, area.y, area.w, std::max(canvas.mm(26), extent.height + 20)};
  const float left = centred ? row.x + (row.w - extent.width - 2 * disc - kGap) / 2 : row.x + 9;
  badge(frame, {left + disc, row.center().y}, disc, badge_of(model));
  canvas.text({left + 2 * disc + kGap, row.y, text_room, row.h}, title, spec);
  return row.bottom();
}

void slot(Frame& frame, const Rect& rect) {
  const ui::Palette& palette = frame.palette();
  frame.canvas.fill(rect, frame.theme.flat ? palette.surface_muted : ui::rgb(0x020817), kSlot / 2);
  frame.canvas.outline(rect, palette.on_brand.with_alpha(0.3F), kSlot / 2, 2);
}

// Out of its slot, or standing still where there is none to take.
void paper(Frame& frame, const Rect& area, const TicketModel& model, bool phone) {
  Canvas& canvas = frame.canvas;
  if (model.paper == PrintProgress::kFailed) {
    draw_ticket_paper(frame, area, model, phone, 0);
    return;
  }
  const Rect mouth{area.x - 16, area.y, area.w + 32, kSlot};
  slot(frame, mouth);
  const float lip = mouth.center().y;
  const Rect sheet{area.x, lip, area.w, area.bottom() - lip};
  const float out = frame.motion.progress(model.since, kPaperTime, ui::Ease::kInOut);
  canvas.push_clip({0, lip, frame.size.w, frame.size.h});
  canvas.push_transform({0, 0}, 1, {0, (out - 1) * (sheet.h + 20)});
  draw_ticket_paper(frame, sheet, model, phone, 60);
  canvas.pop_transform();
  canvas.pop_clip();
}

void buttons(Frame& frame, Rect row, const TicketModel& model, const Emit& emit) {
  const float half = (row.w - kGap) / 2;
  if (ui::button(frame, "ticket/more_time", row.cut_left(half),
                 frame.words.text("kiosk.ticket.more_time"),
                 {.look = ui::ButtonLook::kOnBrand, .icon = ui::icon::kTimer})) {
    emit(MoreTime{});
  }
  row.cut_left(kGap);
  if (ui::button(frame, "ticket/done", row, frame.words.text("kiosk.ticket.done"),
                 {.look = ui::ButtonLook::kAccent,
                  .countdown = model.share_left,
                  .count = model.seconds_left})) {
    emit(Finish{});
  }
}

void portrait(Frame& frame, const TicketModel& model, const Layout& layout, const Emit& emit) {
  Rect area = layout.info;
  area.cut_top(heading(frame, {area.x, area.y - 18, area.w, 0}, model, true) - area.y + 30);
  area = area.inset(40, 0);
  const Rect row = area.cut_bottom(std::max(frame.canvas.mm(29), 112.0F));
  area.cut_bottom(40);
  paper(frame, area, model, true);
  buttons(frame, row, model, emit);
}

// The ticket at the right, what to do with it at the left.
void landscape(Frame& frame, const TicketModel& model, const Layout& layout, const Emit& emit) {
  Rect area = layout.info;
  Rect left = area.cut_left(area.w * 0.36F);
  area.cut_left(64);
  area = {area.x, 54, area.w - 16, area.bottom() - 54};
  const Rect row = left.cut_bottom(std::max(frame.canvas.mm(29), 112.0F));
  left.cut_bottom(kGap);
  left.cut_top(heading(frame, left, model, false) - left.y + kGap);
  if (model.qr) {
    const Rect card{left.x, left.y, left.w, std::min(left.h, 400.0F)};
    ui::card(frame, card, frame.theme.radii.card, frame.palette().surface);
    draw_ticket_phone(frame, card.inset(30, 24), model);
  }
  paper(frame, area, model, false);
  buttons(frame, row, model, emit);
}

}  // namespace

void draw_ticket(Frame& frame, const TicketModel& model, const Emit& emit) {
  ui::brand_backdrop(frame, frame.whole());
  const Layout layout = lay_out_dark(frame);
  draw_header(frame, model.header,
              layout.landscape ? Rect{0, 0, frame.size.w * 0.38F, frame.size.h} : frame.whole());
  if (!model.issued) {
    const float radius = frame.canvas.mm(14);
    const ui::Point middle{frame.size.w / 2, layout.info.center().y - radius};
    ui::busy_ring(frame, middle, radius, frame.palette().on_brand, {});
    frame.canvas.text({layout.info.x, middle.y + radius + 70, layout.info.w, 400},
                      title_of(frame, model),
                      {.role = Role::kHeadline,
                       .color = frame.palette().on_brand,
                       .on = ui::backdrop_ground(frame.theme),
                       .align = ui::Align::kCenter,
                       .lines = 2,
                       .balanced = true});
    return;
  }
  if (layout.landscape) {
    landscape(frame, model, layout, emit);
  } else {
    portrait(frame, model, layout, emit);
  }
}

}  // namespace navbat::kiosk
