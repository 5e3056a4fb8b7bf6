#include "kiosk/screens/staff_view.h"

#include <algorithm>
#include <array>

#include "kiosk/limits.h"
#include "ui/widgets/choice_tile.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Rect;
using ui::Role;

constexpr float kGap = 24;
constexpr float kPad = 24;

// ----- overview -------------------------------------------------------------------------------

ui::TextSpec fact_spec(const ui::Frame& frame, Role role) {
  const ui::Palette& p = frame.palette();
  return {.role = role,
          .color = role == Role::kBody ? p.ink_muted : p.ink,
          .on = p.surface_muted,
          .lines = 3};
}

float fact_left(const ui::Frame& frame) { return kPad + frame.canvas.mm(18) + 24; }

float fact_height(ui::Frame& frame, float width, const std::string& name, const StaffFact& fact) {
  ui::Canvas& canvas = frame.canvas;
  const Rect room{0, 0, width - fact_left(frame) - kPad, 2000};
  float height =
      canvas.measure(room, name + ": " + fact.text, fact_spec(frame, Role::kStrong)).height;
  if (!fact.detail.empty()) {
    height +=
        canvas.mm(4.5F) + canvas.measure(room, fact.detail, fact_spec(frame, Role::kBody)).height;
  }
  return std::max(height, canvas.mm(18)) + 2 * kPad;
}

void draw_fact(ui::Frame& frame, const Rect& rect, char32_t icon, const std::string& name,
               const StaffFact& fact) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& p = frame.palette();
  canvas.fill(rect, p.surface_muted, frame.theme.radii.card);
  if (frame.theme.flat) {
    canvas.outline(rect, p.line, frame.theme.radii.card, frame.theme.outline);
  }
  const ui::Color color = fact.good ? p.good : p.poor;
  const float radius = canvas.mm(9);
  const ui::Point middle{rect.x + kPad + radius, rect.center().y};
  canvas.circle(middle, radius, ui::mix(p.surface_muted, color, 0.14F));
  canvas.icon(middle, ui::IconSize::kMedium, fact.good ? icon : ui::icon::kWarning, color);
  const Rect room{rect.x + fact_left(frame), rect.y, rect.w - fact_left(frame) - kPad, rect.h};
  const std::string line = name + ": " + fact.text;
  const auto strong = fact_spec(frame, Role::kStrong);
  const auto body = fact_spec(frame, Role::kBody);
  const float first = canvas.measure(room, line, strong).height;
  const float gap = fact.detail.empty() ? 0 : canvas.mm(4.5F);
  const float second = fact.detail.empty() ? 0 : canvas.measure(room, fact.detail, body).height;
  const float top = rect.y + (rect.h - first - gap - second) / 2;
  canvas.text({room.x, top, room.w, first}, line, strong);
  if (second > 0) {
    canvas.text({room.x, top + first + gap, room.w, second}, fact.detail, body);
  }
}

struct Entrance {
  const char* id;
  const char* key;
  char32_t icon;
  Intent intent;
};

void draw_entrances(ui::Frame& frame, const Rect& body, const StaffModel& model, const Emit& emit) {
  const std::array entrances{
      Entrance{"staff/tickets", "kiosk.staff.tickets", ui::icon::kConfirmationNumber,
               OpenStaffPage{StaffPage::kTickets}},
      Entrance{"staff/test_print", "kiosk.staff.test_print", ui::icon::kPrint, TestPrint{}},
      Entrance{"staff/sound", "kiosk.staff.sound", ui::icon::kVolumeUp,
               OpenStaffPage{StaffPage::kSound}},
      Entrance{"staff/leave", "kiosk.staff.leave", ui::icon::kLogout, LeaveProgram{}}};
  constexpr float kRows = 3;
  const float height = std::min((body.h - kGap * (kRows - 1)) / kRows, frame.canvas.mm(38));
  const float width = (body.w - kGap) / 2;
  float top = body.y + (body.h - kRows * height - (kRows - 1) * kGap) / 2;
  const Rect wide{body.x, top, body.w, height};
  if (ui::choice_tile(
          frame, "staff/out", wide,
          frame.words.text(model.out_of_service ? "kiosk.staff.out.on" : "kiosk.staff.out.off"),
          {.icon = model.out_of_service ? ui::icon::kDoNotDisturbOn : ui::icon::kStorefront,
           .selected = model.out_of_service,
           .marks = false})) {
    emit(SetOutOfService{!model.out_of_service});
  }
  top += height + kGap;
  for (std::size_t i = 0; i < entrances.size(); ++i) {
    const auto column = static_cast<float>(i % 2);
    const auto row = static_cast<float>(i / 2);
    const Entrance& entrance = entrances.at(i);
    if (ui::choice_tile(
            frame, entrance.id,
            {body.x + column * (width + kGap), top + row * (height + kGap), width, height},
            frame.words.text(entrance.key), {.icon = entrance.icon})) {
      emit(entrance.intent);
    }
  }
}

void draw_overview(ui::Frame& frame, const StaffModel& model, const Emit& emit) {
  const std::string printer = frame.words.text("kiosk.staff.printer");
  const std::string link = frame.words.text("kiosk.staff.link");
  const float width = aside_width(frame);
  const float first = fact_height(frame, width, printer, model.printer);
  const float second = fact_height(frame, width, link, model.link);
  const Step step = begin_step(frame, model.header,
                               {.icon = ui::icon::kSettings,
                                .title = frame.words.text("kiosk.staff.title"),
                                .hint = model.done.empty() ? model.about : model.done,
                                .aside = first + kGap + second});
  Rect aside = step.aside;
  draw_fact(frame, aside.cut_top(first), ui::icon::kPrint, printer, model.printer);
  aside.cut_top(kGap);
  draw_fact(frame, aside.cut_top(second), ui::icon::kCloudDone, link, model.link);
  draw_entrances(frame, step.body, model, emit);
  draw_back_alone(frame, step.actions, "staff", emit);
}

// ----- sound ----------------------------------------------------------------------------------

void draw_volume(ui::Frame& frame, const Rect& rect, int percent) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& p = frame.palette();
  const std::string text = frame.words.text("common.percent", {{"count", std::to_string(percent)}});
  canvas.text(
      {rect.x, rect.y, rect.w, canvas.cap(Role::kDisplay)}, text,
      {.role = Role::kDisplay,
       .color = p.ink,
       .on = p.surface,
       .align = ui::Align::kCenter,
       .spoken = frame.words.text("speech.volume", {{"percent", std::to_string(percent)}})});
  const Rect bar{rect.x, rect.bottom() - 22, rect.w, 22};
  canvas.fill(bar, frame.theme.flat ? p.surface : p.surface_muted, 11);
  if (frame.theme.flat) {
    canvas.outline(bar, p.line, 11, frame.theme.outline);
  }
  const float filled = bar.w * static_cast<float>(percent) / 100;
  if (filled > 22) {
    canvas.gradient({bar.x, bar.y, filled, bar.h}, p.accent, p.accent_deep, ui::Toward::kRight, 11);
  }
}

void draw_sound(ui::Frame& frame, const StaffModel& model, const Emit& emit) {
  const ui::Catalogue& words = frame.words;
  const Step step = begin_step(frame, model.header,
                               {.icon = ui::icon::kVolumeUp,
                                .title = words.text("kiosk.staff.sound"),
                                .hint = words.text("kiosk.staff.sound.hint")});
  const float meter = frame.canvas.cap(Role::kDisplay) + frame.canvas.mm(12) + 22;
  const float row = action_height(frame);
  const float gap = frame.canvas.mm(11);
  Rect body = step.body;
  body.cut_top(std::max(0.0F, (body.h - meter - 2 * row - gap - kGap) / 2));
  draw_volume(frame, body.cut_top(meter), model.volume);
  body.cut_top(gap);
  Rect steps = body.cut_top(row);
  body.cut_top(kGap);
  const Rect quieter = steps.cut_left((steps.w - kGap) / 2);
  steps.cut_left(kGap);
  if (ui::button(frame, "staff/quieter", quieter, words.text("kiosk.staff.sound.quieter"),
                 {.icon = ui::icon::kVolumeDown, .enabled = model.volume > 0})) {
    emit(SetVolume{std::max(0, model.volume - kVolumeStep)});
  }
  if (ui::button(frame, "staff/louder", steps, words.text("kiosk.staff.sound.louder"),
                 {.icon = ui::icon::kVolumeUp, .enabled = model.volume < 100})) {
    emit(SetVolume{std::min(100, model.volume + kVolumeStep)});
  }
  if (draw_main(frame, body.cut_top(row), "staff/test", words.text("kiosk.staff.sound.test"),
                ui::icon::kPlayArrow, true)) {
    emit(TestSound{});
  }
  draw_back_alone(frame, step.actions, "staff", emit);
}

}  // namespace

void draw_staff(ui::Frame& frame, const StaffModel& model, const Emit& emit) {
  switch (model.page) {
    case StaffPage::kOverview:
      draw_overview(frame, model, emit);
      break;
    case StaffPage::kTickets:
      draw_staff_tickets(frame, model, emit);
      break;
    case StaffPage::kTicket:
      draw_staff_ticket(frame, model, emit);
      break;
    case StaffPage::kVoid:
      draw_staff_void(frame, model, emit);
      break;
    case StaffPage::kSound:
      draw_sound(frame, model, emit);
      break;
  }
}

}  // namespace navbat::kiosk
