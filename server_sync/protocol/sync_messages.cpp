#include "server_sync/protocol/sync_messages.h"

#include "server_sync/protocol/json_parts.h"
#include "server_sync/protocol/json_writer.h"

namespace navbat::protocol {

namespace json = boost::json;

namespace {

constexpr const char* kTicketIssued = "ticket_issued";
constexpr std::size_t kLongestEpoch = 64;

Decoded<NodeEvent> read_node_event(const json::value& value, const std::string& path) {
  std::optional<DecodeError> error;
  ObjectReader in{value, path, error};
  NodeEvent event;
  event.seq = in.integer("seq", 1, INT64_MAX);
  event.at = in.time("at");
  if (in.string("type", 40) != kTicketIssued) in.fail("type", kTicketIssued);
  event.ticket.id = in.ticket_id("ticket");
  event.ticket.label = read_label(in, "label");
  event.ticket.service = in.name<domain::ServiceId>("service");
  event.ticket.language = in.name<domain::LanguageTag>("language");
  event.ticket.priority =
      in.word_opt("priority", domain::parse_priority_reason, "a reason for priority");
  event.ticket.appointment = in.time_opt("appointment");
  event.ticket.phone = in.string_or_empty("phone", 40);
  event.ticket.promise = read_promise_opt(in, "promise");
  if (error) return tl::unexpected(*error);
  return event;
}

}  // namespace

std::string encode_node_event(const NodeEvent& event) {
  const OfflineTicket& ticket = event.ticket;
  json::object out{{"seq", event.seq},
                   {"at", domain::to_rfc3339(event.at)},
                   {"type", kTicketIssued},
                   {"ticket", ticket.id.to_string()},
                   {"label", ticket.label.to_string()},
                   {"service", ticket.service.value()},
                   {"language", ticket.language.value()}};
  if (ticket.priority) out["priority"] = text(to_string(*ticket.priority));
  if (ticket.appointment) out["appointment"] = domain::to_rfc3339(*ticket.appointment);
  if (!ticket.phone.empty()) out["phone"] = ticket.phone;
  if (ticket.promise) out["promise"] = promise_to_json(*ticket.promise);
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
