// POST /sync: what a device recorded while it was alone joins the branch's log.

#include "server_sync/server/core/branch_commands.h"
#include "server_sync/server/core/node_events.h"

namespace navbat::server {
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
      std::optional<std::string> reason;
      if (received.event) {
        auto applied = apply_node_event(work, *received.event, request.node);
        if (!applied) return tl::unexpected(applied.error());
        reason = std::move(*applied);
      } else {
        reason = received.event.error().to_string();
      }
      if (reason) {
        auto kept = work.store().set_aside(work.transaction(), request.node, request.epoch,
                                           received.seq, *reason, received.raw, work.now());
        if (!kept) return tl::unexpected(kept.error());
        work.warn("event " + std::to_string(received.seq) + " of " + request.node.value() +
                  " was set aside: " + *reason);
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
