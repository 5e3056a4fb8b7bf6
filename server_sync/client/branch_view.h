#pragma once
// What a device knows of its branch: plain values, as kiosk and board show them.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/branch_state.h"
#include "domain/business_day.h"
#include "domain/ids.h"
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
  Translations name;
  Translations hint;
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

  [[nodiscard]] const ServiceInfo* find_service(const domain::ServiceId& service) const;
};

// "About low to high, nine in ten under limit", counted from the moment of the snapshot.
struct WaitRange {
  domain::Seconds low{};
  domain::Seconds high{};
  domain::Seconds limit{};
  friend bool operator==(const WaitRange&, const WaitRange&) = default;
};

struct ServiceQueue {
  domain::ServiceId service;
  char letter = 'A';
  int waiting = 0;
  domain::Seconds longest_wait{};
  std::optional<WaitRange> promise;  // for a ticket taken now; nothing without an honest estimate
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
  std::optional<domain::Timestamp> since;  // in this status; nothing when never open today
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

  [[nodiscard]] const ServiceQueue* find_service(const domain::ServiceId& service) const;
};

}  // namespace navbat::client
