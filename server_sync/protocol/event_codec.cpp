#include "server_sync/protocol/event_codec.h"

#include <array>

#include "server_sync/protocol/device_parts.h"
#include "server_sync/protocol/json_parts.h"
#include "server_sync/protocol/json_writer.h"
#include "server_sync/protocol/notice_parts.h"

namespace navbat::protocol {

namespace json = boost::json;
using namespace domain;  // Every payload type below is the domain's.

namespace {

constexpr std::size_t kMostServices = 100;

json::array names_to_json(const std::vector<ServiceId>& names) {
  json::array out;
  for (const ServiceId& name : names) out.push_back(text(name.value()));
  return out;
}

std::optional<CancelledBy> parse_cancelled_by(std::string_view word) {
  for (const CancelledBy by :
       {CancelledBy::kCustomer, CancelledBy::kStaff, CancelledBy::kDayClosed}) {
    if (to_string(by) == word) return by;
  }
  return std::nullopt;
}

// One pair of functions a payload: write() adds its members, read() takes them back.

void write(json::object& out, const DayOpened& e, Detail) { out["opened"] = e.day.to_string(); }
void read(ObjectReader& in, DayOpened& e) { e.day = read_day(in, "opened"); }

void write(json::object& out, const CounterOpened& e, Detail) {
  out["counter"] = e.counter.value();
  out["teller"] = e.teller.value();
  out["services"] = names_to_json(e.services);
}
void read(ObjectReader& in, CounterOpened& e) {
  e.counter = in.name<CounterId>("counter");
  e.teller = in.name<TellerId>("teller");
  e.services = in.names<ServiceId>("services", kMostServices);
}

void write(json::object& out, const CounterClosed& e, Detail) {
  out["counter"] = e.counter.value();
}
void read(ObjectReader& in, CounterClosed& e) { e.counter = in.name<CounterId>("counter"); }

void write(json::object& out, const CounterPaused& e, Detail) {
  out["counter"] = e.counter.value();
  out["reason"] = e.reason;
}
void read(ObjectReader& in, CounterPaused& e) {
  e.counter = in.name<CounterId>("counter");
  e.reason = in.string_or_empty("reason");
}

void write(json::object& out, const CounterResumed& e, Detail) {
  out["counter"] = e.counter.value();
}
void read(ObjectReader& in, CounterResumed& e) { e.counter = in.name<CounterId>("counter"); }

void write(json::object& out, const TicketIssued& e, Detail detail) {
  out["ticket"] = e.ticket.to_string();
  out["label"] = e.label.to_string();
  out["issued_day"] = e.day.to_string();
  out["service"] = e.service.value();
  out["language"] = e.language.value();
  out["priority"] = e.priority ? text(to_string(*e.priority)) : json::value{};
  out["appointment"] = to_json(e.appointment);
  if (detail == Detail::kFull) {
    if (!e.phone.empty()) out["phone"] = e.phone;
    out["origin"] = e.origin.value();
    if (!e.booking.empty()) out["booking"] = e.booking.value();
  }
  out["promise"] = e.promise ? json::value(promise_to_json(*e.promise)) : json::value{};
}
void read(ObjectReader& in, TicketIssued& e) {
  e.ticket = in.ticket_id("ticket");
  e.label = read_label(in, "label");
  e.day = read_day(in, "issued_day");
  e.service = in.name<ServiceId>("service");
  e.language = in.name<LanguageTag>("language");
  e.priority = in.word_opt("priority", parse_priority_reason, "a reason for priority");
  e.appointment = in.time_opt("appointment");
  e.phone = in.string_or_empty("phone");
  e.origin = NodeId{in.string_or_empty("origin")};
  e.booking = in.name_opt<BookingCode>("booking").value_or(BookingCode{});
  e.promise = read_promise_opt(in, "promise");
}

void write(json::object& out, const TicketRelabelled& e, Detail) {
  out["ticket"] = e.ticket.to_string();
  out["old_label"] = e.old_label.to_string();
  out["label"] = e.label.to_string();
}
void read(ObjectReader& in, TicketRelabelled& e) {
  e.ticket = in.ticket_id("ticket");
  e.old_label = read_label(in, "old_label");
  e.label = read_label(in, "label");
}

void write(json::object& out, const TicketReinstated& e, Detail) {
  out["ticket"] = e.ticket.to_string();
}
void read(ObjectReader& in, TicketReinstated& e) { e.ticket = in.ticket_id("ticket"); }

void write(json::object& out, const TicketCalled& e, Detail) {
  out["ticket"] = e.ticket.to_string();
  out["label"] = e.label.to_string();
  out["service"] = e.service.value();
  out["language"] = e.language.value();
  out["counter"] = e.counter.value();
  out["teller"] = e.teller.value();
  out["why"] = reason_to_json(e.why);
}
void read(ObjectReader& in, TicketCalled& e) {
  e.ticket = in.ticket_id("ticket");
  e.label = read_label(in, "label");
  e.service = in.name<ServiceId>("service");
  e.language = in.name<LanguageTag>("language");
  e.counter = in.name<CounterId>("counter");
  e.teller = in.name<TellerId>("teller");
  e.why = read_reason_opt(in, "why").value_or(CallingReason{});
}

void write(json::object& out, const TicketRecalled& e, Detail) {
  out["ticket"] = e.ticket.to_string();
  out["label"] = e.label.to_string();
  out["service"] = e.service.value();
  out["language"] = e.language.value();
  out["counter"] = e.counter.value();
}
void read(ObjectReader& in, TicketRecalled& e) {
  e.ticket = in.ticket_id("ticket");
  e.label = read_label(in, "label");
  e.service = in.name<ServiceId>("service");
  e.language = in.name<LanguageTag>("language");
  e.counter = in.name<CounterId>("counter");
}

void write(json::object& out, const ServiceStarted& e, Detail) {
  out["ticket"] = e.ticket.to_string();
  out["counter"] = e.counter.value();
}
void read(ObjectReader& in, ServiceStarted& e) {
  e.ticket = in.ticket_id("ticket");
  e.counter = in.name<CounterId>("counter");
}

void write(json::object& out, const TicketFinished& e, Detail) {
  out["ticket"] = e.ticket.to_string();
  out["counter"] = e.counter.value();
  out["outcome"] = e.outcome;
}
void read(ObjectReader& in, TicketFinished& e) {
  e.ticket = in.ticket_id("ticket");
  e.counter = in.name<CounterId>("counter");
  e.outcome = in.string_or_empty("outcome");
}

void write(json::object& out, const TicketNoShow& e, Detail) {
  out["ticket"] = e.ticket.to_string();
  out["counter"] = e.counter.value();
}
void read(ObjectReader& in, TicketNoShow& e) {
  e.ticket = in.ticket_id("ticket");
  e.counter = in.name<CounterId>("counter");
}

void write(json::object& out, const TicketHeld& e, Detail detail) {
  out["ticket"] = e.ticket.to_string();
  if (detail == Detail::kFull) out["reason"] = e.reason;
}
void read(ObjectReader& in, TicketHeld& e) {
  e.ticket = in.ticket_id("ticket");
  e.reason = in.string_or_empty("reason");
}

void write(json::object& out, const TicketResumed& e, Detail) {
  out["ticket"] = e.ticket.to_string();
}
void read(ObjectReader& in, TicketResumed& e) { e.ticket = in.ticket_id("ticket"); }

void write(json::object& out, const TicketTransferred& e, Detail detail) {
  out["ticket"] = e.ticket.to_string();
  out["from"] = e.from.value();
  out["service"] = e.service.value();
  if (detail == Detail::kFull) out["note"] = e.note;
}
void read(ObjectReader& in, TicketTransferred& e) {
  e.ticket = in.ticket_id("ticket");
  e.from = in.name<ServiceId>("from");
  e.service = in.name<ServiceId>("service");
  e.note = in.string_or_empty("note");
}

void write(json::object& out, const TicketCancelled& e, Detail detail) {
  out["ticket"] = e.ticket.to_string();
  out["by"] = text(to_string(e.by));
  if (detail == Detail::kFull && !e.reason.empty()) out["reason"] = e.reason;
}
void read(ObjectReader& in, TicketCancelled& e) {
  e.ticket = in.ticket_id("ticket");
  e.by = in.word_opt("by", parse_cancelled_by, "customer, staff or day_closed")
             .value_or(CancelledBy::kCustomer);
  e.reason = in.string_or_empty("reason");
}

void write(json::object& out, const AppointmentBooked& e, Detail) {
  out["code"] = e.code.value();
  out["service"] = e.service.value();
  out["appointment"] = to_rfc3339(e.at);
}
void read(ObjectReader& in, AppointmentBooked& e) {
  e.code = in.name<BookingCode>("code");
  e.service = in.name<ServiceId>("service");
  e.at = in.time("appointment");
}

void write(json::object& out, const AppointmentCancelled& e, Detail) {
  out["code"] = e.code.value();
}
void read(ObjectReader& in, AppointmentCancelled& e) { e.code = in.name<BookingCode>("code"); }

void write(json::object& out, const NoticePosted& e, Detail) {
  out["notice"] = e.notice.id.to_string();
  write_members(out, e.notice);
}
void read(ObjectReader& in, NoticePosted& e) {
  e.notice.id = in.notice_id("notice");
  read_members(in, e.notice);
}

void write(json::object& out, const NoticeWithdrawn& e, Detail) {
  out["notice"] = e.notice.to_string();
}
void read(ObjectReader& in, NoticeWithdrawn& e) { e.notice = in.notice_id("notice"); }

// With a hundred boards a hundred copies would go to each of them; none has a use for it.
void write(json::object& out, const CallsPresented& e, Detail detail) {
  write_members(out, e);
  if (detail == Detail::kPublic) out.erase("calls");
}

// What devices tell is written the same way in their own messages.
template <typename Payload>
void write(json::object& out, const Payload& e, Detail) {
  write_members(out, e);
}
template <typename Payload>
void read(ObjectReader& in, Payload& e) {
  read_members(in, e);
}

// The empty payload of a wire name; nothing for a name that this version does not know.
template <std::size_t I = 0>
std::optional<EventPayload> empty_payload(std::string_view type) {
  if constexpr (I == std::variant_size_v<EventPayload>) {
    return std::nullopt;
  } else {
    EventPayload payload{std::in_place_index<I>};
    if (type_name(payload) == type) return payload;
    return empty_payload<I + 1>(type);
  }
}

std::optional<EventPayload> read_payload(std::string_view type, ObjectReader& in) {
  auto payload = empty_payload(type);
  if (!payload) {
    in.fail("type", "an event type of this version");
    return std::nullopt;
  }
  std::visit([&](auto& p) { read(in, p); }, *payload);
  return payload;
}

}  // namespace

std::string encode_payload(const EventPayload& payload) {
  json::object out;
  std::visit([&](const auto& p) { write(out, p, Detail::kFull); }, payload);
  return json::serialize(out);
}

Decoded<EventPayload> decode_payload(std::string_view type, std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  auto payload = read_payload(type, in);
  if (error) return tl::unexpected(*error);
  return std::move(*payload);
}

std::string encode_event(const BranchId& branch, const Event& event, Detail detail) {
  json::object out{{"version", event.version},
                   {"branch", branch.value()},
                   {"day", event.day.to_string()},
                   {"at", to_rfc3339(event.at)},
                   {"recorded_at", to_rfc3339(event.recorded_at)},
                   {"actor", event.actor},
                   {"type", text(type_name(event.payload))}};
  std::visit([&](const auto& p) { write(out, p, detail); }, event.payload);
  return json::serialize(out);
}

Decoded<Event> decode_event(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  Event event;
  event.version = in.integer("version", 1, INT64_MAX);
  event.day = read_day(in, "day");
  event.at = in.time("at");
  event.recorded_at = in.time("recorded_at");
  event.actor = in.string_or_empty("actor");
  const std::string type = in.string("type", 40);
  auto payload = read_payload(type, in);
  if (error) return tl::unexpected(*error);
  event.payload = std::move(*payload);
  return event;
}

}  // namespace navbat::protocol
