// Which view draws which place.

#include <utility>

#include "kiosk/app/kiosk_scene.h"
#include "kiosk/screens/home_view.h"
#include "kiosk/screens/languages_view.h"
#include "kiosk/screens/ticket_view.h"
#include "kiosk/screens/trouble_view.h"

namespace navbat::kiosk {
namespace {

constexpr Moment kSheetTime{240};

}  // namespace

void KioskScene::draw_place(ui::Frame& frame, const ScreenContext& context, const Emit& emit) {
  switch (navigator_.place()) {
    case Place::kAttract:
    case Place::kHome:
    case Place::kSuggestion:
    case Place::kPriority:
    case Place::kDetails:
    case Place::kCheckIn: {
      HomeModel model =
          make_home(context.facts, context.live, context.preferences(), context.languages);
      model.header = context.header;
      draw_home(frame, model, emit);
      break;
    }
    case Place::kAsking:
    case Place::kTicket:
      draw_ticket_place(frame, context, emit);
      break;
    case Place::kNotice:
    case Place::kFeedback:
    case Place::kReprint:
    case Place::kStaffPin:
    case Place::kStaff:
    case Place::kOutOfService:
      draw_trouble(frame, context.header, emit);
      break;
  }
}

void KioskScene::draw_sheets(ui::Frame& frame, const ScreenContext& context, const Emit& emit) {
  const bool languages = navigator_.sheet() == Sheet::kLanguages;
  const float open = frame.motion.follow("languages", languages ? 1.0F : 0.0F, kSheetTime);
  if (open > 0) {
    frame.interactive = languages;
    const HomeModel model =
        make_home(context.facts, context.live, context.preferences(), context.languages);
    draw_languages(frame, model, open, emit);
  }
}

void KioskScene::draw_ticket_place(ui::Frame& frame, const ScreenContext& context,
                                   const Emit& emit) {
  const Visit& visit = navigator_.visit();
  const auto& ticket = visit.ticket;
  const bool shown = navigator_.place() == Place::kTicket && ticket;
  const auto issued_at = shown ? wall_time(ticket->issued_at) : std::nullopt;
  const std::string issued_on = issued_at ? ui::long_date_text(frame.words, *issued_at) + "  ·  " +
                                                ui::clock_text(frame.words, *issued_at)
                                          : std::string();
  TicketModel model =
      make_ticket(context.header, service_name(visit.service, frame.words.language()),
                  shown ? &*ticket : nullptr, issued_on, settings_.phone_page, visit.paper);
  const auto ends = navigator_.ends_at();
  count_down(model, navigator_.since(), shown ? ends : std::nullopt, context.now);
  if (shown && ends) {
    const Moment left = *ends - context.now;
    frame.motion.wake_after(left % Moment{1000} + Moment{1});  // the next whole second
  }
  label_drawn_ = model.label;
  draw_ticket(frame, model, emit);
}

}  // namespace navbat::kiosk
