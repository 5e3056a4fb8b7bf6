#pragma once
// Which screen is shown and why: a state machine over intents, results and time. No screen, no
// thread, no clock of its own; whoever owns it passes the time and carries out the jobs that it
// asks for.

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "kiosk/model/branch.h"
#include "kiosk/model/intent.h"

namespace navbat::kiosk {

using Moment = std::chrono::milliseconds;  // monotonic, as the frame loop counts

enum class Place { kHome, kLanguages, kIssuing, kTicket, kTrouble };

enum class Paper { kPrinting, kPrinted, kFailed };

// Chosen by the customer, forgotten after the visit.
struct Preferences {
  std::string language;
  bool high_contrast = false;
  bool large_text = false;
  bool operator==(const Preferences&) const = default;
};

class Navigator {
 public:
  // `jobs` are called from within the functions below and must return at once; results come back
  // through issued(), not_issued() and printed().
  struct Jobs {
    std::function<void(const domain::ServiceId&, const std::string& language)> issue;
    std::function<void(const IssuedTicket&, const std::string& language)> print;
  };

  Navigator(std::string first_language, Jobs jobs);

  void handle(const Intent& intent, Moment now);
  void issued(IssuedTicket ticket, Moment now);
  void not_issued(Moment now);
  void printed(const std::string& ticket_id, bool success);
  void touched(Moment now);  // any touch, also one that hits nothing
  void tick(Moment now);     // lets time-outs happen

  Place place() const { return place_; }
  const Preferences& preferences() const { return preferences_; }
  Moment since() const { return since_; }  // when the place was entered
  std::optional<Moment> deadline() const;  // when tick() has something to do next
  const std::optional<IssuedTicket>& ticket() const { return ticket_; }
  const domain::ServiceId& service() const { return service_; }  // asked for last
  Paper paper() const { return paper_; }

 private:
  void enter(Place place, Moment now);
  void go_home(Moment now);
  void take(const domain::ServiceId& service, Moment now);

  Preferences first_;
  Preferences preferences_;
  Jobs jobs_;
  Place place_ = Place::kHome;
  Moment since_{};
  Moment touched_{};
  std::optional<IssuedTicket> ticket_;
  domain::ServiceId service_;
  Paper paper_ = Paper::kPrinting;
};

}  // namespace navbat::kiosk
