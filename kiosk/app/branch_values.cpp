#include "kiosk/app/branch_values.h"

#include <chrono>

#include "domain/availability.h"

namespace navbat::kiosk {
namespace {

constexpr unsigned kPlainColor = 0x46536D;  // of what a branch gives no colour that can be read

ui::Color color_of(const std::string& text) {
  return ui::parse_color(text).value_or(ui::rgb(kPlainColor));
}

ServiceOffer offer_of(const client::ServiceInfo& service) {
  return {.id = service.id,
          .icon = service.icon,
          .color = color_of(service.color),
          .target_wait = service.target_wait,
          .name = Translated(service.name),
          .letter = service.letter,
          .group = service.group.value(),
          .asks_phone = service.asks_phone};
}

Alternative alternative_of(const client::AlternativeInfo& info) {
  return {.id = info.id.value(),
          .kind = info.kind,
          .services = info.services,
          .name = Translated(info.name),
          .place = Translated(info.place),
          .url = info.url,
          .branch = info.branch.value(),
          .travel_min = static_cast<int>(info.travel.value_or(std::chrono::minutes{0}).count())};
}

}  // namespace

BranchFacts branch_facts(const client::BranchInfo& info) {
  BranchFacts facts;
  facts.bank = info.bank;
  facts.name = Translated(info.name);
  facts.time_zone = info.time_zone;
  for (const client::ServiceInfo& service : info.services) {
    facts.services.push_back(offer_of(service));
  }
  for (const client::GroupInfo& group : info.groups) {
    facts.groups.push_back({.id = group.id.value(),
                            .parent = group.parent.value(),
                            .icon = group.icon,
                            .color = color_of(group.color),
                            .name = Translated(group.name)});
  }
  for (const client::AlternativeInfo& alternative : info.alternatives) {
    facts.alternatives.push_back(alternative_of(alternative));
  }
  return facts;
}

LiveQueue live_queue(const client::QueueSnapshot& snapshot) {
  LiveQueue queue;
  queue.counters_open = snapshot.counters_open;
  queue.waiting_total = snapshot.waiting_total;
  for (const client::ServiceQueue& service : snapshot.services) {
    ServiceWait& wait = queue.services[service.service];
    wait.waiting = service.waiting;
    if (service.promise) {
      wait.range =
          domain::shown_range(service.promise->low, service.promise->high, service.promise->limit);
    }
  }
  return queue;
}

IssuedTicket issued_ticket(const client::IssuedTicket& ticket) {
  IssuedTicket issued{.id = ticket.id.to_string(),
                      .label = ticket.label.to_string(),
                      .service = ticket.service,
                      .issued_at = ticket.issued_at,
                      .people_ahead = ticket.people_ahead,
                      .promise = {},
                      .language = ticket.language.value(),
                      .own_number = ticket.offline,
                      .paper = ticket.print_state,
                      .voided = ticket.voided};
  if (ticket.promise) {
    issued.promise =
        domain::shown_range(ticket.promise->low, ticket.promise->high, ticket.promise->limit);
  }
  return issued;
}

NoTicket no_ticket(const client::IssueError& error) {
  const auto why = [&] {
    switch (error.failure) {
      case client::IssueFailure::kServiceClosed:
        return Refusal::kClosed;
      case client::IssueFailure::kQuotaReached:
        return Refusal::kFull;
      case client::IssueFailure::kTooEarly:
        return Refusal::kTooEarly;
      case client::IssueFailure::kTooLate:
        return Refusal::kTooLate;
      case client::IssueFailure::kBookingUsed:
      case client::IssueFailure::kBookingCancelled:
        return Refusal::kBookingUsed;
      case client::IssueFailure::kUnknownBooking:
        return Refusal::kBookingUnknown;
      case client::IssueFailure::kNotReady:
      case client::IssueFailure::kRefused:
      case client::IssueFailure::kStorage:
        break;
    }
    return Refusal::kTrouble;
  };
  return {.why = why(), .at = error.until, .detail = error.detail};
}

Openings openings(const client::KnownBranch& branch, const client::QueueSnapshot* snapshot,
                  domain::Timestamp now) {
  Openings result;
  const domain::LocalTime local = branch.calendar.local(now);
  const bool same_day = snapshot != nullptr && snapshot->day == branch.calendar.day_of(now);
  for (const client::ServiceInfo& service : branch.info.services) {
    const client::ServiceQueue* queue = same_day ? snapshot->find_service(service.id) : nullptr;
    const domain::Availability found =
        domain::availability(branch.info.hours_of(service), service.quota,
                             queue == nullptr ? 0 : queue->issued_today, local);
    if (found.is_open()) {
      continue;
    }
    ServiceOpening& opening = result[service.id];
    opening.state =
        found.closed_because == domain::ClosedBecause::kQuota ? Opening::kFull : Opening::kClosed;
    if (found.opens_at) {
      opening.opens_at = branch.calendar.instant(found.opens_at->date, found.opens_at->minute);
    }
  }
  return result;
}

std::vector<UsualHour> usual_hours(const domain::UsualService& service) {
  std::vector<UsualHour> hours;
  for (const domain::UsualHour& hour : service.hours) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(hour.p50_wait);
    hours.push_back({.hour = hour.hour, .wait_min = static_cast<int>(minutes.count())});
  }
  return hours;
}

}  // namespace navbat::kiosk
