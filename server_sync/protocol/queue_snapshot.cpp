#include "server_sync/protocol/queue_snapshot.h"

#include "server_sync/protocol/json_parts.h"
#include "server_sync/protocol/json_writer.h"
#include "server_sync/protocol/notice_parts.h"

namespace navbat::protocol {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostServices = 100;
constexpr std::size_t kMostCounters = 1000;
constexpr std::int64_t kMostWaiting = 10'000'000;

std::optional<domain::CounterStatus> parse_status(std::string_view word) {
  using domain::CounterStatus;
  for (const CounterStatus status :
       {CounterStatus::kClosed, CounterStatus::kIdle, CounterStatus::kCalled,
        CounterStatus::kServing, CounterStatus::kPaused}) {
    if (to_string(status) == word) return status;
  }
  return std::nullopt;
}

json::array names_to_json(const std::vector<domain::ServiceId>& services) {
  json::array names;
  for (const domain::ServiceId& service : services) names.push_back(json::value(service.value()));
  return names;
}

json::object to_json(const CounterView& counter) {
  json::object out{{"id", counter.counter.value()},
                   {"state", text(to_string(counter.status))},
                   {"teller", protocol::to_json(counter.teller)},
                   {"ticket", nullptr},
                   {"since", protocol::to_json(counter.since)}};
  if (!counter.services.empty()) out["services"] = names_to_json(counter.services);
  if (counter.ticket) {
    out["ticket"] = json::object{{"id", counter.ticket->to_string()},
                                 {"label", counter.ticket_label},
                                 {"service", counter.ticket_service.value()}};
  }
  return out;
}

json::value delay_to_json(const std::optional<domain::ServiceDelay>& delay) {
  if (!delay) return nullptr;
  return json::object{{"reason", text(to_string(delay->reason))},
                      {"tickets", delay->tickets},
                      {"wait", range_to_json(delay->wait)}};
}

json::array notices_to_json(const QueueSnapshot& snapshot) {
  json::array notices;
  for (const domain::Notice& notice : snapshot.notices) {
    json::object out{{"id", notice.id.to_string()}};
    write_members(out, notice);
    notices.push_back(std::move(out));
  }
  return notices;
}

json::array services_to_json(const QueueSnapshot& snapshot) {
  json::array services;
  for (const ServiceQueue& queue : snapshot.services) {
    services.push_back(json::object{
        {"id", queue.service.value()},
        {"letter", text({&queue.letter, 1})},
        {"waiting", queue.waiting},
        {"longest_wait_s", queue.longest_wait.count()},
        {"promise", queue.promise ? json::value(range_to_json(*queue.promise)) : json::value{}},
        {"open", queue.is_open()},
        {"closed_because",
         queue.closed_because ? text(to_string(*queue.closed_because)) : json::value{}},
        {"opens_at", protocol::to_json(queue.opens_at)},
        {"issued_today", queue.issued_today},
        {"delay", delay_to_json(queue.delay)},
        {"next", json::array(queue.next.begin(), queue.next.end())}});
  }
  return services;
}

json::array calls_to_json(const QueueSnapshot& snapshot) {
  json::array calls;
  for (const CallView& call : snapshot.calls) {
    calls.push_back(json::object{{"version", call.version},
                                 {"ticket", call.ticket.to_string()},
                                 {"label", call.label},
                                 {"service", call.service.value()},
                                 {"language", call.language.value()},
                                 {"counter", call.counter.value()},
                                 {"at", domain::to_rfc3339(call.at)},
                                 {"recall", call.recall}});
  }
  return calls;
}

json::array held_to_json(const QueueSnapshot& snapshot) {
  json::array held;
  for (const HeldView& view : snapshot.on_hold) {
    held.push_back(json::object{{"id", view.ticket.to_string()},
                                {"label", view.label},
                                {"service", view.service.value()},
                                {"counter", protocol::to_json(view.counter)}});
  }
  return held;
}

// Not sent by the first servers: everything was open. A reason that a newer one gives is hours to
// this version.
void read_availability(ObjectReader& in, ServiceQueue& queue) {
  if (in.has("open") && !in.boolean("open")) {
    queue.closed_because = domain::parse_closed_because(in.string_or_empty("closed_because"))
                               .value_or(domain::ClosedBecause::kHours);
    queue.opens_at = in.time_opt("opens_at");
  }
  queue.issued_today =
      static_cast<int>(in.integer_opt("issued_today", 0, kMostWaiting).value_or(0));
}

// Not sent by the first servers. A reason that a newer one gives is many people to this version.
std::optional<domain::ServiceDelay> read_delay(ObjectReader& in) {
  const json::value* value = in.object("delay", false);
  if (value == nullptr) return std::nullopt;
  ObjectReader part = in.nested(*value, "delay");
  domain::ServiceDelay delay;
  delay.reason = domain::parse_delay_reason(part.string_or_empty("reason"))
                     .value_or(domain::DelayReason::kManyPeople);
  delay.tickets = static_cast<int>(part.integer("tickets", 0, kMostWaiting));
  delay.wait = read_range_opt(part, "wait").value_or(domain::WaitRange{});
  return delay;
}

void read_services(ObjectReader& in, QueueSnapshot& snapshot, std::optional<DecodeError>& error) {
  const json::array* services = in.array("services", kMostServices);
  if (services == nullptr) return;
  for (const json::value& value : *services) {
    ObjectReader item{value, "services[]", error};
    ServiceQueue queue;
    queue.service = item.name<domain::ServiceId>("id");
    const std::string letter = item.string("letter", 1);
    queue.letter = letter.empty() ? 'A' : letter.front();
    queue.waiting = static_cast<int>(item.integer("waiting", 0, kMostWaiting));
    queue.longest_wait = domain::Seconds{item.integer("longest_wait_s", 0, kMostSeconds)};
    queue.promise = read_range_opt(item, "promise");
    read_availability(item, queue);
    queue.delay = read_delay(item);
    queue.next = item.strings("next", kNextOfService * 4);
    snapshot.services.push_back(std::move(queue));
  }
}

void read_counters(ObjectReader& in, QueueSnapshot& snapshot, std::optional<DecodeError>& error) {
  const json::array* counters = in.array("counters", kMostCounters);
  if (counters == nullptr) return;
  for (const json::value& value : *counters) {
    ObjectReader item{value, "counters[]", error};
    CounterView counter;
    counter.counter = item.name<domain::CounterId>("id");
    counter.status = item.word_opt("state", parse_status, "a counter's state")
                         .value_or(domain::CounterStatus::kClosed);
    counter.teller = item.name_opt<domain::TellerId>("teller");
    counter.since = item.time_opt("since");
    counter.services = item.names<domain::ServiceId>("services", kMostServices);
    if (const json::value* ticket = item.object("ticket", false)) {
      ObjectReader part = item.nested(*ticket, "ticket");
      counter.ticket = part.ticket_id("id");
      counter.ticket_label = part.string("label", 16);
      counter.ticket_service = part.name<domain::ServiceId>("service");
    }
    snapshot.counters.push_back(std::move(counter));
  }
}

void read_calls(ObjectReader& in, QueueSnapshot& snapshot, std::optional<DecodeError>& error) {
  const json::array* calls = in.array("calls", domain::kRecentCalls * 4);
  if (calls == nullptr) return;
  for (const json::value& value : *calls) {
    ObjectReader item{value, "calls[]", error};
    CallView call;
    call.version = item.integer("version", 0, INT64_MAX);
    call.ticket = item.ticket_id("ticket");
    call.label = item.string("label", 16);
    call.service = item.name<domain::ServiceId>("service");
    call.language = item.name<domain::LanguageTag>("language");
    call.counter = item.name<domain::CounterId>("counter");
    call.at = item.time("at");
    call.recall = item.boolean("recall");
    snapshot.calls.push_back(std::move(call));
  }
}

void read_next(ObjectReader& in, QueueSnapshot& snapshot, std::optional<DecodeError>& error) {
  const json::array* next = in.array("next", kNextShown * 4);
  if (next == nullptr) return;
  for (const json::value& value : *next) {
    ObjectReader item{value, "next[]", error};
    snapshot.next.push_back({item.string("label", 16), item.name<domain::ServiceId>("service")});
  }
}

void read_held(ObjectReader& in, QueueSnapshot& snapshot, std::optional<DecodeError>& error) {
  if (!in.has("on_hold")) return;  // Not sent by the first servers.
  const json::array* held = in.array("on_hold", kHeldShown * 4);
  if (held == nullptr) return;
  for (const json::value& value : *held) {
    ObjectReader item{value, "on_hold[]", error};
    snapshot.on_hold.push_back({item.ticket_id("id"), item.string("label", 16),
                                item.name<domain::ServiceId>("service"),
                                item.name_opt<domain::CounterId>("counter")});
  }
}

// A kind that only a newer server knows is left out: it must not cost the picture of the queue.
void read_notices(ObjectReader& in, QueueSnapshot& snapshot, std::optional<DecodeError>& error) {
  const json::array* notices = in.array("notices", domain::kMostNotices * 4, false);
  if (notices == nullptr) return;
  for (const json::value& value : *notices) {
    ObjectReader item{value, "notices[]", error};
    if (!domain::parse_notice_kind(item.string("kind"))) continue;
    domain::Notice notice;
    notice.id = item.notice_id("id");
    read_members(item, notice);
    snapshot.notices.push_back(std::move(notice));
  }
}

}  // namespace

std::string encode(const QueueSnapshot& snapshot) {
  json::array counters;
  for (const CounterView& counter : snapshot.counters) counters.push_back(to_json(counter));
  json::array next;
  for (const NextView& view : snapshot.next) {
    next.push_back(json::object{{"label", view.label}, {"service", view.service.value()}});
  }
  return json::serialize(
      json::object{{"branch", snapshot.branch.value()},
                   {"version", snapshot.version},
                   {"at", domain::to_rfc3339(snapshot.at)},
                   {"day", snapshot.day ? text(snapshot.day->to_string()) : json::value{}},
                   {"services", services_to_json(snapshot)},
                   {"counters", std::move(counters)},
                   {"calls", calls_to_json(snapshot)},
                   {"next", std::move(next)},
                   {"on_hold", held_to_json(snapshot)},
                   {"waiting_total", snapshot.waiting_total},
                   {"counters_open", snapshot.counters_open},
                   {"notices", notices_to_json(snapshot)}});
}

std::string encode(const CounterView& counter) { return json::serialize(to_json(counter)); }

Decoded<QueueSnapshot> decode_queue_snapshot(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  QueueSnapshot snapshot;
  snapshot.branch = in.name<domain::BranchId>("branch");
  snapshot.version = in.integer("version", 0, INT64_MAX);
  snapshot.at = in.time("at");
  if (in.has("day")) snapshot.day = read_day(in, "day");
  read_services(in, snapshot, error);
  read_counters(in, snapshot, error);
  read_calls(in, snapshot, error);
  read_next(in, snapshot, error);
  read_held(in, snapshot, error);
  snapshot.waiting_total = static_cast<int>(in.integer("waiting_total", 0, kMostWaiting));
  snapshot.counters_open = static_cast<int>(in.integer("counters_open", 0, kMostCounters));
  read_notices(in, snapshot, error);
  if (error) return tl::unexpected(*error);
  return snapshot;
}

}  // namespace navbat::protocol
