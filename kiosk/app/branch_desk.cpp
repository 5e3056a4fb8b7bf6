// What the kiosk asks of its branch and tells it.

#include <utility>

#include "kiosk/app/branch_link.h"
#include "kiosk/app/branch_values.h"

namespace navbat::kiosk {
namespace {

tl::unexpected<std::string> no_id(const std::string& text) {
  return tl::unexpected("\"" + text + "\" is no id");
}

// Whether the customer has been at a counter; a ticket that only this kiosk knows may be rated, the
// branch sorts it out.
Rateable rateable(const std::optional<domain::TicketState>& state) {
  using domain::TicketState;
  const bool still_waits = state == TicketState::kWaiting || state == TicketState::kCalled ||
                           state == TicketState::kOnHold;
  return still_waits ? Rateable::kNotYet : Rateable::kYes;
}

domain::Seconds seconds(int minutes) { return std::chrono::minutes(minutes); }

NoTicket refused(const domain::CheckIn& check, const std::string& code) {
  NoTicket refusal{.why = Refusal::kBookingUnknown, .at = check.at, .detail = "booking " + code};
  switch (check.verdict) {
    case domain::CheckInVerdict::kTooEarly:
      refusal.why = Refusal::kTooEarly;
      refusal.at = check.from;
      break;
    case domain::CheckInVerdict::kWrongDay:
      refusal.why = Refusal::kTooEarly;
      break;
    case domain::CheckInVerdict::kTooLate:
      refusal.why = Refusal::kTooLate;
      break;
    case domain::CheckInVerdict::kUsed:
    case domain::CheckInVerdict::kCancelled:
      refusal.why = Refusal::kBookingUsed;
      break;
    case domain::CheckInVerdict::kUnknown:
    case domain::CheckInVerdict::kOk:
      break;
  }
  return refusal;
}

}  // namespace

tl::expected<IssuedTicket, NoTicket> BranchLink::take(const TicketWish& wish) {
  const auto ticket = client_->issue({.service = wish.service,
                                      .language = domain::LanguageTag(wish.language),
                                      .priority = wish.priority,
                                      .appointment = {},
                                      .phone = wish.phone,
                                      .booking = domain::BookingCode(wish.booking)});
  if (!ticket) {
    return tl::unexpected(no_ticket(ticket.error()));
  }
  return issued_ticket(*ticket);
}

tl::expected<void, std::string> BranchLink::set_paper(const std::string& ticket_id,
                                                      domain::PrintState state) {
  const auto id = domain::TicketId::parse(ticket_id);
  if (!id) {
    return no_id(ticket_id);
  }
  if (const auto kept = client_->set_print_state(*id, state); !kept) {
    return tl::unexpected(kept.error().detail);
  }
  return {};
}

std::vector<IssuedTicket> BranchLink::unprinted(domain::Timestamp since) {
  std::vector<IssuedTicket> result;
  const auto known = client_->unprinted(since);
  if (!known) {
    log("cannot tell which tickets have no paper: " + known.error().detail);
    return result;
  }
  for (const client::IssuedTicket& ticket : *known) {
    result.push_back(issued_ticket(ticket));
  }
  return result;
}

std::vector<IssuedTicket> BranchLink::latest(std::size_t count) {
  std::vector<IssuedTicket> result;
  const auto known = client_->latest_tickets(count);
  if (!known) {
    log("cannot list the last tickets: " + known.error().detail);
    return result;
  }
  for (const client::IssuedTicket& ticket : *known) {
    result.push_back(issued_ticket(ticket));
  }
  return result;
}

tl::expected<Booking, NoTicket> BranchLink::find_booking(const std::string& code) {
  const auto found = client_->find_booking(code);
  if (!found) {
    const bool silent = found.error().failure == client::FindFailure::kNoAnswer;
    return tl::unexpected(NoTicket{.why = silent ? Refusal::kTryLater : Refusal::kBookingUnknown,
                                   .at = {},
                                   .detail = found.error().detail});
  }
  const auto branch = client_->branch();
  const domain::CheckIn check =
      domain::check_in(&*found, branch->info.check_in, branch->calendar, client_->true_now());
  if (check.verdict != domain::CheckInVerdict::kOk) {
    NoTicket refusal = refused(check, code);
    refusal.service = found->service;
    return tl::unexpected(std::move(refusal));
  }
  return Booking{.code = found->code.value(), .service = found->service, .at = found->at};
}

TicketDesk::Found BranchLink::find_ticket(const std::string& label_or_id) {
  const auto found = client_->find_ticket(label_or_id);
  if (!found) {
    return {.server_answered = found.error().failure != client::FindFailure::kNoAnswer};
  }
  Found result{.ticket = issued_ticket(found->ticket), .rateable = rateable(found->state)};
  if (rated_.contains(result.ticket->id)) {
    result.rateable = Rateable::kRated;
  }
  return result;
}

tl::expected<void, std::string> BranchLink::record(const client::DeviceEvent& event) {
  if (const auto kept = client_->record(event); !kept) {
    return tl::unexpected(kept.error().detail);
  }
  return {};
}

tl::expected<void, std::string> BranchLink::void_ticket(const std::string& ticket_id,
                                                        const std::string& reason) {
  const auto id = domain::TicketId::parse(ticket_id);
  return id ? record(client::TicketVoided{*id, reason}) : no_id(ticket_id);
}

tl::expected<void, std::string> BranchLink::rate(const std::string& ticket_id, int score,
                                                 const std::vector<std::string>& reasons) {
  const auto id = domain::TicketId::parse(ticket_id);
  if (!id) {
    return no_id(ticket_id);
  }
  rated_.insert(ticket_id);
  return record(domain::FeedbackGiven{*id, score, reasons});
}

tl::expected<void, std::string> BranchLink::tell(const GuidanceOffered& offered) {
  const auto id = domain::GuidanceId::parse(offered.guidance);
  if (!id) {
    return no_id(offered.guidance);
  }
  domain::GuidanceOffered event{.guidance = *id,
                                .service = offered.service,
                                .language = domain::LanguageTag(offered.language),
                                .wait = {},
                                .options = {}};
  if (offered.wait) {
    event.wait = domain::WaitRange{seconds(offered.wait->low_min), seconds(offered.wait->high_min),
                                   seconds(offered.wait->limit_min)};
  }
  for (const Suggestion& option : offered.options) {
    event.options.push_back({.id = domain::AlternativeId(option.id),
                             .kind = option.kind,
                             .wait = seconds(option.wait_min)});
  }
  return record(event);
}

tl::expected<void, std::string> BranchLink::tell(const GuidanceTaken& taken) {
  const auto id = domain::GuidanceId::parse(taken.guidance);
  return id ? record(domain::GuidanceTaken{*id, domain::AlternativeId(taken.option)})
            : no_id(taken.guidance);
}

tl::expected<void, std::string> BranchLink::tell(const GuidanceReturned& returned) {
  const auto id = domain::GuidanceId::parse(returned.guidance);
  const auto ticket = domain::TicketId::parse(returned.ticket);
  return id && ticket ? record(domain::GuidanceReturned{*id, *ticket}) : no_id(returned.guidance);
}

tl::expected<void, std::string> BranchLink::report(const std::string& part,
                                                   const std::string& state,
                                                   const std::string& detail) {
  return record(domain::DeviceReported{.device = {},
                                       .part = domain::PartName(part),
                                       .state = domain::PartName(state),
                                       .detail = detail});
}

}  // namespace navbat::kiosk
