#pragma once
// What a device knows of its branch: plain values, as kiosk and board show them.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/alternative.h"
#include "domain/availability.h"
#include "domain/branch_state.h"
#include "domain/business_day.h"
#include "domain/check_in.h"
#include "domain/delay.h"
#include "domain/ids.h"
#include "domain/notice.h"
#include "domain/opening_hours.h"
#include "domain/promise.h"
#include "domain/time.h"

namespace navbat::client {

using Translations = std::map<std::string, std::string>;  // by language tag

// What the branch offers; changes rarely.
struct ServiceInfo {
  domain::ServiceId id;
  char letter = 'A';  // its online series
  std::string icon;   // name of a pictogram
  std::string color;  // "#0FB5A2"
  domain::Seconds target_wait{};
  domain::Seconds usual_service{300};  // at the counter, as the administrator believes
  Translations name;
  Translations hint;
  domain::GroupId group{};                   // where the menu shows it; empty: at the top
  std::optional<domain::WeekHours> hours{};  // within the branch's; nothing: as the branch
  std::optional<int> quota{};                // tickets a business day
  bool asks_phone = false;  // the kiosk asks for a phone number, which may be skipped
};

// Services that the menu shows together; groups may stand in groups, never in a circle.
struct GroupInfo {
  domain::GroupId id;
  domain::GroupId parent{};  // empty: at the top
  std::string icon;
  std::string color;
  Translations name;
};

// A way without waiting at a counter.
struct AlternativeInfo {
  domain::AlternativeId id;
  domain::AlternativeKind kind = domain::AlternativeKind::kAtm;
  std::vector<domain::ServiceId> services;  // that it can stand for
  Translations name;
  Translations place;                            // where or how, in one line; may be empty
  std::string url;                               // of an app, for a QR code; may be empty
  domain::BranchId branch{};                     // of kind kBranch; may be empty
  std::optional<std::chrono::minutes> travel{};  // to get there
};

struct BranchInfo {
  domain::BranchId id;
  std::string bank;
  Translations name;
  std::string time_zone;                  // IANA: "Asia/Tashkent"
  std::chrono::minutes day_starts_at{0};  // local time at which a business day begins
  std::vector<domain::LanguageTag> languages;
  std::vector<ServiceInfo> services;
  std::vector<domain::CounterId> counters;
  domain::OpeningHours hours;
  std::vector<GroupInfo> groups;
  std::vector<AlternativeInfo> alternatives;
  domain::CheckInLimits check_in;  // for domain::check_in()

  // For domain::availability().
  [[nodiscard]] domain::ServiceHours hours_of(const ServiceInfo& service) const {
    return {hours, service.hours};
  }
  [[nodiscard]] const ServiceInfo* find_service(const domain::ServiceId& service) const;
};

// "About low to high, nine in ten under limit", counted from the moment of the snapshot.
using domain::WaitRange;

struct ServiceQueue {
  domain::ServiceId service;
  char letter = 'A';
  int waiting = 0;
  domain::Seconds longest_wait{};
  std::optional<WaitRange> promise;  // for a ticket taken now; nothing without an honest estimate
  std::optional<domain::ClosedBecause> closed_because{};  // nothing: open
  std::optional<domain::Timestamp> opens_at{};            // of a closed one, when that is known
  int issued_today = 0;
  std::optional<domain::ServiceDelay> delay{};  // promises of people who wait have slipped
  std::vector<std::string> next{};              // labels, who is likely called next first; few

  [[nodiscard]] bool is_open() const { return !closed_because.has_value(); }
};

struct TicketAtCounter {
  domain::TicketId ticket;
  std::string label;
  domain::ServiceId service;
};

struct CounterNow {
  domain::CounterId counter;
  domain::CounterStatus status = domain::CounterStatus::kClosed;
  std::optional<TicketAtCounter> ticket;
  std::optional<domain::Timestamp> since;   // in this status; nothing when never open today
  std::vector<domain::ServiceId> services;  // that it serves; empty: not said, take it for all
};

struct Call {
  std::int64_t version = 0;  // of the event; orders calls, and says whether one was shown already
  domain::TicketId ticket;
  std::string label;
  domain::ServiceId service;
  domain::LanguageTag language;
  domain::CounterId counter;
  domain::Timestamp at{};
  bool recall = false;
};

struct NextInLine {
  std::string label;
  domain::ServiceId service;
};

// The whole branch at one version.
struct QueueSnapshot {
  domain::BranchId branch;
  std::int64_t version = 0;
  domain::Timestamp at{};
  std::optional<domain::BusinessDay> day;
  std::vector<ServiceQueue> services;
  std::vector<CounterNow> counters;
  std::vector<Call> calls;       // newest first
  std::vector<NextInLine> next;  // by arrival
  int waiting_total = 0;
  int counters_open = 0;
  std::vector<domain::Notice> notices{};  // that are in force, oldest first

  [[nodiscard]] const ServiceQueue* find_service(const domain::ServiceId& service) const;
};

}  // namespace navbat::client
