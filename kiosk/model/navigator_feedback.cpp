// What a scanner brings, how a visit is rated, and the reprint after a crash.

#include <algorithm>

#include "kiosk/model/navigator.h"
#include "kiosk/model/scanned_code.h"

namespace navbat::kiosk {

void Navigator::scanned(const std::string& text, Moment now) {
  const bool listens = place_ == Place::kAttract || place_ == Place::kHome ||
                       place_ == Place::kCheckIn || place_ == Place::kNotice ||
                       (place_ == Place::kFeedback && visit_.rating.step == FeedbackStep::kNumber);
  if (!listens) {
    return;
  }
  sheet_ = Sheet::kNone;
  const ScannedCode code = read_code(text);
  const bool appointment_asked = place_ == Place::kCheckIn;
  if (code.kind == CodeKind::kUnreadable) {
    notice({.kind = NoticeKind::kUnreadable}, now);
  } else if (code.kind == CodeKind::kBooking ||
             (appointment_asked && code.kind == CodeKind::kTicketLabel)) {
    enter(Place::kAsking, now);
    errands_.find_booking(code.text);
  } else {
    enter(Place::kAsking, now);
    errands_.find_ticket(code.text);
  }
}

void Navigator::at_feedback(const Intent& intent, Moment now) {
  Rating& rating = visit_.rating;
  switch (rating.step) {
    case FeedbackStep::kNumber:
      type(intent);
      if (std::holds_alternative<SubmitEntry>(intent)) {
        submit(now);
      }
      break;
    case FeedbackStep::kFaces:
      if (const auto* rate = std::get_if<Rate>(&intent)) {
        rating.score = std::clamp(rate->score, 1, 4);
        rating.step = FeedbackStep::kReasons;
        enter(Place::kFeedback, now);
      }
      break;
    case FeedbackStep::kReasons:
      if (const auto* toggle = std::get_if<ToggleReason>(&intent)) {
        if (const auto chosen = std::ranges::find(rating.reasons, toggle->reason);
            chosen != rating.reasons.end()) {
          rating.reasons.erase(chosen);
        } else {
          rating.reasons.push_back(toggle->reason);
        }
      } else if (std::holds_alternative<SendFeedback>(intent)) {
        finish_rating(now);
      }
      break;
    case FeedbackStep::kThanks:
      break;
  }
}

// A face that was touched is an answer, also when the customer walks away from the reasons.
void Navigator::finish_rating(Moment now) {
  Rating& rating = visit_.rating;
  if (place_ != Place::kFeedback || rating.step != FeedbackStep::kReasons) {
    return;
  }
  errands_.rate(rating.ticket_id, rating.score, rating.reasons);
  rating.step = FeedbackStep::kThanks;
  enter(Place::kFeedback, now);
}

void Navigator::at_reprint(const Intent& intent, Moment now) {
  if (std::holds_alternative<DeclineReprint>(intent)) {
    start_over(now);
  } else if (std::holds_alternative<AcceptReprint>(intent) && visit_.ticket) {
    const IssuedTicket& ticket = *visit_.ticket;
    visit_.paper = PrintProgress::kPrinting;
    enter(Place::kTicket, now);
    // Its bytes may have reached the printer: then this paper is the second one, and says so.
    errands_.print(ticket, ticket.language.empty() ? preferences_.language : ticket.language,
                   ticket.paper == domain::PrintState::kSending ||
                       ticket.paper == domain::PrintState::kUnknown);
  }
}

}  // namespace navbat::kiosk
