// What each place makes of an intent.

#include <algorithm>
#include <utility>

#include "kiosk/limits.h"
#include "kiosk/model/match.h"
#include "kiosk/model/menu.h"
#include "kiosk/model/navigator.h"

namespace navbat::kiosk {

void Navigator::handle(const Intent& intent, Moment now) {
  touched_ = now;
  if (!change_preferences(intent) && !anywhere(intent, now)) {
    at_place(intent, now);
  }
}

bool Navigator::change_preferences(const Intent& intent) {
  return std::visit(Match{[this](const ChooseLanguage& choice) {
                            preferences_.language = choice.language;
                            if (sheet_ == Sheet::kLanguages) {
                              sheet_ = Sheet::kNone;
                            }
                            return true;
                          },
                          [this](const ToggleContrast&) {
                            preferences_.high_contrast = !preferences_.high_contrast;
                            return true;
                          },
                          [this](const ToggleLargeText&) {
                            preferences_.large_text = !preferences_.large_text;
                            return true;
                          },
                          [this](const ToggleLowered&) {
                            preferences_.lowered = !preferences_.lowered;
                            return true;
                          },
                          [this](const ToggleSpeech&) {
                            preferences_.speech = !preferences_.speech;
                            return true;
                          },
                          [](const auto&) { return false; }},
                    intent);
}

bool Navigator::anywhere(const Intent& intent, Moment now) {
  return std::visit(Match{[&](const OpenLanguages&) {
                            sheet_ = Sheet::kLanguages;
                            return true;
                          },
                          [&](const OpenAccess&) {
                            sheet_ = Sheet::kAccess;
                            return true;
                          },
                          [&](const CloseSheet&) {
                            sheet_ = Sheet::kNone;
                            return true;
                          },
                          [&](const MoreTime&) {  // the touch itself has moved the deadline
                            if (sheet_ == Sheet::kStillThere) {
                              sheet_ = Sheet::kNone;
                            }
                            return true;
                          },
                          [&](const Back&) {
                            back(now);
                            return true;
                          },
                          [&](const GoHome&) {
                            begin_again(now);
                            return true;
                          },
                          [&](const Finish&) {
                            if (place_ != Place::kAsking && place_ != Place::kOutOfService) {
                              start_over(now);
                            }
                            return true;
                          },
                          [&](const OpenStaff&) {
                            open_staff(now);
                            return true;
                          },
                          [&](const Scanned& code) {
                            scanned(code.text, now);
                            return true;
                          },
                          [](const auto&) { return false; }},
                    intent);
}

void Navigator::at_place(const Intent& intent, Moment now) {
  switch (place_) {
    case Place::kAttract:
    case Place::kHome:
      at_home(intent, now);
      break;
    case Place::kSuggestion:
      at_suggestion(intent, now);
      break;
    case Place::kPriority:
      if (const auto* choice = std::get_if<ChoosePriority>(&intent)) {
        visit_.priority = choice->reason;
        go_home(now);
      }
      break;
    case Place::kDetails:
    case Place::kCheckIn:
      at_details(intent, now);
      break;
    case Place::kNotice:
      if (std::holds_alternative<TakeTicket>(intent) && visit_.notice && visit_.notice->service) {
        visit_.service = *visit_.notice->service;
        take(now);
      }
      break;
    case Place::kFeedback:
      at_feedback(intent, now);
      break;
    case Place::kReprint:
      at_reprint(intent, now);
      break;
    case Place::kStaffPin:
    case Place::kStaff:
      at_staff(intent, now);
      break;
    case Place::kAsking:  // one thing at a time: the second half of a double tap
    case Place::kTicket:
    case Place::kOutOfService:
      break;
  }
}

void Navigator::at_home(const Intent& intent, Moment now) {
  std::visit(Match{Ignore{},
                   [&](const Begin& begin) {
                     preferences_.language = begin.language;
                     go_home(now);
                   },
                   [&](const OpenGroup& open) {
                     visit_.group = open.group;
                     visit_.menu_page = 0;
                     go_home(now);
                   },
                   [&](const TurnPage& turn) { visit_.menu_page = std::max(0, turn.page); },
                   [&](const ChooseService& choice) { choose(choice.service, now); },
                   [&](const OpenPriority&) { enter(Place::kPriority, now); },
                   [&](const OpenCheckIn&) {
                     visit_.entry = Entry(EntryKind::kBooking);
                     enter(Place::kCheckIn, now);
                   },
                   [&](const OpenFeedback&) {
                     visit_.entry = Entry(EntryKind::kTicket);
                     visit_.rating = {};
                     enter(Place::kFeedback, now);
                   }},
             intent);
}

void Navigator::choose(const domain::ServiceId& service, Moment now) {
  visit_.service = service;
  visit_.phone.clear();
  visit_.booking.clear();
  visit_.ticket.reset();
  const ServiceOpening opening = around_.opening(service);
  if (opening.state != Opening::kOpen) {
    notice({.kind = opening.state == Opening::kFull ? NoticeKind::kFull : NoticeKind::kClosed,
            .at = opening.opens_at},
           now);
    return;
  }
  visit_.suggestions = around_.suggestions(service);
  if (visit_.suggestions.empty()) {
    take(now);
    return;
  }
  visit_.guidance = around_.new_id();
  visit_.suggestion.reset();
  errands_.tell(GuidanceOffered{.guidance = visit_.guidance,
                                .service = service,
                                .language = preferences_.language,
                                .wait = around_.wait(service),
                                .options = visit_.suggestions});
  enter(Place::kSuggestion, now);
}

void Navigator::at_suggestion(const Intent& intent, Moment now) {
  std::visit(Match{Ignore{}, [&](const TakeTicket&) { take(now); },
                   [&](const TakeSuggestion& taken) {
                     const auto& options = visit_.suggestions;
                     if (std::ranges::find(options, taken.id, &Suggestion::id) == options.end()) {
                       return;
                     }
                     visit_.suggestion = taken.id;
                     enter(Place::kSuggestion, now);
                     errands_.tell(GuidanceTaken{visit_.guidance, taken.id});
                     guidance_.went(visit_.guidance, visit_.service, preferences_.language, now);
                   }},
             intent);
}

void Navigator::take(Moment now) {
  const ServiceOffer* offer = around_.facts().find(visit_.service);
  if (offer != nullptr && offer->asks_phone) {
    visit_.entry = Entry(EntryKind::kPhone);
    enter(Place::kDetails, now);
  } else {
    ask_number(now);
  }
}

void Navigator::ask_number(Moment now) {
  visit_.ticket.reset();
  visit_.paper = PrintProgress::kPrinting;
  sheet_ = Sheet::kNone;
  enter(Place::kAsking, now);
  errands_.issue({.service = visit_.service,
                  .language = preferences_.language,
                  .priority = visit_.priority,
                  .phone = visit_.phone,
                  .booking = visit_.booking});
}

void Navigator::at_details(const Intent& intent, Moment now) {
  type(intent);
  if (std::holds_alternative<SubmitEntry>(intent)) {
    submit(now);
  } else if (std::holds_alternative<SkipDetails>(intent) && place_ == Place::kDetails) {
    visit_.phone.clear();
    ask_number(now);
  }
}

void Navigator::type(const Intent& intent) {
  std::visit(Match{Ignore{}, [&](const TypeKey& key) { visit_.entry.type(key.text); },
                   [&](const EraseKey&) { visit_.entry.erase(); },
                   [&](const ShowEntry&) { visit_.entry_shown = !visit_.entry_shown; }},
             intent);
}

void Navigator::submit(Moment now) {
  if (!visit_.entry.complete()) {
    return;
  }
  const std::string text = visit_.entry.text();
  switch (visit_.entry.kind()) {
    case EntryKind::kPhone:
      visit_.phone = text;
      ask_number(now);
      break;
    case EntryKind::kBooking:
      enter(Place::kAsking, now);
      errands_.find_booking(text);
      break;
    case EntryKind::kTicket:
      enter(Place::kAsking, now);
      errands_.find_ticket(text);
      break;
    case EntryKind::kPin:
      if (!pin_lock_.locked(now)) {
        visit_.entry.clear();
        errands_.check_pin(text);
      }
      break;
  }
}

// What is under way cannot be left, and what is done ends the visit.
void Navigator::begin_again(Moment now) {
  switch (place_) {
    case Place::kAttract:
    case Place::kHome:
    case Place::kSuggestion:
    case Place::kPriority:
    case Place::kDetails:
    case Place::kCheckIn:
    case Place::kNotice:
      visit_ = Visit{};
      go_home(now);
      break;
    case Place::kTicket:
    case Place::kFeedback:
    case Place::kReprint:
    case Place::kStaffPin:
    case Place::kStaff:
      start_over(now);
      break;
    case Place::kAsking:
    case Place::kOutOfService:
      break;
  }
}

void Navigator::back(Moment now) {
  if (sheet_ != Sheet::kNone) {
    sheet_ = Sheet::kNone;
    return;
  }
  switch (place_) {
    case Place::kHome:
      visit_.group = parent_of(around_.facts(), visit_.group);
      visit_.menu_page = 0;
      enter(Place::kHome, now);
      break;
    case Place::kSuggestion:
      if (visit_.suggestion) {
        visit_.suggestion.reset();
        enter(Place::kSuggestion, now);
      } else {
        go_home(now);
      }
      break;
    case Place::kPriority:
    case Place::kDetails:
    case Place::kCheckIn:
    case Place::kNotice:
      go_home(now);
      break;
    case Place::kFeedback:
      start_over(now);
      break;
    case Place::kTicket:
    case Place::kReprint:
    case Place::kStaffPin:
      start_over(now);
      break;
    case Place::kStaff:
      at_staff(Back{}, now);
      break;
    case Place::kAttract:
    case Place::kAsking:
    case Place::kOutOfService:
      break;
  }
}

}  // namespace navbat::kiosk
