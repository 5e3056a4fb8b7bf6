// The staff menu: behind a PIN, closed after every use.

#include <algorithm>
#include <utility>

#include "kiosk/model/match.h"
#include "kiosk/model/navigator.h"

namespace navbat::kiosk {

void Navigator::open_staff(Moment now) {
  const bool busy =
      place_ == Place::kAsking || place_ == Place::kStaffPin || place_ == Place::kStaff;
  if (!settings_.staff_menu || busy) {
    return;
  }
  visit_ = Visit{};
  visit_.entry = Entry(EntryKind::kPin);
  sheet_ = Sheet::kNone;
  pin_wrong_ = false;
  enter(Place::kStaffPin, now);
}

void Navigator::pin_checked(bool right, Moment now) {
  if (place_ != Place::kStaffPin) {
    return;
  }
  touched_ = now;
  pin_wrong_ = !right;
  if (!right) {
    pin_lock_.wrong(now);
    return;
  }
  pin_lock_.right();
  staff_ = StaffDesk{};
  enter(Place::kStaff, now);
  errands_.load_tickets();
}

void Navigator::tickets_loaded(std::vector<IssuedTicket> tickets) {
  if (place_ != Place::kStaff) {
    return;
  }
  staff_.tickets = std::move(tickets);
  staff_.tickets_known = true;
}

void Navigator::at_staff(const Intent& intent, Moment now) {
  if (place_ == Place::kStaffPin) {
    if (pin_lock_.locked(now)) {
      return;
    }
    type(intent);
    if (std::holds_alternative<TypeKey>(intent)) {
      pin_wrong_ = false;
    }
    if (std::holds_alternative<SubmitEntry>(intent)) {
      submit(now);
    }
    return;
  }
  staff_.done = StaffDone::kNothing;
  const auto go = [&](StaffPage page) {
    staff_.page = page;
    enter(Place::kStaff, now);
  };
  std::visit(
      Match{Ignore{},
            [&](const Back&) {
              switch (staff_.page) {
                case StaffPage::kOverview:
                  start_over(now);
                  break;
                case StaffPage::kTicket:
                  go(StaffPage::kTickets);
                  break;
                case StaffPage::kVoid:
                  go(StaffPage::kTicket);
                  break;
                case StaffPage::kTickets:
                case StaffPage::kSound:
                  go(StaffPage::kOverview);
                  break;
              }
            },
            [&](const OpenStaffPage& open) {
              if (open.page == StaffPage::kTickets) {
                errands_.load_tickets();
              }
              go(open.page);
            },
            [&](const SelectTicket& select) {
              const auto found = std::ranges::find(staff_.tickets, select.id, &IssuedTicket::id);
              if (found != staff_.tickets.end()) {
                staff_.selected = *found;
                go(StaffPage::kTicket);
              }
            },
            [&](const ReprintSelected&) {
              if (staff_.selected && !staff_.selected->voided) {
                const IssuedTicket& ticket = *staff_.selected;
                const bool never_out = ticket.paper == domain::PrintState::kWaiting ||
                                       ticket.paper == domain::PrintState::kFailed;
                errands_.print(ticket, ticket.language.empty() ? first_.language : ticket.language,
                               !never_out);
                staff_.done = StaffDone::kReprint;
                errands_.load_tickets();
                go(StaffPage::kTickets);
              }
            },
            [&](const VoidSelected& voided) {
              if (staff_.selected && !staff_.selected->voided) {
                errands_.void_ticket(staff_.selected->id, voided.reason);
                staff_.done = StaffDone::kVoid;
                errands_.load_tickets();
                go(StaffPage::kTickets);
              }
            },
            [&](const TestPrint&) {
              errands_.test_print();
              staff_.done = StaffDone::kTestPrint;
            },
            [&](const TestSound&) { errands_.test_sound(); },
            [&](const SetVolume& volume) { errands_.set_volume(volume.percent); },
            [&](const SetOutOfService& wanted) {
              out_of_service_ = wanted.out;
              errands_.set_out_of_service(wanted.out);
            },
            [&](const LeaveProgram&) { errands_.leave(); }},
      intent);
}

}  // namespace navbat::kiosk
