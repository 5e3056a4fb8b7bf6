#include "domain/ticket_state.h"

#include <array>
#include <initializer_list>
#include <utility>

namespace navbat::domain {
namespace {

constexpr std::array<std::pair<TicketState, std::string_view>, 7> kStateNames{{
    {TicketState::kWaiting, "waiting"},
    {TicketState::kCalled, "called"},
    {TicketState::kServing, "serving"},
    {TicketState::kOnHold, "on_hold"},
    {TicketState::kFinished, "finished"},
    {TicketState::kNoShow, "no_show"},
    {TicketState::kCancelled, "cancelled"},
}};

}  // namespace

std::string_view to_string(TicketState state) {
  return kStateNames[static_cast<std::size_t>(state)].second;
}

std::optional<TicketState> parse_ticket_state(std::string_view text) {
  for (const auto& [state, name] : kStateNames) {
    if (name == text) return state;
  }
  return std::nullopt;
}

std::string_view to_string(TicketAction action) {
  static constexpr std::array<std::string_view, 10> kNames{
      "call", "recall", "start",    "finish", "no-show",
      "hold", "resume", "transfer", "cancel", "reinstate"};
  return kNames[static_cast<std::size_t>(action)];
}

std::optional<TicketState> next_state(TicketState state, TicketAction action) {
  using enum TicketState;
  const auto from = [state](std::initializer_list<TicketState> allowed,
                            TicketState to) -> std::optional<TicketState> {
    for (const TicketState s : allowed) {
      if (s == state) return to;
    }
    return std::nullopt;
  };
  switch (action) {
    case TicketAction::kCall:
      return from({kWaiting}, kCalled);
    case TicketAction::kRecall:
      return from({kCalled}, kCalled);
    case TicketAction::kStart:
      return from({kCalled}, kServing);
    case TicketAction::kFinish:
      return from({kServing}, kFinished);
    case TicketAction::kNoShow:
      return from({kCalled}, kNoShow);
    case TicketAction::kHold:
      return from({kWaiting, kCalled, kServing}, kOnHold);
    case TicketAction::kResume:
      return from({kOnHold}, kWaiting);
    case TicketAction::kTransfer:
      return from({kWaiting, kCalled, kServing}, kWaiting);
    case TicketAction::kCancel:
      return from({kWaiting, kCalled, kOnHold}, kCancelled);
    case TicketAction::kReinstate:
      return from({kNoShow}, kWaiting);
  }
  return std::nullopt;
}

bool is_open(TicketState state) {
  return state == TicketState::kWaiting || is_at_counter(state) || state == TicketState::kOnHold;
}

bool is_at_counter(TicketState state) {
  return state == TicketState::kCalled || state == TicketState::kServing;
}

}  // namespace navbat::domain
