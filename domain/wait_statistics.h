#pragma once
// What the manager reads: waits, promises kept, who was lost. Definitions are fixed here and
// nowhere else.
//
//   wait          last call − issue; only of tickets that were called
//   percentile    nearest rank: the smallest wait that at least p of the called ones did not exceed
//   within target share of called tickets whose wait was at most their service's target
//   promise kept  called within the limit of the promise made at issue; of the called tickets that
//   carried one no-show, left called and did not come; cancelled, by whomever. Both are counted,
//   never dropped service time  start (or call, where none was recorded) to finish

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/business_day.h"
#include "domain/ids.h"
#include "domain/ticket_state.h"
#include "domain/time.h"

namespace navbat::domain {

// One ticket as the statistics see it.
struct Visit {
  BusinessDay day;
  ServiceId service;
  CounterId counter;  // Empty when never called.
  TellerId teller;    // Empty when never called.
  TicketState state = TicketState::kWaiting;
  Timestamp issued_at{};
  std::optional<Timestamp> called_at;
  std::optional<Timestamp> started_at;
  std::optional<Timestamp> ended_at;
  Seconds target_wait{};
  std::optional<Seconds> promise_limit;
};

enum class GroupBy { kHour, kDay, kService, kCounter, kTeller };
[[nodiscard]] std::string_view to_string(GroupBy by);
[[nodiscard]] std::optional<GroupBy> parse_group_by(std::string_view text);

// The wait of a called visit. Never negative.
[[nodiscard]] Milliseconds wait_of(const Visit& visit);

struct WaitRow {
  std::vector<std::string>
      key;  // One per GroupBy asked for: "2026-11-22T09:00" (local), "2026-11-22", "cash", "3".
  std::int64_t issued = 0;
  std::int64_t called = 0;
  std::int64_t served = 0;  // Finished, or being served.
  std::int64_t no_shows = 0;
  std::int64_t left = 0;      // Cancelled.
  std::int64_t promises = 0;  // Called tickets that carried a promise.
  std::int64_t promises_kept = 0;
  // Of the called ones; nothing when nobody was called.
  std::optional<double> mean_wait_s;
  std::optional<double> p50_wait_s;
  std::optional<double> p90_wait_s;
  std::optional<double> p95_wait_s;
  std::optional<double> within_target;  // 0 to 1.
  std::optional<double> mean_service_s;
};

// Rows in ascending order of their keys; one row when `by` is empty. `counter` and `teller` leave
// out visits that were never called.
[[nodiscard]] std::vector<WaitRow> summarise(const std::vector<Visit>& visits,
                                             const std::vector<GroupBy>& by,
                                             const BranchCalendar& calendar);

// Nearest rank over values sorted ascending; `p` in (0, 1]. Values must not be empty.
[[nodiscard]] Milliseconds percentile(const std::vector<Milliseconds>& sorted, double p);

}  // namespace navbat::domain
