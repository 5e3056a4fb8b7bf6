#include "server_sync/server/core/node_events.h"

#include <algorithm>

#include "domain/commands.h"

namespace navbat::server {
namespace {

// How far a device's clock may run ahead before its time is taken as now.
constexpr domain::Milliseconds kClockTolerance{2000};

using Reason = std::string;
using Applied = store::Result<std::optional<Reason>>;

// One event under way: who sent it, and when it truly happened.
struct Sender {
  const domain::NodeId& node;
  domain::Timestamp at;
};

Applied aside(Reason reason) { return std::optional<Reason>{std::move(reason)}; }

Applied aside(const domain::Rejection& rejection) {
  return aside(rejection.detail + " Expected " + rejection.expected + ".");
}

Applied record(BranchWork& work, domain::Decision decision, domain::Timestamp at) {
  if (!decision) return aside(decision.error());
  work.record(std::move(*decision), at);
  return std::optional<Reason>{};
}

domain::AdoptTicket to_adopt(const protocol::OfflineTicket& ticket, const domain::NodeId& node,
                             const domain::BusinessDay& day) {
  domain::AdoptTicket adopt;
  adopt.ticket.id = ticket.id;
  adopt.ticket.service = ticket.service;
  adopt.ticket.language = ticket.language;
  adopt.ticket.priority = ticket.priority;
  adopt.ticket.appointment = ticket.appointment;
  adopt.ticket.phone = ticket.phone;
  adopt.ticket.promise = ticket.promise;
  adopt.ticket.origin = node;
  adopt.label = ticket.label;
  adopt.day = day;
  return adopt;
}

// A ticket of a day gone by is in the database only: its paper wins there.
Applied relabel_archived(BranchWork& work, store::StoredTicket archived,
                         const domain::Label& label) {
  if (archived.branch != work.branch()) return aside("a ticket of another branch");
  if (archived.ticket.label == label) return std::optional<Reason>{};
  work.record({domain::TicketRelabelled{archived.ticket.id, archived.ticket.label, label}});
  archived.ticket.label = label;
  auto saved = work.store().save_ticket(work.transaction(), work.branch(), archived.ticket);
  if (!saved) return tl::unexpected(saved.error());
  return std::optional<Reason>{};
}

// The paper is never refused. It uses the appointment that it names when that is free; otherwise it
// is a ticket like any other.
store::Result<domain::IssueTicket> with_booking(BranchWork& work, domain::IssueTicket issue,
                                                const domain::BookingCode& code) {
  if (code.empty()) return issue;
  const auto booked = work.find_appointment(code);
  if (!booked) return tl::unexpected(booked.error());
  issue.appointment.reset();
  if (!*booked || (*booked)->state != domain::AppointmentState::kBooked ||
      (*booked)->service != issue.service) {
    return issue;
  }
  issue.booking = code;
  issue.appointment = (*booked)->at;
  return issue;
}

Applied apply(BranchWork& work, const protocol::OfflineTicket& ticket, const Sender& sender) {
  // A clock that the branch itself does not believe cannot make a later day either.
  const domain::BusinessDay day = std::min(work.calendar().day_of(sender.at), *work.state().day());
  auto owner = work.store().find_label(work.transaction(), work.branch(), day, ticket.label);
  if (!owner) return tl::unexpected(owner.error());
  if (*owner && **owner != ticket.id) {
    return aside(ticket.label.to_string() + " is another ticket's number on " + day.to_string());
  }
  if (work.state().find(ticket.id) == nullptr) {
    auto archived = work.store().find_ticket(work.transaction(), ticket.id);
    if (!archived) return tl::unexpected(archived.error());
    if (*archived) return relabel_archived(work, std::move(**archived), ticket.label);
  }
  domain::AdoptTicket adopt = to_adopt(ticket, sender.node, day);
  auto issue = with_booking(work, std::move(adopt.ticket), ticket.booking);
  if (!issue) return tl::unexpected(issue.error());
  adopt.ticket = std::move(*issue);
  auto decision = domain::decide_adopt(work.state(), adopt);
  if (!decision) return aside(decision.error());
  work.record_adopted(std::move(*decision), sender.at);
  return std::optional<Reason>{};
}

Applied apply(BranchWork& work, const protocol::VoidedTicket& voided, const Sender& sender) {
  const auto ticket = work.find_ticket(voided.ticket);
  if (!ticket) return tl::unexpected(ticket.error());
  if (!*ticket) return aside("The branch has no such ticket.");
  if ((*ticket)->origin != sender.node) return aside("Another device issued this ticket.");
  if ((*ticket)->state == domain::TicketState::kCancelled) return std::optional<Reason>{};
  // Taken back now, whenever it was asked: it may have been called in between.
  return record(work,
                domain::decide_cancel(work.state(), {voided.ticket, {}},
                                      domain::CancelledBy::kStaff, voided.reason),
                work.now());
}

Applied apply(BranchWork& work, const domain::FeedbackGiven& given, const Sender& sender) {
  const auto ticket = work.find_ticket(given.ticket);
  if (!ticket) return tl::unexpected(ticket.error());
  if (!*ticket) return aside("The branch has no such ticket.");
  return record(work, domain::decide_feedback(given.ticket, given.score, given.reasons), sender.at);
}

Applied apply(BranchWork& work, const domain::GuidanceOffered& offered, const Sender& sender) {
  return record(work, domain::decide_guidance(work.state(), offered), sender.at);
}

Applied apply(BranchWork& work, const domain::GuidanceTaken& taken, const Sender& sender) {
  work.record({taken}, sender.at);
  return std::optional<Reason>{};
}

Applied apply(BranchWork& work, const domain::GuidanceReturned& returned, const Sender& sender) {
  const auto ticket = work.find_ticket(returned.ticket);
  if (!ticket) return tl::unexpected(ticket.error());
  if (!*ticket) return aside("The branch has no such ticket.");
  work.record({returned}, sender.at);
  return std::optional<Reason>{};
}

Applied apply(BranchWork& work, domain::DeviceReported report, const Sender& sender) {
  report.device = sender.node;
  return record(work, domain::decide_device_report(report), sender.at);
}

Applied apply(BranchWork& work, domain::CallsPresented presented, const Sender& sender) {
  presented.device = sender.node;
  return record(work, domain::decide_calls_presented(work.state(), presented), sender.at);
}

}  // namespace

Applied apply_node_event(BranchWork& work, const protocol::NodeEvent& event,
                         const domain::NodeId& node) {
  const domain::Timestamp at =
      event.at > work.now() + kClockTolerance ? work.now() : std::min(event.at, work.now());
  const Sender sender{node, at};
  return std::visit([&](const auto& payload) { return apply(work, payload, sender); },
                    event.payload);
}

}  // namespace navbat::server
