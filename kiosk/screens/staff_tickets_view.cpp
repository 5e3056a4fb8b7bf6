// The pages of the staff menu that are about tickets: the latest, one of them, and why it is void.

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/screens/staff_view.h"
#include "ui/text/spoken.h"
#include "ui/widgets/choice_tile.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Color;
using ui::Rect;
using ui::Role;

constexpr float kGap = 14;
constexpr float kPad = 26;

struct Paper {
  char32_t icon;
  Color color;
};

Paper paper_of(const ui::Palette& p, const StaffTicket& ticket) {
  if (ticket.voided) {
    return {ui::icon::kBlock, p.ink_muted};
  }
  switch (ticket.paper) {
    case domain::PrintState::kPrinted:
      return {ui::icon::kCheckCircle, p.good};
    case domain::PrintState::kUnknown:
      return {ui::icon::kHelp, p.fair};
    case domain::PrintState::kFailed:
      return {ui::icon::kPrintDisabled, p.poor};
    case domain::PrintState::kWaiting:
    case domain::PrintState::kSending:
      break;
  }
  return {ui::icon::kHourglassEmpty, p.ink_muted};
}

void draw_row(ui::Frame& frame, const Rect& rect, const StaffTicket& ticket, const Emit& emit) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& p = frame.palette();
  const std::string paper = paper_text(frame.words, ticket);
  const std::string said = ui::spell(frame.words, ticket.plain_label) + ", " + ticket.service +
                           ", " + ticket.time_spoken + ", " + paper;
  const float round = std::min(frame.theme.radii.tile, rect.h / 2);
  const ui::Touch state = ui::touch(frame, "staff/ticket/" + ticket.id, rect, ticket.label,
                                    {.spoken = said, .radius = round});
  const Color ground = ui::mix(p.surface_muted, p.surface_pressed, state.press);
  canvas.push_transform(rect.center(), 1 - 0.015F * state.press, {});
  canvas.fill(rect, ground, round);
  if (frame.theme.flat) {
    canvas.outline(rect, p.line, round, frame.theme.outline);
  }
  Rect inside = rect.inset(kPad, 0);
  const Paper look = paper_of(p, ticket);
  const float side = canvas.icon_side(ui::IconSize::kMedium);
  canvas.icon({inside.right() - side / 2, rect.center().y}, ui::IconSize::kMedium, look.icon,
              look.color);
  inside.cut_right(side + 18);
  const ui::TextSpec label{
      .role = Role::kTitle, .color = p.ink, .on = ground, .stand = ui::Stand::kMiddle};
  canvas.text(inside.cut_left(canvas.width(Role::kTitle, "AX 0000") + 2), ticket.label, label);
  inside.cut_left(20);
  const float cap = canvas.cap(Role::kBody);
  const float gap = std::min(canvas.mm(4.6F), (rect.h - 2 * cap) / 2.4F);
  const float top = rect.center().y - cap - gap / 2;
  // Large letters leave no room for the time beside a long name.
  std::string line = ticket.time + "  " + ticket.service;
  if (canvas.width(Role::kBody, line) > inside.w) {
    line = ticket.service;
  }
  canvas.text({inside.x, top, inside.w, cap}, line,
              {.role = Role::kBody, .color = p.ink_muted, .on = ground});
  canvas.text({inside.x, top + cap + gap, inside.w, cap}, paper,
              {.role = Role::kStrong, .color = look.color, .on = ground});
  canvas.pop_transform();
  if (state.tapped) {
    emit(SelectTicket{ticket.id});
  }
}

std::string spoken_label(const ui::Frame& frame, const StaffTicket& ticket) {
  return frame.words.text("kiosk.feedback.ticket",
                          {{"label", ui::spell(frame.words, ticket.plain_label)}});
}

}  // namespace

void draw_staff_tickets(ui::Frame& frame, const StaffModel& model, const Emit& emit) {
  const ui::Catalogue& words = frame.words;
  const bool none = model.tickets_known && model.tickets.empty();
  const Step step = begin_step(
      frame, model.header,
      {.icon = ui::icon::kConfirmationNumber,
       .title = words.text("kiosk.staff.tickets"),
       .hint = !model.done.empty()
                   ? model.done
                   : words.text(none ? "kiosk.staff.tickets.none" : "kiosk.staff.tickets.hint")});
  const float least =
      std::max(frame.canvas.mm(frame.theme.min_target_mm), 2.6F * frame.canvas.cap(Role::kBody));
  const auto fit =
      static_cast<std::size_t>(std::max(1.0F, std::floor((step.body.h + kGap) / (least + kGap))));
  const std::size_t shown = std::min(model.tickets.size(), fit);
  const auto rows = static_cast<float>(std::max<std::size_t>(shown, 1));
  const float height = std::min((step.body.h - kGap * (rows - 1)) / rows, frame.canvas.mm(31));
  for (std::size_t i = 0; i < shown; ++i) {
    draw_row(
        frame,
        {step.body.x, step.body.y + static_cast<float>(i) * (height + kGap), step.body.w, height},
        model.tickets[i], emit);
  }
  draw_back_alone(frame, step.actions, "staff", emit);
}

void draw_staff_ticket(ui::Frame& frame, const StaffModel& model, const Emit& emit) {
  if (!model.selected) {
    return;
  }
  const ui::Catalogue& words = frame.words;
  const StaffTicket& ticket = *model.selected;
  const Step step =
      begin_step(frame, model.header,
                 {.icon = ui::icon::kConfirmationNumber,
                  .title = words.text("kiosk.feedback.ticket", {{"label", ticket.label}}),
                  .title_spoken = spoken_label(frame, ticket),
                  .hint = ticket.time + ", " + ticket.service + ", " + paper_text(words, ticket)});
  constexpr float kBetween = 24;
  const float height = std::min((step.body.h - kBetween) / 2, frame.canvas.mm(46));
  const float top = step.body.y + (step.body.h - 2 * height - kBetween) / 2;
  if (ui::choice_tile(frame, "staff/reprint", {step.body.x, top, step.body.w, height},
                      words.text("kiosk.staff.reprint"),
                      {.icon = ui::icon::kPrint, .enabled = !ticket.voided})) {
    emit(ReprintSelected{});
  }
  if (ui::choice_tile(
          frame, "staff/void", {step.body.x, top + height + kBetween, step.body.w, height},
          words.text("kiosk.staff.void"),
          {.icon = ui::icon::kBlock, .enabled = !ticket.voided, .tint = frame.palette().poor})) {
    emit(OpenStaffPage{StaffPage::kVoid});
  }
  draw_back_alone(frame, step.actions, "staff", emit);
}

void draw_staff_void(ui::Frame& frame, const StaffModel& model, const Emit& emit) {
  if (!model.selected) {
    return;
  }
  static constexpr std::array kReasons{"mistake", "left", "twice", "damaged"};
  const ui::Catalogue& words = frame.words;
  const StaffTicket& ticket = *model.selected;
  const Step step =
      begin_step(frame, model.header,
                 {.icon = ui::icon::kBlock,
                  .title = words.text("kiosk.staff.void.title", {{"label", ticket.label}}),
                  .title_spoken = words.text("kiosk.staff.void.title",
                                             {{"label", ui::spell(words, ticket.plain_label)}})});
  constexpr float kBetween = 20;
  constexpr auto kRows = static_cast<float>(kReasons.size());
  const float height =
      std::min((step.body.h - kBetween * (kRows - 1)) / kRows, frame.canvas.mm(40));
  const float top = step.body.y + (step.body.h - kRows * height - (kRows - 1) * kBetween) / 2;
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    const std::string reason = kReasons.at(i);
    if (ui::choice_tile(
            frame, "staff/void/" + reason,
            {step.body.x, top + static_cast<float>(i) * (height + kBetween), step.body.w, height},
            words.text("kiosk.staff.void." + reason), {.code = std::to_string(i + 1)})) {
      emit(VoidSelected{reason});
    }
  }
  draw_back_alone(frame, step.actions, "staff", emit);
}

}  // namespace navbat::kiosk
