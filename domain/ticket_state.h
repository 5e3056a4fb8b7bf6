#pragma once
// The states of a ticket and the transitions between them. Nothing else in the project decides what
// may follow what.
//
//   waiting → called → serving → finished          called → no_show
//   waiting | called | serving → on_hold → waiting  waiting | called | serving → waiting (transfer)
//   waiting | called | on_hold → cancelled          no_show → waiting (reinstated: paper wins)

#include <optional>
#include <string_view>

namespace navbat::domain {

enum class TicketState { kWaiting, kCalled, kServing, kOnHold, kFinished, kNoShow, kCancelled };

enum class TicketAction {
  kCall,
  kRecall,
  kStart,
  kFinish,
  kNoShow,
  kHold,
  kResume,
  kTransfer,
  kCancel,
  kReinstate,
};

[[nodiscard]] std::string_view to_string(TicketState state);
[[nodiscard]] std::string_view to_string(TicketAction action);
[[nodiscard]] std::optional<TicketState> parse_ticket_state(std::string_view text);

// The state after `action`, or nothing when it does not apply in `state`.
[[nodiscard]] std::optional<TicketState> next_state(TicketState state, TicketAction action);

// Waiting, called, serving or on hold: the visit is not over.
[[nodiscard]] bool is_open(TicketState state);
// Called or serving: the ticket occupies a counter.
[[nodiscard]] bool is_at_counter(TicketState state);

}  // namespace navbat::domain
