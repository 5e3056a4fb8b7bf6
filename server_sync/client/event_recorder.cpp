#include "server_sync/client/event_recorder.h"

#include <type_traits>

#include "server_sync/protocol/sync_messages.h"

namespace navbat::client {
namespace {

protocol::NodePayload to_wire(const DeviceEvent& event) {
  return std::visit(
      [](const auto& payload) -> protocol::NodePayload {
        if constexpr (std::is_same_v<std::decay_t<decltype(payload)>, TicketVoided>) {
          return protocol::VoidedTicket{payload.ticket, payload.reason};
        } else {
          return payload;
        }
      },
      event);
}

}  // namespace

tl::expected<void, IssueError> EventRecorder::record(const DeviceEvent& event) {
  // The seq is written into each batch.
  const protocol::NodeEvent wire{.seq = 1, .at = true_clock_.now(), .payload = to_wire(event)};
  const store::OutboxEvent stored{.seq = 0,
                                  .at = wire.at,
                                  .type = std::string(protocol::type_name(wire.payload)),
                                  .payload = protocol::encode_node_event(wire)};
  const auto* voided = std::get_if<TicketVoided>(&event);
  const auto kept = store_.with([&](store::DeviceStore& store) {
    return voided != nullptr ? store.void_ticket(voided->ticket, stored)
                             : store.append_event(stored);
  });
  if (!kept) return tl::unexpected(IssueError{IssueFailure::kStorage, kept.error().message, {}});
  if (outbox_grew_) outbox_grew_();
  return {};
}

}  // namespace navbat::client
