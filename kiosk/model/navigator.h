#pragma once
// Which screen is shown and why: a state machine over intents, answers and time. No screen, no
// thread, no clock of its own; whoever owns it passes the time and runs its errands.

#include <functional>
#include <optional>
#include <string>

#include "kiosk/model/branch.h"
#include "kiosk/model/errands.h"
#include "kiosk/model/guidance.h"
#include "kiosk/model/intent.h"
#include "kiosk/model/pin_lock.h"
#include "kiosk/model/place.h"
#include "kiosk/model/visit.h"

namespace navbat::kiosk {

// What the branch offers at this moment, asked when a decision needs it.
class Surroundings {
 public:
  virtual ~Surroundings() = default;
  virtual const BranchFacts& facts() const = 0;
  virtual ServiceOpening opening(const domain::ServiceId& service) const = 0;
  virtual std::vector<Suggestion> suggestions(const domain::ServiceId& service) const = 0;
  virtual std::optional<domain::PromiseRange> wait(const domain::ServiceId& service) const = 0;
  virtual std::string new_id() = 0;  // a UUID
};

class Navigator {
 public:
  struct Settings {
    std::string first_language;
    std::optional<Moment> attract_after;  // without a touch at home; nothing: never
    bool staff_menu = true;               // there is a PIN for it
  };

  // All outlive the navigator.
  Navigator(Settings settings, Errands& errands, Surroundings& surroundings);

  void handle(const Intent& intent, Moment now);
  void touched(Moment now);  // any touch or key, also one that hits nothing
  void tick(Moment now);     // lets time-outs happen

  // Answers to errands. One that comes too late for what is on the screen is ignored, but a ticket
  // that exists is always shown.
  void issued(IssuedTicket ticket, Moment now);
  // `booked`: the service of an appointment that cannot be used now.
  void not_issued(Refusal why, std::optional<domain::Timestamp> at,
                  const std::optional<domain::ServiceId>& booked, Moment now);
  void printed(const std::string& ticket_id, PrintProgress paper);
  void booking_found(Booking booking, Moment now);
  void ticket_found(IssuedTicket ticket, Rateable rateable, Moment now);
  void no_ticket(bool server_answered, Moment now);
  void pin_checked(bool right, Moment now);
  void tickets_loaded(std::vector<IssuedTicket> tickets);

  // At the start: the newest ticket that may have no paper.
  void offer_reprint(IssuedTicket ticket, Moment now);
  void set_out_of_service(bool out, Moment now);  // as it was before the restart
  // Speech began without a touch: the headphones were plugged in (or out).
  void set_speech(bool on) { preferences_.speech = on; }

  Place place() const { return place_; }
  Sheet sheet() const { return sheet_; }
  const Preferences& preferences() const { return preferences_; }
  const Visit& visit() const { return visit_; }
  const StaffDesk& staff() const { return staff_; }
  const PinLock& pin_lock() const { return pin_lock_; }
  bool pin_wrong() const { return pin_wrong_; }
  bool out_of_service() const { return out_of_service_; }
  int visits() const { return visits_; }  // begun so far: grows when the next customer's turn comes
  Moment since() const { return since_; }  // when the place was entered
  // When the place ends by itself, for a countdown; and when tick() has something to do next.
  std::optional<Moment> ends_at() const;
  Moment patience() const;  // how long this place waits for a touch
  std::optional<Moment> deadline() const;
  // Another text for everything that a customer hears as another page: place, step, group,
  // language. A sheet lies over a page and has its own name.
  std::string page() const;

 private:
  void enter(Place place, Moment now);
  void go_home(Moment now);     // the same customer goes on
  void start_over(Moment now);  // the next customer
  void begin_again(Moment now);
  void back(Moment now);
  bool anywhere(const Intent& intent, Moment now);  // whether that was all
  bool change_preferences(const Intent& intent);
  void at_place(const Intent& intent, Moment now);
  void at_home(const Intent& intent, Moment now);
  void at_suggestion(const Intent& intent, Moment now);
  void at_details(const Intent& intent, Moment now);
  void at_feedback(const Intent& intent, Moment now);
  void at_reprint(const Intent& intent, Moment now);
  void at_staff(const Intent& intent, Moment now);
  void type(const Intent& intent);
  void open_staff(Moment now);
  void finish_rating(Moment now);
  void choose(const domain::ServiceId& service, Moment now);
  void take(Moment now);
  void ask_number(Moment now);
  void submit(Moment now);
  void scanned(const std::string& text, Moment now);
  void notice(Notice notice, Moment now);
  bool untouched() const;  // as the last customer was never there
  bool warns() const;      // and asks before it ends

  const Settings settings_;
  Errands& errands_;
  Surroundings& around_;
  const Preferences first_;
  Preferences preferences_;
  Place place_ = Place::kHome;
  Place asked_from_ = Place::kHome;  // of kAsking: where the answer leads back
  Sheet sheet_ = Sheet::kNone;
  Moment since_{};
  Moment touched_{};
  Visit visit_;
  StaffDesk staff_;
  PinLock pin_lock_;
  bool pin_wrong_ = false;
  bool out_of_service_ = false;
  GuidanceBook guidance_;
  int visits_ = 0;
};

}  // namespace navbat::kiosk
