#pragma once
// One customer's ticket: what is known of the visit. Built by applying events; every duration is
// derived from here.

#include <cstdint>
#include <optional>
#include <string>

#include "domain/business_day.h"
#include "domain/ids.h"
#include "domain/label.h"
#include "domain/priority.h"
#include "domain/promise.h"
#include "domain/ticket_state.h"
#include "domain/time.h"

namespace navbat::domain {

struct Ticket {
  TicketId id;
  Label label;
  BusinessDay day;
  ServiceId service;  // Where it waits or waited last; a transfer changes it.
  LanguageTag language;
  std::optional<PriorityReason> priority;
  std::optional<Timestamp> appointment;
  std::string phone;  // Personal: never in snapshots, streams or logs. May be empty.
  NodeId origin;      // Who issued it.

  TicketState state = TicketState::kWaiting;
  Timestamp issued_at{};
  Timestamp joined_at{};  // Since when it waits for `service`: the issue, or the last transfer.
  std::optional<Timestamp> called_at;  // The last call; a wait ends here.
  std::optional<Timestamp> started_at;
  std::optional<Timestamp> ended_at;  // Finished, no-show or cancelled.
  std::optional<CounterId> counter;   // The last counter that called it.
  std::optional<TellerId> teller;
  std::optional<Promise> promise;  // As made at issue.
  // That worked for its service when it was issued. Known while its business day is open.
  std::int32_t promised_counters = 0;

  std::int32_t recalls = 0;
  std::int32_t transfers = 0;
  std::int32_t overtaken =
      0;  // How many later arrivals were called before it by counters that could have taken it.

  [[nodiscard]] PriorityClass priority_class() const;
  // From when the calling order counts the wait: joining, or the appointed time when that is later.
  [[nodiscard]] Timestamp counts_from() const;
};

}  // namespace navbat::domain
