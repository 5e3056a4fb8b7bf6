// How tickets come into the queue: numbered online, or adopted from a kiosk that was alone.

#include "domain/availability.h"
#include "domain/commands.h"

namespace navbat::domain {
namespace {

tl::unexpected<Rejection> reject(RejectionCode code, std::string detail, std::string expected) {
  return tl::unexpected(Rejection{code, std::move(detail), std::move(expected), {}, {}});
}

std::string known_services(const BranchConfig& config) {
  std::string names;
  for (const Service& service : config.services) {
    names += (names.empty() ? "one of " : ", ") + service.id.value();
  }
  return names;
}

tl::unexpected<Rejection> unknown_service(const BranchState& state, const ServiceId& service) {
  return reject(RejectionCode::kUnknownService,
                "The branch has no service \"" + service.value() + "\".",
                known_services(state.config()));
}

TicketIssued issued(const IssueTicket& command, Label label, const BusinessDay& day) {
  return {.ticket = command.id,
          .label = std::move(label),
          .day = day,
          .service = command.service,
          .language = command.language,
          .priority = command.priority,
          .appointment = command.appointment,
          .phone = command.phone,
          .origin = command.origin,
          .promise = command.promise,
          .booking = command.booking};
}

std::vector<EventPayload> relabel(const Ticket& known, const Label& printed) {
  std::vector<EventPayload> events{TicketRelabelled{known.id, known.label, printed}};
  // The customer never heard the number that was called.
  if (known.state == TicketState::kNoShow) events.push_back(TicketReinstated{known.id});
  if (known.state == TicketState::kCalled) {
    events.push_back(
        TicketRecalled{known.id, printed, known.service, known.language, *known.counter});
  }
  return events;
}

std::optional<Rejection> check_offline_label(const BranchState& state, const AdoptTicket& command) {
  const Service* service = state.config().find_service(command.ticket.service);
  const Label& label = command.label;
  if (!is_valid_series(label.series) || label.series.size() != 2 ||
      label.series.front() != service->letter || label.number < 1) {
    return Rejection{RejectionCode::kInvalidValue,
                     "\"" + label.to_string() + "\" is not an offline number of this service.",
                     std::string{"a label such as "} + service->letter + "X01",
                     {},
                     {}};
  }
  const Ticket* other = command.day == state.day() ? state.find_by_label(label) : nullptr;
  if (other != nullptr && other->id != command.ticket.id) {
    return Rejection{RejectionCode::kInvalidValue,
                     "\"" + label.to_string() + "\" is another ticket's number already.",
                     "a number that no other ticket of the day has",
                     {},
                     {}};
  }
  return std::nullopt;
}

}  // namespace

Outcome<void> check_open(const BranchState& state, const ServiceId& id,
                         const BranchCalendar& calendar, Timestamp now) {
  const Service* service = state.config().find_service(id);
  if (service == nullptr) return unknown_service(state, id);
  const Availability found = availability(state.config().hours_of(*service), service->quota,
                                          state.issued_today(id), calendar.local(now));
  if (found.is_open()) return {};
  const bool by_hours = found.closed_because == ClosedBecause::kHours;
  Rejection closed{by_hours ? RejectionCode::kServiceClosed : RejectionCode::kQuotaReached,
                   by_hours ? "The service \"" + id.value() + "\" is closed now."
                            : "All tickets of today for \"" + id.value() + "\" are given.",
                   "a service that is open",
                   {},
                   {}};
  if (found.opens_at) {
    closed.opens_at = calendar.instant(found.opens_at->date, found.opens_at->minute);
  }
  return tl::unexpected(std::move(closed));
}

Decision decide_issue(const BranchState& state, const IssueTicket& command) {
  const Service* service = state.config().find_service(command.service);
  if (service == nullptr) return unknown_service(state, command.service);
  if (const Ticket* known = state.find(command.id)) {
    if (known->service == command.service && known->language == command.language) {
      return std::vector<EventPayload>{};
    }
    return reject(RejectionCode::kTicketIdTaken,
                  "A ticket with this id exists with another service or language.",
                  "a new UUIDv7, or the same ticket again");
  }
  const std::string series = online_series(service->letter);
  return std::vector<EventPayload>{
      issued(command, Label{series, state.last_number(series) + 1}, *state.day())};
}

Decision decide_adopt(const BranchState& state, const AdoptTicket& command) {
  if (state.config().find_service(command.ticket.service) == nullptr) {
    return unknown_service(state, command.ticket.service);
  }
  if (auto problem = check_offline_label(state, command))
    return tl::unexpected(std::move(*problem));
  if (const Ticket* known = state.find(command.ticket.id)) {
    if (known->label == command.label) return std::vector<EventPayload>{};
    return relabel(*known, command.label);
  }
  std::vector<EventPayload> events{issued(command.ticket, command.label, command.day)};
  if (command.day != state.day()) {
    events.push_back(TicketCancelled{command.ticket.id, CancelledBy::kDayClosed});
  }
  return events;
}

}  // namespace navbat::domain
