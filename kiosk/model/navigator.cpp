#include "kiosk/model/navigator.h"

#include <utility>

#include "kiosk/limits.h"

namespace navbat::kiosk {
namespace {

template <class... Ts>
struct Match : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Match(Ts...) -> Match<Ts...>;

}  // namespace

Navigator::Navigator(std::string first_language, Jobs jobs)
    : first_{.language = std::move(first_language)}, preferences_(first_), jobs_(std::move(jobs)) {}

void Navigator::handle(const Intent& intent, Moment now) {
  touched_ = now;
  std::visit(
      Match{
          [&](const TakeTicket& take_ticket) { take(take_ticket.service, now); },
          [&](const ChooseLanguage& choice) {
            preferences_.language = choice.language;
            if (place_ == Place::kLanguages) {
              enter(Place::kHome, now);
            }
          },
          [&](const OpenLanguages&) {
            if (place_ == Place::kHome) {
              enter(Place::kLanguages, now);
            }
          },
          [&](const CloseSheet&) {
            if (place_ == Place::kLanguages) {
              enter(Place::kHome, now);
            }
          },
          [&](const ToggleContrast&) { preferences_.high_contrast = !preferences_.high_contrast; },
          [&](const ToggleLargeText&) { preferences_.large_text = !preferences_.large_text; },
          [&](const Finish&) {
            if (place_ == Place::kTicket || place_ == Place::kTrouble) {
              go_home(now);
            }
          },
          [&](const MoreTime&) {}},  // the touch itself has moved the deadline
      intent);
}

void Navigator::take(const domain::ServiceId& service, Moment now) {
  if (place_ != Place::kHome) {
    return;  // the second half of a double tap: one ticket is under way
  }
  service_ = service;
  ticket_.reset();
  paper_ = Paper::kPrinting;
  enter(Place::kIssuing, now);
  jobs_.issue(service, preferences_.language);
}

void Navigator::issued(IssuedTicket ticket, Moment now) {
  ticket_ = std::move(ticket);
  touched_ = now;
  enter(Place::kTicket, now);
  jobs_.print(*ticket_, preferences_.language);
}

void Navigator::not_issued(Moment now) {
  touched_ = now;
  enter(Place::kTrouble, now);
}

void Navigator::printed(const std::string& ticket_id, bool success) {
  if (ticket_ && ticket_->id == ticket_id) {
    paper_ = success ? Paper::kPrinted : Paper::kFailed;
  }
}

void Navigator::touched(Moment now) { touched_ = now; }

std::optional<Moment> Navigator::deadline() const {
  switch (place_) {
    case Place::kHome:
      if (preferences_ == first_) {
        return std::nullopt;
      }
      return touched_ + kHomeResetsAfter;
    case Place::kLanguages:
      return touched_ + kSheetClosesAfter;
    case Place::kIssuing:
      return std::nullopt;  // the desk always answers
    case Place::kTicket:
      return touched_ + kTicketShownFor;
    case Place::kTrouble:
      return touched_ + kTroubleShownFor;
  }
  return std::nullopt;
}

void Navigator::tick(Moment now) {
  const auto due = deadline();
  if (!due || now < *due) {
    return;
  }
  if (place_ == Place::kLanguages) {
    enter(Place::kHome, now);
    touched_ = now;
  } else {
    go_home(now);
  }
}

void Navigator::enter(Place place, Moment now) {
  place_ = place;
  since_ = now;
}

void Navigator::go_home(Moment now) {
  ticket_.reset();
  preferences_ = first_;  // the next customer starts afresh
  enter(Place::kHome, now);
}

}  // namespace navbat::kiosk
