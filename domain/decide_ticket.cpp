// What tellers, managers and customers do to a ticket.

#include "domain/calling_order.h"
#include "domain/commands.h"

namespace navbat::domain {
namespace {

constexpr std::size_t kLongestText = 200;

Rejection rejection(RejectionCode code, std::string detail, std::string expected) {
  return {code, std::move(detail), std::move(expected), {}, {}};
}

Rejection unknown_ticket() {
  return rejection(RejectionCode::kUnknownTicket, "The branch has no such ticket today.",
                   "the id of a ticket of the open business day");
}

Rejection wrong_state(const Ticket& ticket, TicketAction action) {
  std::string allowed;
  for (const TicketState state :
       {TicketState::kWaiting, TicketState::kCalled, TicketState::kServing, TicketState::kOnHold,
        TicketState::kFinished, TicketState::kNoShow, TicketState::kCancelled}) {
    if (!next_state(state, action)) continue;
    allowed += (allowed.empty() ? "" : " or ") + std::string{to_string(state)};
  }
  Rejection result = rejection(RejectionCode::kWrongState,
                               "The ticket is " + std::string{to_string(ticket.state)} + "; \"" +
                                   std::string{to_string(action)} + "\" does not apply.",
                               "a ticket that is " + allowed);
  result.state = ticket.state;
  return result;
}

// The ticket, when it exists, is in the right state and is not another counter's.
Outcome<const Ticket*> find_for(const BranchState& state, const TicketCommand& command,
                                TicketAction action) {
  const Ticket* ticket = state.find(command.ticket);
  if (ticket == nullptr) return tl::unexpected(unknown_ticket());
  if (!next_state(ticket->state, action)) return tl::unexpected(wrong_state(*ticket, action));
  if (command.counter && is_at_counter(ticket->state) && ticket->counter != command.counter) {
    return tl::unexpected(rejection(RejectionCode::kNotYourTicket,
                                    "The ticket is at counter " + ticket->counter->value() + ".",
                                    "a ticket at your own counter"));
  }
  return ticket;
}

Outcome<void> check_text(const std::string& text, const char* what) {
  if (text.size() <= kLongestText) return {};
  return tl::unexpected(rejection(RejectionCode::kInvalidValue, std::string{what} + " is too long.",
                                  "at most 200 bytes"));
}

template <typename Make>
Decision decide(const BranchState& state, const TicketCommand& command, TicketAction action,
                Make make) {
  return find_for(state, command, action).map([&](const Ticket* ticket) {
    return std::vector<EventPayload>{make(*ticket)};
  });
}

Outcome<const CounterState*> ready_counter(const BranchState& state, const CounterId& id) {
  const CounterState* counter = state.find_counter(id);
  if (counter == nullptr) {
    return tl::unexpected(rejection(RejectionCode::kUnknownCounter,
                                    "The branch has no counter \"" + id.value() + "\".",
                                    "a counter of the branch"));
  }
  if (!counter->open || counter->paused) {
    return tl::unexpected(
        rejection(RejectionCode::kCounterNotOpen,
                  "Counter " + id.value() + " is " + (counter->open ? "paused." : "closed."),
                  "an open counter"));
  }
  if (counter->ticket) {
    const Ticket* ticket = state.find(*counter->ticket);
    Rejection busy =
        rejection(RejectionCode::kCounterBusy,
                  "Counter " + id.value() + " still has " + ticket->label.to_string() + ".",
                  "a counter without a called or served ticket");
    busy.state = ticket->state;
    busy.ticket = ticket->id;
    return tl::unexpected(std::move(busy));
  }
  return counter;
}

TicketCalled called(const Ticket& ticket, const CounterState& counter, CallingReason why) {
  return {.ticket = ticket.id,
          .label = ticket.label,
          .service = ticket.service,
          .language = ticket.language,
          .counter = counter.id,
          .teller = counter.teller,
          .why = std::move(why)};
}

}  // namespace

Decision decide_call(const BranchState& state, const CallNext& command, Timestamp now) {
  const auto counter = ready_counter(state, command.counter);
  if (!counter) return tl::unexpected(counter.error());
  if (command.ticket) {
    return find_for(state, {*command.ticket, command.counter}, TicketAction::kCall)
        .map([&](const Ticket* ticket) {
          return std::vector<EventPayload>{
              called(*ticket, **counter, chosen_reason(state, *ticket, now))};
        });
  }
  const auto next = next_call(state, **counter, now);
  if (!next) return std::vector<EventPayload>{};
  return std::vector<EventPayload>{called(*state.find(next->ticket), **counter, next->why)};
}

Decision decide_recall(const BranchState& state, const TicketCommand& command) {
  return decide(state, command, TicketAction::kRecall, [](const Ticket& t) {
    return TicketRecalled{t.id, t.label, t.service, t.language, *t.counter};
  });
}

Decision decide_start(const BranchState& state, const TicketCommand& command) {
  return decide(state, command, TicketAction::kStart, [](const Ticket& t) {
    return ServiceStarted{t.id, *t.counter};
  });
}

Decision decide_finish(const BranchState& state, const TicketCommand& command,
                       const std::string& outcome) {
  if (auto ok = check_text(outcome, "The outcome"); !ok) return tl::unexpected(ok.error());
  return decide(state, command, TicketAction::kFinish, [&](const Ticket& t) {
    return TicketFinished{t.id, *t.counter, outcome};
  });
}

Decision decide_no_show(const BranchState& state, const TicketCommand& command) {
  return decide(state, command, TicketAction::kNoShow, [](const Ticket& t) {
    return TicketNoShow{t.id, *t.counter};
  });
}

Decision decide_hold(const BranchState& state, const TicketCommand& command,
                     const std::string& reason) {
  if (auto ok = check_text(reason, "The reason"); !ok) return tl::unexpected(ok.error());
  return decide(state, command, TicketAction::kHold, [&](const Ticket& t) {
    return TicketHeld{t.id, reason};
  });
}

Decision decide_resume(const BranchState& state, const TicketCommand& command) {
  return decide(state, command, TicketAction::kResume,
                [](const Ticket& t) { return TicketResumed{t.id}; });
}

Decision decide_transfer(const BranchState& state, const TicketCommand& command,
                         const ServiceId& service, const std::string& note) {
  if (auto ok = check_text(note, "The note"); !ok) return tl::unexpected(ok.error());
  if (state.config().find_service(service) == nullptr) {
    return tl::unexpected(rejection(RejectionCode::kUnknownService,
                                    "The branch has no service \"" + service.value() + "\".",
                                    "a service of the branch"));
  }
  return decide(state, command, TicketAction::kTransfer, [&](const Ticket& t) {
    return TicketTransferred{t.id, t.service, service, note};
  });
}

Decision decide_cancel(const BranchState& state, const TicketCommand& command, CancelledBy by,
                       const std::string& reason) {
  if (auto ok = check_text(reason, "The reason"); !ok) return tl::unexpected(ok.error());
  return decide(state, command, TicketAction::kCancel, [&](const Ticket& t) {
    return TicketCancelled{t.id, by, reason};
  });
}

Decision decide_feedback(const TicketId& ticket, std::int32_t score,
                         const std::vector<std::string>& reasons) {
  constexpr std::size_t kMostReasons = 10;
  if (score < 1 || score > 4) {
    return tl::unexpected(rejection(RejectionCode::kInvalidValue, "The score is out of range.",
                                    "a whole number from 1 (bad) to 4 (good)"));
  }
  if (reasons.size() > kMostReasons) {
    return tl::unexpected(
        rejection(RejectionCode::kInvalidValue, "There are too many reasons.", "at most 10"));
  }
  for (const std::string& reason : reasons) {
    if (auto ok = check_text(reason, "A reason"); !ok) return tl::unexpected(ok.error());
  }
  return std::vector<EventPayload>{FeedbackGiven{ticket, score, reasons}};
}

}  // namespace navbat::domain
