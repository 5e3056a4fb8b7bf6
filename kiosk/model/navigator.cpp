#include "kiosk/model/navigator.h"

#include <algorithm>
#include <utility>

#include "kiosk/limits.h"
#include "kiosk/model/menu.h"

namespace navbat::kiosk {

Navigator::Navigator(Settings settings, Errands& errands, Surroundings& surroundings)
    : settings_(std::move(settings)),
      errands_(errands),
      around_(surroundings),
      first_{.language = settings_.first_language},
      preferences_(first_) {}

void Navigator::touched(Moment now) { touched_ = now; }

// ----- time -----------------------------------------------------------------------------------

bool Navigator::untouched() const {
  return preferences_ == first_ && visit_.group.empty() && !visit_.priority;
}

Moment Navigator::patience() const {
  const int times = preferences_.speech ? kSpokenPatience : 1;
  switch (place_) {
    case Place::kHome:
      return kHomeResetsAfter * times;
    case Place::kTicket:
      return kTicketShownFor * times;
    case Place::kNotice:
      return kNoticeShownFor * times;
    case Place::kStaffPin:
    case Place::kStaff:
      return kStaffMenuClosesAfter;
    case Place::kFeedback:
      if (visit_.rating.step == FeedbackStep::kThanks) {
        return kThanksShownFor * times;
      }
      break;
    default:
      break;
  }
  return kIdleBeforeWarning * times;
}

bool Navigator::warns() const {
  switch (place_) {
    case Place::kSuggestion:
    case Place::kPriority:
    case Place::kDetails:
    case Place::kCheckIn:
    case Place::kReprint:
      return true;
    case Place::kFeedback:
      return visit_.rating.step != FeedbackStep::kThanks;
    default:
      return false;
  }
}

std::optional<Moment> Navigator::ends_at() const {
  switch (place_) {
    case Place::kAttract:
    case Place::kOutOfService:
    case Place::kAsking:  // the desk always answers
      return std::nullopt;
    case Place::kHome:
      if (!untouched()) {
        return touched_ + patience();
      }
      return settings_.attract_after ? std::optional(touched_ + *settings_.attract_after)
                                     : std::nullopt;
    default:
      return touched_ + patience() + (warns() ? kStillThereFor : Moment{0});
  }
}

std::optional<Moment> Navigator::deadline() const {
  switch (sheet_) {
    case Sheet::kLanguages:
    case Sheet::kAccess: {
      const Moment closes = touched_ + kSheetClosesAfter;
      const auto ends = ends_at();
      return ends ? std::min(closes, *ends) : closes;
    }
    case Sheet::kStillThere:
      return ends_at();
    case Sheet::kNone:
      break;
  }
  return warns() ? touched_ + patience() : ends_at();
}

void Navigator::tick(Moment now) {
  const auto ends = ends_at();
  if (ends && now >= *ends) {
    if (place_ == Place::kHome && untouched()) {
      sheet_ = Sheet::kNone;
      enter(Place::kAttract, now);
    } else {
      start_over(now);
    }
    return;
  }
  const bool sheet_open = sheet_ == Sheet::kLanguages || sheet_ == Sheet::kAccess;
  if (sheet_open && now >= touched_ + kSheetClosesAfter) {
    sheet_ = Sheet::kNone;
  }
  if (sheet_ == Sheet::kNone && warns() && now >= touched_ + patience()) {
    sheet_ = Sheet::kStillThere;
  }
}

// ----- moving ---------------------------------------------------------------------------------

void Navigator::enter(Place place, Moment now) {
  place_ = place;
  since_ = now;
}

void Navigator::go_home(Moment now) {
  sheet_ = Sheet::kNone;
  visit_.notice.reset();
  visit_.suggestion.reset();
  enter(out_of_service_ ? Place::kOutOfService : Place::kHome, now);
}

void Navigator::start_over(Moment now) {
  finish_rating(now);
  visit_ = Visit{};
  staff_ = StaffDesk{};
  pin_wrong_ = false;
  preferences_ = first_;
  ++visits_;
  go_home(now);
}

void Navigator::notice(Notice notice, Moment now) {
  touched_ = now;
  visit_.notice = std::move(notice);
  sheet_ = Sheet::kNone;
  enter(Place::kNotice, now);
}

void Navigator::set_out_of_service(bool out, Moment now) {
  out_of_service_ = out;
  if (place_ == Place::kHome || place_ == Place::kAttract || place_ == Place::kOutOfService) {
    go_home(now);
  }
}

// ----- answers --------------------------------------------------------------------------------

void Navigator::issued(IssuedTicket ticket, Moment now) {
  touched_ = now;
  sheet_ = Sheet::kNone;
  if (const auto guidance = guidance_.came_back(ticket.service, preferences_.language, now)) {
    errands_.tell(GuidanceReturned{*guidance, ticket.id});
  }
  visit_.ticket = std::move(ticket);
  visit_.paper = PrintProgress::kPrinting;
  enter(Place::kTicket, now);
  errands_.print(*visit_.ticket, preferences_.language, false);
}

void Navigator::not_issued(Refusal why, std::optional<domain::Timestamp> at,
                           const std::optional<domain::ServiceId>& booked, Moment now) {
  if (booked) {
    visit_.service = *booked;
  }
  Notice told{.at = at};
  switch (why) {
    case Refusal::kTrouble:
      told.kind = NoticeKind::kTrouble;
      break;
    case Refusal::kClosed:
      told.kind = NoticeKind::kClosed;
      break;
    case Refusal::kFull:
      told.kind = NoticeKind::kFull;
      break;
    case Refusal::kTooEarly:
    case Refusal::kTooLate:
      told.kind = why == Refusal::kTooEarly ? NoticeKind::kTooEarly : NoticeKind::kTooLate;
      if (!visit_.service.value().empty()) {
        told.service = visit_.service;
      }
      break;
    case Refusal::kBookingUsed:
      told.kind = NoticeKind::kBookingUsed;
      break;
    case Refusal::kBookingUnknown:
      told.kind = NoticeKind::kBookingUnknown;
      break;
    case Refusal::kTryLater:
      told.kind = NoticeKind::kTryLater;
      break;
  }
  visit_.booking.clear();
  notice(std::move(told), now);
}

void Navigator::printed(const std::string& ticket_id, PrintProgress paper) {
  if (visit_.ticket && visit_.ticket->id == ticket_id) {
    visit_.paper = paper;
  }
}

void Navigator::booking_found(Booking booking, Moment now) {
  if (place_ != Place::kAsking) {
    return;
  }
  visit_.service = booking.service;
  visit_.booking = std::move(booking.code);
  ask_number(now);
}

void Navigator::ticket_found(IssuedTicket ticket, Rateable rateable, Moment now) {
  if (place_ != Place::kAsking) {
    return;
  }
  if (rateable != Rateable::kYes) {
    notice({.kind = rateable == Rateable::kRated ? NoticeKind::kRatedAlready
                                                 : NoticeKind::kNotServedYet},
           now);
    return;
  }
  touched_ = now;
  visit_.rating = {.step = FeedbackStep::kFaces, .ticket_id = ticket.id, .label = ticket.label};
  enter(Place::kFeedback, now);
}

void Navigator::no_ticket(bool server_answered, Moment now) {
  if (place_ == Place::kAsking) {
    notice({.kind = server_answered ? NoticeKind::kTicketUnknown : NoticeKind::kTryLater}, now);
  }
}

void Navigator::offer_reprint(IssuedTicket ticket, Moment now) {
  touched_ = now;
  visit_ = Visit{};
  visit_.ticket = std::move(ticket);
  enter(Place::kReprint, now);
}

std::string Navigator::page() const {
  std::string page = preferences_.language;
  for (const int part : {static_cast<int>(place_), visit_.menu_page,
                         static_cast<int>(visit_.rating.step), static_cast<int>(staff_.page)}) {
    page += "/" + std::to_string(part);
  }
  page += "/" + visit_.group + "/" + visit_.suggestion.value_or("");
  if (place_ == Place::kTicket) {
    page += visit_.paper == PrintProgress::kFailed ? "/no paper" : "/paper";
  }
  return page;
}

}  // namespace navbat::kiosk
