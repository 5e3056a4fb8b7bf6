// Which view draws which place.

#include <utility>

#include "kiosk/app/kiosk_scene.h"
#include "kiosk/screens/access_bar.h"
#include "kiosk/screens/access_sheet.h"
#include "kiosk/screens/attract_view.h"
#include "kiosk/screens/check_in_view.h"
#include "kiosk/screens/details_view.h"
#include "kiosk/screens/feedback_view.h"
#include "kiosk/screens/home_view.h"
#include "kiosk/screens/languages_sheet.h"
#include "kiosk/screens/notice_view.h"
#include "kiosk/screens/out_of_service_view.h"
#include "kiosk/screens/priority_view.h"
#include "kiosk/screens/reprint_view.h"
#include "kiosk/screens/staff_pin_view.h"
#include "kiosk/screens/staff_view.h"
#include "kiosk/screens/still_there_sheet.h"
#include "kiosk/screens/suggestion_view.h"
#include "kiosk/screens/ticket_view.h"
#include "kiosk/screens/time_left.h"
#include "ui/text/spoken.h"

namespace navbat::kiosk {

void KioskScene::draw_place(ui::Frame& frame, const ScreenContext& context, const Emit& emit) {
  switch (navigator_.place()) {
    case Place::kAttract:
      draw_attract(frame, make_attract(context), emit);
      break;
    case Place::kHome:
      draw_home(frame, make_home(context), emit);
      break;
    case Place::kSuggestion:
      draw_suggestion(frame, make_suggestion(context), emit);
      break;
    case Place::kAsking:
    case Place::kTicket:
      draw_ticket_place(frame, context, emit);
      break;
    case Place::kPriority:
      draw_priority(frame, make_priority(context), emit);
      break;
    case Place::kDetails:
      draw_details(frame, make_details(context), emit);
      break;
    case Place::kCheckIn:
      draw_check_in(frame, make_check_in(context), emit);
      break;
    case Place::kNotice:
      draw_notice(frame, make_notice(context), emit);
      wake_for_countdown(frame.motion, time_left(context), context);
      break;
    case Place::kFeedback:
      draw_feedback(frame, make_feedback(context), emit);
      if (context.visit().rating.step == FeedbackStep::kThanks) {
        wake_for_countdown(frame.motion, time_left(context), context);
      }
      break;
    case Place::kReprint:
      draw_reprint(frame, make_reprint(context), emit);
      break;
    case Place::kStaffPin:
      draw_staff_pin(frame, make_staff_pin(context), emit);
      break;
    case Place::kStaff:
      draw_staff(frame, make_staff(context), emit);
      break;
    case Place::kOutOfService:
      draw_out_of_service(frame, context.header);
      break;
  }
  ui::Rect bar = frame.whole();
  draw_bar(frame, bar.cut_bottom(bar_height(frame)), make_bar(context), emit);
}

// What lies over the place is said and reached by keypad as a page of its own.
void KioskScene::draw_sheets(ui::Frame& frame, const ScreenContext& context, const Emit& emit) {
  const std::string below = frame.page;
  const auto lay = [&](Sheet which, const char* name, const auto& draw) {
    const bool open = navigator_.sheet() == which;
    const float out = ui::begin_sheet(frame, name, open);
    if (open) {
      frame.page = below + "/" + name;
    }
    draw(out);
    if (open) {
      frame.page = below + "/" + name;
    }
  };
  lay(Sheet::kLanguages, "languages",
      [&](float out) { draw_languages(frame, make_languages(context), out, emit); });
  lay(Sheet::kAccess, "access",
      [&](float out) { draw_access(frame, make_access(context), out, emit); });
  lay(Sheet::kStillThere, "still_there",
      [&](float out) { draw_still_there(frame, make_still_there(context), out, emit); });
  if (navigator_.sheet() == Sheet::kStillThere) {
    if (const auto ends = navigator_.ends_at()) {
      const Moment left = *ends - context.now;
      frame.motion.wake_after(left % Moment{1000} + Moment{1});  // the next whole second
    }
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
  if (issued_at) {
    model.issued_on_spoken =
        ui::spoken_date(frame.words, *issued_at) + ", " + ui::spoken_clock(frame.words, *issued_at);
  }
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
