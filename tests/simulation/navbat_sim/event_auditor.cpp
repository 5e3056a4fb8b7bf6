#include "tests/simulation/navbat_sim/event_auditor.h"

#include "domain/calling_order.h"

namespace navbat::sim {

using namespace domain;  // Every payload type below is the domain's.

namespace {

// The action of the state machine behind an event about a ticket that exists already.
template <typename Payload>
constexpr std::optional<TicketAction> kActionOf = std::nullopt;
template <>
constexpr std::optional<TicketAction> kActionOf<TicketReinstated> = TicketAction::kReinstate;
template <>
constexpr std::optional<TicketAction> kActionOf<TicketCalled> = TicketAction::kCall;
template <>
constexpr std::optional<TicketAction> kActionOf<TicketRecalled> = TicketAction::kRecall;
template <>
constexpr std::optional<TicketAction> kActionOf<ServiceStarted> = TicketAction::kStart;
template <>
constexpr std::optional<TicketAction> kActionOf<TicketFinished> = TicketAction::kFinish;
template <>
constexpr std::optional<TicketAction> kActionOf<TicketNoShow> = TicketAction::kNoShow;
template <>
constexpr std::optional<TicketAction> kActionOf<TicketHeld> = TicketAction::kHold;
template <>
constexpr std::optional<TicketAction> kActionOf<TicketResumed> = TicketAction::kResume;
template <>
constexpr std::optional<TicketAction> kActionOf<TicketTransferred> = TicketAction::kTransfer;
template <>
constexpr std::optional<TicketAction> kActionOf<TicketCancelled> = TicketAction::kCancel;

std::optional<TicketAction> action_of(const EventPayload& payload) {
  return std::visit([](const auto& p) { return kActionOf<std::decay_t<decltype(p)>>; }, payload);
}

const CounterId* counter_of(const EventPayload& payload) {
  return std::visit(
      [](const auto& p) -> const CounterId* {
        if constexpr (requires { p.counter; }) {
          return &p.counter;
        } else {
          return nullptr;
        }
      },
      payload);
}

const ServiceId* service_of(const EventPayload& payload) {
  return std::visit(
      [](const auto& p) -> const ServiceId* {
        if constexpr (requires { p.service; }) {
          return &p.service;
        } else {
          return nullptr;
        }
      },
      payload);
}

}  // namespace

EventAuditor::EventAuditor(const BranchConfig& config, Findings& findings)
    : findings_(findings), state_(config) {}

std::optional<std::string> EventAuditor::objection(const Event& event) const {
  if (event.version != state_.version() + 1) {
    return "follows version " + std::to_string(state_.version());
  }
  const CounterId* counter = counter_of(event.payload);
  const CounterState* at = counter != nullptr ? state_.find_counter(*counter) : nullptr;
  if (counter != nullptr && at == nullptr) return "names an unknown counter";
  const ServiceId* service = service_of(event.payload);
  if (service != nullptr && state_.config().find_service(*service) == nullptr) {
    return "names an unknown service";
  }
  if (const auto* issued = std::get_if<TicketIssued>(&event.payload)) {
    if (state_.find(issued->ticket) != nullptr) return "issues a ticket twice";
    if (issued->day == state_.day() && state_.find_by_label(issued->label) != nullptr) {
      return "gives number " + issued->label.to_string() + " twice";
    }
  }
  if (std::holds_alternative<CounterClosed>(event.payload) && at->ticket) {
    return "closes a counter that has a ticket";
  }
  if (std::holds_alternative<TicketCalled>(event.payload)) {
    if (at->ticket) return "calls to counter " + counter->value() + ", which has a ticket";
    if (!at->open || at->paused) return "calls to counter " + counter->value() + ", not open";
  }
  const auto action = action_of(event.payload);
  if (!action) return std::nullopt;
  const Ticket* ticket = state_.find(*ticket_of(event.payload));
  if (ticket == nullptr) return "is about a ticket that was never issued";
  if (!next_state(ticket->state, *action)) {
    return "does not apply to " + ticket->label.to_string() + ", which is " +
           std::string{to_string(ticket->state)};
  }
  return std::nullopt;
}

void EventAuditor::judge(const Event&, const TicketIssued& issued) {
  const std::string label = issued.label.to_string();
  if (!labels_.emplace(issued.day, issued.label).second) {
    findings_.add("Number " + label + " of " + issued.day.to_string() + " was given twice.");
  }
  if (issued.label.series.size() != 1) return;
  std::int32_t& last = last_online_[{issued.day, issued.label.series}];
  if (issued.label.number != last + 1) {
    findings_.add("Number " + label + " follows " + std::to_string(last) + ": a gap online.");
  }
  last = issued.label.number;
}

void EventAuditor::judge(const Event& event, const TicketCalled& called) {
  ++calls_;
  if (called.why.rule == CallingRule::kChosenByTeller) {
    ++calls_by_hand_;
    return;
  }
  const auto prescribed = next_call(state_, *state_.find_counter(called.counter), event.at);
  if (prescribed && prescribed->ticket == called.ticket &&
      prescribed->why.rule == called.why.rule &&
      prescribed->why.share_permille == called.why.share_permille) {
    ++calls_in_order_;
    return;
  }
  const Ticket* other = prescribed ? state_.find(prescribed->ticket) : nullptr;
  findings_.add("Version " + std::to_string(event.version) + " calls " + called.label.to_string() +
                " to counter " + called.counter.value() + "; the order prescribes " +
                (other != nullptr ? other->label.to_string() : std::string{"nobody"}) + ".");
}

void EventAuditor::note(const Event& event) {
  const TicketId* id = ticket_of(event.payload);
  if (id == nullptr) return;
  TicketHistory& history = tickets_[*id];
  if (const auto* issued = std::get_if<TicketIssued>(&event.payload)) {
    history.issued_at = event.at;
    history.promise = issued->promise;
  }
  if (const auto* called = std::get_if<TicketCalled>(&event.payload)) {
    history.calls.push_back({called->counter, event.at});
    history.last_call = event.at;
  }
  if (std::holds_alternative<TicketRecalled>(event.payload)) history.last_call = event.at;
  if (std::holds_alternative<TicketReinstated>(event.payload)) history.last_call.reset();
  if (const Ticket* ticket = state_.find(*id)) {
    history.label = ticket->label;
    history.service = ticket->service;
    history.state = ticket->state;
    history.transfers = ticket->transfers;
  }
}

void EventAuditor::on_event(const Event& event) {
  if (gave_up_) return;
  if (const auto problem = objection(event)) {
    findings_.add("Version " + std::to_string(event.version) + " (" +
                  std::string{type_name(event.payload)} + ") " + *problem + ".");
    gave_up_ = true;
    return;
  }
  if (const auto* issued = std::get_if<TicketIssued>(&event.payload)) judge(event, *issued);
  if (const auto* called = std::get_if<TicketCalled>(&event.payload)) judge(event, *called);
  state_.apply(event);
  note(event);
}

}  // namespace navbat::sim
