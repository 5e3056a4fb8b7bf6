#pragma once
// The branch's queue at one version: what kiosk home, board, teller console and manager page show.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/availability.h"
#include "domain/branch_state.h"
#include "domain/delay.h"
#include "domain/notice.h"
#include "server_sync/protocol/json_reader.h"
#include "server_sync/protocol/ticket_view.h"

namespace navbat::protocol {

struct ServiceQueue {
  domain::ServiceId service;
  char letter = 'A';
  int waiting = 0;
  domain::Seconds longest_wait{};
  std::optional<WaitRange>
      promise;  // If one took a ticket now; nothing when there is no honest estimate.
  std::optional<domain::ClosedBecause> closed_because{};  // Nothing: open.
  std::optional<domain::Timestamp> opens_at{};            // Of a closed one, when that is known.
  int issued_today = 0;
  std::optional<domain::ServiceDelay> delay{};  // Promises of people who wait have slipped.
  std::vector<std::string>
      next{};  // Labels in the likely order of calling; at most kNextOfService.

  [[nodiscard]] bool is_open() const { return !closed_because.has_value(); }
};

inline constexpr std::size_t kNextOfService = 3;

struct CounterView {
  domain::CounterId counter;
  domain::CounterStatus status = domain::CounterStatus::kClosed;
  std::optional<domain::TellerId> teller;
  std::optional<domain::TicketId> ticket;
  std::string ticket_label;  // Empty without a ticket.
  domain::ServiceId ticket_service;
  std::optional<domain::Timestamp> since;
  std::vector<domain::ServiceId> services{};  // That an open counter serves; empty: all of them.
};

struct CallView {
  std::int64_t version = 0;
  domain::TicketId ticket;
  std::string label;
  domain::ServiceId service;
  domain::LanguageTag language;
  domain::CounterId counter;
  domain::Timestamp at{};
  bool recall = false;
};

struct NextView {
  std::string label;
  domain::ServiceId service;
};
inline constexpr std::size_t kNextShown = 12;

struct HeldView {
  domain::TicketId ticket;
  std::string label;
  domain::ServiceId service;
  std::optional<domain::CounterId> counter;  // Where it was put aside.
};
inline constexpr std::size_t kHeldShown = 50;

struct QueueSnapshot {
  domain::BranchId branch;
  std::int64_t version = 0;
  domain::Timestamp at{};
  std::optional<domain::BusinessDay> day;
  std::vector<ServiceQueue> services;
  std::vector<CounterView> counters;
  std::vector<CallView> calls;    // Newest first.
  std::vector<NextView> next;     // By arrival.
  std::vector<HeldView> on_hold;  // Oldest first.
  int waiting_total = 0;
  int counters_open = 0;
  std::vector<domain::Notice> notices;  // In force, oldest first.
};

[[nodiscard]] QueueSnapshot make_snapshot(const domain::BranchState& state,
                                          const domain::PromiseEstimator& promise,
                                          const domain::BranchCalendar& calendar,
                                          domain::Timestamp now);
[[nodiscard]] CounterView make_counter_view(const domain::BranchState& state,
                                            const domain::CounterState& counter);

[[nodiscard]] std::string encode(const QueueSnapshot& snapshot);
[[nodiscard]] std::string encode(const CounterView& counter);
[[nodiscard]] Decoded<QueueSnapshot> decode_queue_snapshot(std::string_view json);

}  // namespace navbat::protocol
