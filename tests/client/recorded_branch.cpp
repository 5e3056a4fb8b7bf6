#include "tests/client/recorded_branch.h"

#include "server_sync/protocol/event_codec.h"
#include "server_sync/protocol/queue_snapshot.h"

namespace navbat::client {
namespace {

constexpr domain::Timestamp kOpening = domain::from_unix_ms(1'795'334'400'000);

domain::BusinessDay today() { return *domain::BusinessDay::parse("2026-11-22"); }

domain::TicketId ticket_number(std::int64_t number) {
  std::array<std::uint8_t, 10> random{};
  random[9] = static_cast<std::uint8_t>(number);
  return domain::TicketId::make(kOpening, random);
}

}  // namespace

domain::Event event_number(std::int64_t version) {
  const auto number = static_cast<std::int32_t>((version + 1) / 2);
  const domain::Label label{"A", number};
  domain::Event event;
  event.version = version;
  event.day = today();
  event.at = kOpening + std::chrono::seconds{version};
  event.recorded_at = event.at;
  event.actor = "kiosk-1";
  if (version % 2 == 1) {
    domain::TicketIssued issued;
    issued.ticket = ticket_number(number);
    issued.label = label;
    issued.day = today();
    issued.service = domain::ServiceId{"cash"};
    issued.language = domain::LanguageTag{"uz"};
    event.payload = issued;
  } else {
    domain::TicketCalled called;
    called.ticket = ticket_number(number);
    called.label = label;
    called.service = domain::ServiceId{"cash"};
    called.language = domain::LanguageTag{"uz"};
    called.counter = domain::CounterId{"3"};
    called.teller = domain::TellerId{"teller3"};
    event.payload = called;
  }
  return event;
}

std::string snapshot_json(std::int64_t version) {
  protocol::QueueSnapshot snapshot;
  snapshot.branch = domain::BranchId{kBranch};
  snapshot.version = version;
  snapshot.at = kOpening + std::chrono::seconds{version};
  snapshot.day = today();
  protocol::ServiceQueue queue;
  queue.service = domain::ServiceId{"cash"};
  queue.waiting = static_cast<int>(version % 2);
  queue.promise =
      protocol::WaitRange{domain::Seconds{720}, domain::Seconds{1020}, domain::Seconds{1200}};
  snapshot.services.push_back(queue);
  return encode(snapshot);
}

std::string event_text(std::int64_t version) {
  return event_text(version, event_number(version).payload);
}

std::string event_text(std::int64_t version, const domain::EventPayload& payload) {
  domain::Event event = event_number(version);
  event.payload = payload;
  return "id: " + std::to_string(version) + "\nevent: " + std::string(type_name(event.payload)) +
         "\ndata: " +
         protocol::encode_event(domain::BranchId{kBranch}, event, protocol::Detail::kPublic) +
         "\n\n";
}

std::string busy_snapshot_text(std::int64_t version) {
  protocol::QueueSnapshot snapshot = *protocol::decode_queue_snapshot(snapshot_json(version));
  snapshot.at = kOpening;
  snapshot.services[0].waiting = 6;
  snapshot.services[0].longest_wait = domain::Seconds{600};
  protocol::CounterView counter;
  counter.counter = domain::CounterId{"1"};
  counter.status = domain::CounterStatus::kServing;
  counter.ticket = ticket_number(200);
  counter.ticket_label = "A200";
  counter.ticket_service = domain::ServiceId{"cash"};
  snapshot.counters.push_back(counter);
  snapshot.waiting_total = 6;
  snapshot.counters_open = 1;
  return "event: queue\ndata: " + encode(snapshot) + "\n\n";
}

std::string snapshot_text(std::int64_t version) {
  return "event: queue\ndata: " + snapshot_json(version) + "\n\n";
}

std::string reset_text(std::int64_t version) {
  return "event: reset\ndata: {\"version\":" + std::to_string(version) + "}\n\n";
}

std::string stream_text(std::optional<std::int64_t> after, std::int64_t newest) {
  std::string text = snapshot_text(newest);
  if (after) {
    for (std::int64_t version = *after + 1; version <= newest; ++version) {
      text += event_text(version);
    }
  }
  return text + snapshot_text(newest) + kHeartbeat;
}

}  // namespace navbat::client
