// What a kiosk or board keeps on its own disk: its tickets, its outbox, its numbers.
//
// Every writing function is one transaction and returns only when it is on stable storage: what a
// customer holds on paper is durable here. Event payloads are opaque bytes. One thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/business_day.h"
#include "domain/ids.h"
#include "domain/label.h"
#include "domain/print_state.h"
#include "domain/promise.h"
#include "domain/time.h"
#include "server_sync/store/error.h"

namespace navbat::store {

/// A ticket that this device issued, under the number that is (or will be) on its paper.
struct DeviceTicket {
  domain::TicketId id;
  domain::BusinessDay day;
  domain::Label label;
  domain::ServiceId service;
  domain::LanguageTag language;
  std::optional<domain::Promise> promise;
  domain::Timestamp issued_at{};
  bool offline = false;  // numbered from this device's own series
  domain::PrintState print_state = domain::PrintState::kWaiting;
  std::int32_t copies = 0;  // papers that came out: the ticket itself and its reprints
  bool voided = false;      // staff took it back: no reprint is offered
  std::string booking{};    // the appointment's code; empty without one
  std::optional<domain::Timestamp> appointment{};  // the booked time
};

/// An event that waits to be sent, or was.
struct OutboxEvent {
  std::int64_t seq = 0;  // 1, 2, 3 … without gaps, for good
  domain::Timestamp at{};
  std::string type;
  std::string payload;
};

/// Counts for the device's status page.
struct OutboxStatus {
  std::int64_t last_seq = 0;   // 0 before the first event
  std::int64_t acked_seq = 0;  // everything up to here is at the server
};

class DeviceStore {
 public:
  DeviceStore() = default;
  DeviceStore(const DeviceStore&) = delete;
  DeviceStore& operator=(const DeviceStore&) = delete;
  virtual ~DeviceStore() = default;

  /// The life of this file: random, made with it. After the disk is replaced the same node has
  /// another epoch, and its sequence starts at 1 again.
  [[nodiscard]] virtual const std::string& epoch() const = 0;

  /// Small facts that outlive a restart: the node's name, its token, the last branch snapshot.
  [[nodiscard]] virtual Result<std::optional<std::string>> fact(std::string_view name) = 0;
  [[nodiscard]] virtual Status save_fact(std::string_view name, std::string_view value) = 0;

  /// The number that follows the last one of the series on that day; 1 on a new day. Asking does
  /// not use it up; record_ticket() does.
  [[nodiscard]] virtual Result<std::int32_t> next_number(const domain::BusinessDay& day,
                                                         const std::string& series) = 0;

  /// Records a ticket and, when there is one, the event that tells the server, in one durable
  /// commit. The event's seq is given here (the argument's is ignored) and returned; 0 without an
  /// event. A number that this device gave before, or an id that it knows, is refused with
  /// kConstraint and changes nothing.
  [[nodiscard]] virtual Result<std::int64_t> record_ticket(
      const DeviceTicket& ticket, const std::optional<OutboxEvent>& event) = 0;

  /// Where the ticket's paper is now; each step from another state to kPrinted is one more copy. A
  /// ticket of another device has no paper here: no effect.
  [[nodiscard]] virtual Status set_print_state(const domain::TicketId& ticket,
                                               domain::PrintState state) = 0;
  /// Marks the ticket as voided, if it is of this device, and queues the event that says so to the
  /// server, in one commit; returns the event's seq.
  [[nodiscard]] virtual Result<std::int64_t> void_ticket(const domain::TicketId& ticket,
                                                         const OutboxEvent& event) = 0;
  [[nodiscard]] virtual Result<std::optional<DeviceTicket>> find_ticket(
      const domain::TicketId& ticket) = 0;
  /// A label means one ticket on one day only.
  [[nodiscard]] virtual Result<std::optional<DeviceTicket>> find_label(
      const domain::BusinessDay& day, const domain::Label& label) = 0;
  /// The newest ticket that was taken for this booking; voided ones do not count.
  [[nodiscard]] virtual Result<std::optional<DeviceTicket>> find_booking(
      const std::string& booking) = 0;
  /// Newest first: issued at or after `since`, in any state but kPrinted, not voided. After a power
  /// cut the reprint of these is offered.
  [[nodiscard]] virtual Result<std::vector<DeviceTicket>> unprinted(domain::Timestamp since) = 0;
  /// Newest first, at most `limit`: for a reprint at the desk.
  [[nodiscard]] virtual Result<std::vector<DeviceTicket>> latest_tickets(std::size_t limit) = 0;

  /// Queues an event that changes no ticket here (a rating, an offer); returns its seq.
  [[nodiscard]] virtual Result<std::int64_t> append_event(const OutboxEvent& event) = 0;
  [[nodiscard]] virtual Result<OutboxStatus> outbox_status() = 0;
  /// Events after `seq`, in order, at most `limit`.
  [[nodiscard]] virtual Result<std::vector<OutboxEvent>> events_after(std::int64_t seq,
                                                                      std::size_t limit) = 0;
  /// The server has everything up to `seq`. Never moves back; kMisuse beyond the last event.
  [[nodiscard]] virtual Status mark_acked(std::int64_t seq) = 0;
  /// Forgets events before `day` that are acknowledged, and tickets before `day`, printed or not: a
  /// kiosk without paper must not fill its disk with reprints that nobody will ask for. Sequence
  /// and numbers go on.
  [[nodiscard]] virtual Status forget_before(const domain::BusinessDay& day) = 0;
};

}  // namespace navbat::store
