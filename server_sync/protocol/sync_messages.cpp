#include "server_sync/protocol/sync_messages.h"

#include <array>

#include "server_sync/protocol/device_parts.h"
#include "server_sync/protocol/json_parts.h"
#include "server_sync/protocol/json_writer.h"

namespace navbat::protocol {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestEpoch = 64;

void write_members(json::object& out, const OfflineTicket& ticket) {
  out["ticket"] = ticket.id.to_string();
  out["label"] = ticket.label.to_string();
  out["service"] = ticket.service.value();
  out["language"] = ticket.language.value();
  if (ticket.priority) out["priority"] = text(to_string(*ticket.priority));
  if (ticket.appointment) out["appointment"] = domain::to_rfc3339(*ticket.appointment);
  if (!ticket.booking.empty()) out["booking"] = ticket.booking.value();
  if (!ticket.phone.empty()) out["phone"] = ticket.phone;
  if (ticket.promise) out["promise"] = promise_to_json(*ticket.promise);
}

void read_members(ObjectReader& in, OfflineTicket& ticket) {
  ticket.id = in.ticket_id("ticket");
  ticket.label = read_label(in, "label");
  ticket.service = in.name<domain::ServiceId>("service");
  ticket.language = in.name<domain::LanguageTag>("language");
  ticket.priority = in.word_opt("priority", domain::parse_priority_reason, "a reason for priority");
  ticket.appointment = in.time_opt("appointment");
  ticket.booking = in.name_opt<domain::BookingCode>("booking").value_or(domain::BookingCode{});
  ticket.phone = in.string_or_empty("phone", 40);
  ticket.promise = read_promise_opt(in, "promise");
}

void write_members(json::object& out, const VoidedTicket& voided) {
  out["ticket"] = voided.ticket.to_string();
  out["by"] = text(to_string(domain::CancelledBy::kStaff));
  out["reason"] = voided.reason;
}

void read_members(ObjectReader& in, VoidedTicket& voided) {
  voided.ticket = in.ticket_id("ticket");
  voided.reason = in.string_or_empty("reason");
}

// The empty payload of a wire name; nothing for a name that this version does not know.
template <std::size_t I = 0>
std::optional<NodePayload> empty_payload(std::string_view type) {
  if constexpr (I == std::variant_size_v<NodePayload>) {
    return std::nullopt;
  } else {
    NodePayload payload{std::in_place_index<I>};
    if (type_name(payload) == type) return payload;
    return empty_payload<I + 1>(type);
  }
}

std::string known_types() {
  std::string names;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    ((names += (I == 0 ? "" : ", ") + std::string{type_name(NodePayload{std::in_place_index<I>})}),
     ...);
  }
  (std::make_index_sequence<std::variant_size_v<NodePayload>>{});
  return names;
}

Decoded<NodeEvent> read_node_event(const json::value& value, const std::string& path) {
  std::optional<DecodeError> error;
  ObjectReader in{value, path, error};
  NodeEvent event;
  event.seq = in.integer("seq", 1, INT64_MAX);
  event.at = in.time("at");
  if (auto payload = empty_payload(in.string("type", 40))) {
    event.payload = std::move(*payload);
    std::visit([&in](auto& members) { read_members(in, members); }, event.payload);
  } else {
    in.fail("type", "one of " + known_types());
  }
  if (error) return tl::unexpected(*error);
  return event;
}

}  // namespace

std::string_view type_name(const NodePayload& payload) {
  static constexpr std::array<std::string_view, std::variant_size_v<NodePayload>> kNames{
      "ticket_issued",  "ticket_cancelled",  "feedback_given",  "guidance_offered",
      "guidance_taken", "guidance_returned", "device_reported", "calls_presented"};
  return kNames[payload.index()];
}

std::string encode_node_event(const NodeEvent& event) {
  json::object out{{"seq", event.seq},
                   {"at", domain::to_rfc3339(event.at)},
                   {"type", text(type_name(event.payload))}};
  std::visit([&out](const auto& members) { write_members(out, members); }, event.payload);
  return json::serialize(out);
}

Decoded<NodeEvent> decode_node_event(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  return read_node_event(*value, "");
}

std::string encode_sync_request(const domain::NodeId& node, const std::string& epoch,
                                std::int64_t first_seq, const std::vector<std::string>& events) {
  // The events are JSON already, as they stood in the outbox: they travel unchanged.
  std::string out = "{\"node\":" + json::serialize(node.value()) +
                    ",\"epoch\":" + json::serialize(epoch) +
                    ",\"first_seq\":" + std::to_string(first_seq) + ",\"events\":[";
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (i > 0) out += ',';
    out += events[i];
  }
  return out + "]}";
}

Decoded<SyncRequest> decode_sync_request(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  SyncRequest request;
  request.node = in.name<domain::NodeId>("node");
  request.epoch = in.string("epoch", kLongestEpoch);
  if (request.epoch.empty()) in.fail("epoch", "the id of the device's database");
  request.first_seq =
      in.integer("first_seq", 1, INT64_MAX - static_cast<std::int64_t>(kMostSyncEvents));
  const json::array* events = in.array("events", kMostSyncEvents);
  if (error) return tl::unexpected(*error);
  for (std::size_t i = 0; i < events->size(); ++i) {
    const json::value& item = (*events)[i];
    const std::string path = "events[" + std::to_string(i) + "]";
    ReceivedEvent received{request.first_seq + static_cast<std::int64_t>(i), json::serialize(item),
                           read_node_event(item, path)};
    // Sequence numbers are the batch's frame, not an event's content: a wrong one spoils the batch.
    const json::object* object = item.if_object();
    const json::value* seq = object == nullptr ? nullptr : object->if_contains("seq");
    if (seq == nullptr || !seq->is_int64() || seq->get_int64() != received.seq) {
      return tl::unexpected(DecodeError{
          path + ".seq", std::to_string(received.seq) + ", one after the other from first_seq"});
    }
    request.events.push_back(std::move(received));
  }
  return request;
}

std::string encode(const SyncReply& reply) {
  json::array set_aside;
  for (const SetAside& aside : reply.set_aside) {
    set_aside.push_back(json::object{{"seq", aside.seq}, {"reason", aside.reason}});
  }
  return json::serialize(json::object{{"acked_seq", reply.acked_seq},
                                      {"set_aside", std::move(set_aside)},
                                      {"server_time", domain::to_rfc3339(reply.server_time)}});
}

Decoded<SyncReply> decode_sync_reply(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  SyncReply reply;
  reply.acked_seq = in.integer("acked_seq", 0, INT64_MAX);
  reply.server_time = in.time("server_time");
  if (const json::array* set_aside = in.array("set_aside", kMostSyncEvents, false)) {
    for (const json::value& item : *set_aside) {
      ObjectReader part{item, "set_aside[]", error};
      reply.set_aside.push_back({part.integer("seq", 1, INT64_MAX), part.string("reason", 1000)});
    }
  }
  if (error) return tl::unexpected(*error);
  return reply;
}

}  // namespace navbat::protocol
