#pragma once
// What the kiosk knows of its branch, as plain values: filled by an adapter, read by screens and
// tests.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/alternative.h"
#include "domain/ids.h"
#include "domain/print_state.h"
#include "domain/priority.h"
#include "domain/promise_range.h"
#include "domain/time.h"
#include "ui/draw/color.h"

namespace navbat::kiosk {

// A text in several languages, by language tag.
class Translated {
 public:
  Translated() = default;
  explicit Translated(std::map<std::string, std::string> texts) : texts_(std::move(texts)) {}

  // In `language`, else in the closest there is: "uz-Cyrl" falls back to "uz", then to English,
  // then to any.
  const std::string& in(const std::string& language) const;

  bool operator==(const Translated&) const = default;

 private:
  std::map<std::string, std::string> texts_;
};

struct ServiceOffer {
  domain::ServiceId id;
  std::string icon;  // the pictogram's name
  ui::Color color;
  domain::Seconds target_wait{};
  Translated name;
  char letter = 0;          // that its tickets begin with; 0: not known
  std::string group{};      // where it stands in the menu; empty: at its top
  bool asks_phone = false;  // before the ticket, and the customer may decline
  bool operator==(const ServiceOffer&) const = default;
};

// A step of the menu that holds services or further groups.
struct ServiceGroup {
  std::string id;
  std::string parent;  // empty: at the top
  std::string icon;
  ui::Color color;
  Translated name;
  bool operator==(const ServiceGroup&) const = default;
};

using domain::AlternativeKind;

// What may save a customer the wait, as the bank configured it.
struct Alternative {
  std::string id;
  AlternativeKind kind = AlternativeKind::kAtm;
  std::vector<domain::ServiceId> services;  // that it can stand in for
  Translated name;                          // "Cash machine in the lobby"
  Translated place;                         // "To the left of the entrance"
  std::string url;                          // kApp: what the QR code opens
  std::string branch;                       // kOtherBranch: whose waits are looked at
  int travel_min = 0;                       // kOtherBranch
  bool operator==(const Alternative&) const = default;
};

// Changes rarely.
struct BranchFacts {
  std::string bank;
  Translated name;
  std::string time_zone;  // IANA
  std::vector<ServiceOffer> services;
  std::vector<ServiceGroup> groups{};
  std::vector<Alternative> alternatives{};
  bool takes_bookings = true;   // customers may come with an appointment code
  bool grants_priority = true;  // and may ask to go first
  bool takes_ratings = true;

  // Null when there is no such service.
  const ServiceOffer* find(const domain::ServiceId& service) const;
  bool operator==(const BranchFacts&) const = default;
};

// Whether a ticket may be taken now, by hours and by the number given out today.
enum class Opening { kOpen, kClosed, kFull };

struct ServiceOpening {
  Opening state = Opening::kOpen;
  std::optional<domain::Timestamp> opens_at;  // with kClosed, when it is known
  bool operator==(const ServiceOpening&) const = default;
};
using Openings = std::map<domain::ServiceId, ServiceOpening>;  // one not listed is open

struct ServiceWait {
  int waiting = 0;
  std::optional<domain::PromiseRange> range;  // nothing: no honest estimate
  bool operator==(const ServiceWait&) const = default;
};

// Changes all the time. Whether it is fresh enough to show is asked apart.
struct LiveQueue {
  std::map<domain::ServiceId, ServiceWait> services;
  int counters_open = 0;
  int waiting_total = 0;
  bool operator==(const LiveQueue&) const = default;
};

// What this kiosk itself expects a ticket to wait while its line is cut; nothing that is not
// honest.
using OwnWaits = std::map<domain::ServiceId, domain::PromiseRange>;

// What may be expected elsewhere or later; slow to change.
struct UsualHour {
  int hour = 0;      // of the day, local
  int wait_min = 0;  // the middle wait of such days
  bool operator==(const UsualHour&) const = default;
};
struct Outlook {
  std::map<domain::ServiceId, std::vector<UsualHour>> usual;  // by hour
  // Of other branches, by branch and service, only what is fresh.
  std::map<std::string, std::map<domain::ServiceId, ServiceWait>> elsewhere;
  bool operator==(const Outlook&) const = default;
};

// What the customer has decided before a number is asked for.
struct TicketWish {
  domain::ServiceId service;
  std::string language;
  std::optional<domain::PriorityReason> priority;
  std::string phone;    // may be empty
  std::string booking;  // an appointment's code; may be empty
  bool operator==(const TicketWish&) const = default;
};

// Why there is no ticket.
enum class Refusal {
  kTrouble,  // nothing durable could be made; or the branch was never heard of
  kClosed,
  kFull,
  kTooEarly,
  kTooLate,
  kBookingUsed,
  kBookingUnknown,
  kTryLater,  // only the server knows, and it does not answer
};

// Whether a visit may be rated: after it, and once.
enum class Rateable { kYes, kNotYet, kRated };

// A ticket that exists: durable, whether the server or the kiosk itself has numbered it.
struct IssuedTicket {
  std::string id;  // UUIDv7, for the phone page
  std::string label;
  domain::ServiceId service;
  domain::Timestamp issued_at{};
  std::optional<int> people_ahead;
  std::optional<domain::PromiseRange> promise;
  std::string language{};
  bool own_number = false;  // given by this kiosk while it was alone
  domain::PrintState paper = domain::PrintState::kWaiting;
  bool voided = false;
};

// An appointment that the customer has a code for.
struct Booking {
  std::string code;
  domain::ServiceId service;
  domain::Timestamp at{};
};

}  // namespace navbat::kiosk
