#pragma once
// POST /sync: what a device recorded while alone, in its own contiguous sequence.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/event.h"
#include "domain/ids.h"
#include "domain/label.h"
#include "domain/priority.h"
#include "domain/promise.h"
#include "domain/time.h"
#include "server_sync/protocol/json_reader.h"

namespace navbat::protocol {

// A ticket that a kiosk issued from its own series.
struct OfflineTicket {
  domain::TicketId id;
  domain::Label label;
  domain::ServiceId service;
  domain::LanguageTag language;
  std::optional<domain::PriorityReason> priority;
  std::optional<domain::Timestamp> appointment;
  std::string phone;
  std::optional<domain::Promise> promise;  // As printed: the customer was told so.
  domain::BookingCode booking{};  // Of the appointment that it was issued for; empty without one.
};

// Staff took a ticket back at the device.
struct VoidedTicket {
  domain::TicketId ticket;
  std::string reason;
};

// What a device may tell. DeviceReported and CallsPresented are about the node that sends them;
// their `device` stays empty.
using NodePayload =
    std::variant<OfflineTicket, VoidedTicket, domain::FeedbackGiven, domain::GuidanceOffered,
                 domain::GuidanceTaken, domain::GuidanceReturned, domain::DeviceReported,
                 domain::CallsPresented>;

struct NodeEvent {
  std::int64_t seq = 0;  // From 1, without gaps, in each (node, epoch).
  domain::Timestamp at{};
  NodePayload payload;
};

// The wire name: "ticket_issued", "ticket_cancelled", "feedback_given" …
[[nodiscard]] std::string_view type_name(const NodePayload& payload);

// An event of a batch as received: one that cannot be read does not spoil the others.
struct ReceivedEvent {
  std::int64_t seq = 0;
  std::string raw;
  Decoded<NodeEvent> event;
};

struct SyncRequest {
  domain::NodeId node;
  std::string epoch;  // Made with the device's database; a new database is a new epoch.
  std::int64_t first_seq = 1;
  std::vector<ReceivedEvent> events;
};
inline constexpr std::size_t kMostSyncEvents = 512;

struct SetAside {
  std::int64_t seq = 0;
  std::string reason;
};

struct SyncReply {
  std::int64_t acked_seq = 0;
  std::vector<SetAside> set_aside;
  domain::Timestamp server_time{};
};

[[nodiscard]] std::string encode_node_event(const NodeEvent& event);
[[nodiscard]] Decoded<NodeEvent> decode_node_event(std::string_view json);
// `events` are encoded node events, in sequence from `first_seq`.
[[nodiscard]] std::string encode_sync_request(const domain::NodeId& node, const std::string& epoch,
                                              std::int64_t first_seq,
                                              const std::vector<std::string>& events);
[[nodiscard]] Decoded<SyncRequest> decode_sync_request(std::string_view json);
[[nodiscard]] std::string encode(const SyncReply& reply);
[[nodiscard]] Decoded<SyncReply> decode_sync_reply(std::string_view json);

}  // namespace navbat::protocol
