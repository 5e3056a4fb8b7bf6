// POST /sync: what a device recorded while it was alone joins the branch's log.

#include <algorithm>

#include "domain/commands.h"
#include "server_sync/server/core/branch_commands.h"

namespace navbat::server {
namespace {

// How far a device's clock may run ahead before its time is taken as now.
constexpr domain::Milliseconds kClockTolerance{2000};

using Reason = std::string;
using Applied = store::Result<std::optional<Reason>>;  // A reason sets the event aside.

domain::AdoptTicket to_adopt(const protocol::NodeEvent& event, const domain::NodeId& node,
                             const domain::BusinessDay& day) {
  domain::AdoptTicket adopt;
  adopt.ticket.id = event.ticket.id;
  adopt.ticket.service = event.ticket.service;
  adopt.ticket.language = event.ticket.language;
  adopt.ticket.priority = event.ticket.priority;
  adopt.ticket.appointment = event.ticket.appointment;
  adopt.ticket.phone = event.ticket.phone;
  adopt.ticket.promise = event.ticket.promise;
  adopt.ticket.origin = node;
  adopt.label = event.ticket.label;
  adopt.day = day;
  return adopt;
}

// A ticket of a day gone by is in the database only: its paper wins there.
Applied relabel_archived(BranchWork& work, store::StoredTicket archived,
                         const domain::Label& label) {
  if (archived.branch != work.branch()) return std::optional<Reason>{"a ticket of another branch"};
  if (archived.ticket.label == label) return std::optional<Reason>{};
  work.record({domain::TicketRelabelled{archived.ticket.id, archived.ticket.label, label}});
  archived.ticket.label = label;
  auto saved = work.store().save_ticket(work.transaction(), work.branch(), archived.ticket);
  if (!saved) return tl::unexpected(saved.error());
  return std::optional<Reason>{};
}

Applied apply(BranchWork& work, const protocol::NodeEvent& event, const domain::NodeId& node) {
  const domain::Timestamp at =
      event.at > work.now() + kClockTolerance ? work.now() : std::min(event.at, work.now());
  // A clock that the branch itself does not believe cannot make a later day either.
  const domain::BusinessDay day = std::min(work.calendar().day_of(at), *work.state().day());
  auto owner = work.store().find_label(work.transaction(), work.branch(), day, event.ticket.label);
  if (!owner) return tl::unexpected(owner.error());
  if (*owner && **owner != event.ticket.id) {
    return std::optional<Reason>{event.ticket.label.to_string() +
                                 " is another ticket's number on " + day.to_string()};
  }
  if (work.state().find(event.ticket.id) == nullptr) {
    auto archived = work.store().find_ticket(work.transaction(), event.ticket.id);
    if (!archived) return tl::unexpected(archived.error());
    if (*archived) return relabel_archived(work, std::move(**archived), event.ticket.label);
  }
  auto decision = domain::decide_adopt(work.state(), to_adopt(event, node, day));
  if (!decision) {
    return std::optional<Reason>{decision.error().detail + " Expected " +
                                 decision.error().expected + "."};
  }
  work.record_adopted(std::move(*decision), at);
  return std::optional<Reason>{};
}

}  // namespace

Command sync_command(protocol::SyncRequest request) {
  return [request = std::move(request)](BranchWork& work) -> store::Result<Answer> {
    auto acked = work.store().acked_seq(work.transaction(), request.node, request.epoch);
    if (!acked) return tl::unexpected(acked.error());
    protocol::SyncReply reply;
    reply.acked_seq = *acked;
    reply.server_time = work.now();
    for (const protocol::ReceivedEvent& received : request.events) {
      if (received.seq <= reply.acked_seq) continue;   // A replay.
      if (received.seq != reply.acked_seq + 1) break;  // A gap: only the contiguous part counts.
      std::optional<Reason> reason;
      if (received.event) {
        auto applied = apply(work, *received.event, request.node);
        if (!applied) return tl::unexpected(applied.error());
        reason = std::move(*applied);
      } else {
        reason = received.event.error().to_string();
      }
      if (reason) {
        auto kept = work.store().set_aside(work.transaction(), request.node, request.epoch,
                                           received.seq, *reason, received.raw, work.now());
        if (!kept) return tl::unexpected(kept.error());
        reply.set_aside.push_back({received.seq, std::move(*reason)});
      }
      reply.acked_seq = received.seq;
      // Written event by event, so that the next one sees its label and its ticket.
      if (auto status = work.flush(); !status) return tl::unexpected(status.error());
    }
    if (reply.acked_seq > *acked) {
      auto saved = work.store().save_acked_seq(work.transaction(), request.node, request.epoch,
                                               reply.acked_seq);
      if (!saved) return tl::unexpected(saved.error());
    }
    return Answer{200, protocol::encode(reply)};
  };
}

}  // namespace navbat::server
