// What a branch's database keeps, whichever database it is.
//
// Events are append-only and the truth; tickets are the current state that follows from them, kept
// beside them in the same transaction for reports and look-ups; answers make commands idempotent
// for good; node progress makes sync harmless to repeat. Event payloads are opaque bytes here: the
// owner of the wire format encodes them.
//
// Writing functions are called on the writer's thread with the transaction under way. A PostgreSQL
// implementation locks the branch's row in lock_branch() and can then serve several servers.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/business_day.h"
#include "domain/check_in.h"
#include "domain/event.h"
#include "domain/ids.h"
#include "domain/ticket.h"
#include "domain/wait_statistics.h"
#include "server_sync/store/error.h"
#include "server_sync/store/transaction.h"

namespace navbat::store {

/// A branch's row: where its log ends.
struct BranchHead {
  std::int64_t version = 0;
  std::optional<domain::BusinessDay> day;  // the open one
  std::string learned;  // what the promise estimator saved last; may be empty; from head() only
};

/// An event as stored. Envelope in columns, payload as the bytes it came in.
struct StoredEvent {
  std::int64_t version = 0;
  domain::BusinessDay day;
  domain::Timestamp at{};
  domain::Timestamp recorded_at{};
  std::string type;  // "ticket_called"
  std::optional<domain::TicketId> ticket;
  std::string actor;
  std::string payload;
};

/// The answer that a command was given, for whoever sends it again.
struct StoredAnswer {
  std::string request_hash;
  int status = 0;
  std::string body;
};

/// A ticket of any day, with the branch that it belongs to.
struct StoredTicket {
  domain::BranchId branch;
  domain::Ticket ticket;
};

class BranchStore {
 public:
  BranchStore() = default;
  BranchStore(const BranchStore&) = delete;
  BranchStore& operator=(const BranchStore&) = delete;
  virtual ~BranchStore() = default;

  /// Makes every other writer of this branch wait until the transaction ends, and says where the
  /// log ends. A branch that is not there yet is created at version 0.
  [[nodiscard]] virtual Result<BranchHead> lock_branch(Transaction& transaction,
                                                       const domain::BranchId& branch) = 0;

  /// The same without locking and without creating anything: version 0 for a branch that is not
  /// there.
  [[nodiscard]] virtual Result<BranchHead> head(ReadView& view, const domain::BranchId& branch) = 0;

  /// Appends events whose versions follow the head without a gap, and moves the head. A day_opened
  /// event's day becomes the branch's.
  [[nodiscard]] virtual Status append_events(Transaction& transaction,
                                             const domain::BranchId& branch,
                                             std::span<const StoredEvent> events) = 0;

  /// Inserts or replaces the current state of a ticket. A label or a counter that is taken is
  /// refused with kConstraint.
  [[nodiscard]] virtual Status save_ticket(Transaction& transaction, const domain::BranchId& branch,
                                           const domain::Ticket& ticket) = 0;

  [[nodiscard]] virtual Status save_learned(Transaction& transaction,
                                            const domain::BranchId& branch,
                                            std::string_view learned) = 0;

  /// `scope` is who asked: keys of different principals never meet.
  [[nodiscard]] virtual Result<std::optional<StoredAnswer>> find_answer(ReadView& view,
                                                                        std::string_view scope,
                                                                        std::string_view key) = 0;
  [[nodiscard]] virtual Status save_answer(Transaction& transaction, std::string_view scope,
                                           std::string_view key, const StoredAnswer& answer) = 0;

  /// The last event of the node that is stored or set aside; 0 before the first.
  [[nodiscard]] virtual Result<std::int64_t> acked_seq(ReadView& view, const domain::NodeId& node,
                                                       std::string_view epoch) = 0;
  [[nodiscard]] virtual Status save_acked_seq(Transaction& transaction, const domain::NodeId& node,
                                              std::string_view epoch, std::int64_t seq) = 0;
  /// Keeps an event that could not be understood or applied, for people to look at.
  [[nodiscard]] virtual Status set_aside(Transaction& transaction, const domain::NodeId& node,
                                         std::string_view epoch, std::int64_t seq,
                                         std::string_view reason, std::string_view raw,
                                         domain::Timestamp at) = 0;

  /// Events after `version`, at most `limit`, in order.
  [[nodiscard]] virtual Result<std::vector<StoredEvent>> events_after(
      ReadView& view, const domain::BranchId& branch, std::int64_t version, std::size_t limit) = 0;
  /// Everything from the latest day_opened event on: enough to rebuild the branch's state. Empty
  /// for a branch that never opened.
  [[nodiscard]] virtual Result<std::vector<StoredEvent>> events_of_open_day(
      ReadView& view, const domain::BranchId& branch) = 0;

  [[nodiscard]] virtual Result<std::optional<StoredTicket>> find_ticket(
      ReadView& view, const domain::TicketId& ticket) = 0;

  /// Whose number it is on that day, if anybody's.
  [[nodiscard]] virtual Result<std::optional<domain::TicketId>> find_label(
      ReadView& view, const domain::BranchId& branch, const domain::BusinessDay& day,
      const domain::Label& label) = 0;

  /// Tickets that `origin` issued at `since` or later, of any state, by their issue; at most
  /// `limit`. `first` is a business day that none of them is older than.
  [[nodiscard]] virtual Result<std::vector<domain::Ticket>> tickets_of(
      ReadView& view, const domain::BranchId& branch, const domain::NodeId& origin,
      const domain::BusinessDay& first, domain::Timestamp since, std::size_t limit) = 0;

  /// Inserts or replaces the appointment of this code.
  [[nodiscard]] virtual Status save_appointment(Transaction& transaction,
                                                const domain::BranchId& branch,
                                                const domain::Appointment& appointment) = 0;
  [[nodiscard]] virtual Result<std::optional<domain::Appointment>> find_appointment(
      ReadView& view, const domain::BranchId& branch, const domain::BookingCode& code) = 0;
  /// Appointed from `from` to before `to`, by time and code; at most `limit`.
  [[nodiscard]] virtual Result<std::vector<domain::Appointment>> appointments(
      ReadView& view, const domain::BranchId& branch, domain::Timestamp from, domain::Timestamp to,
      std::size_t limit) = 0;

  /// Tickets of the business days `first` to `last`, both included, by issue. `target_wait` is left
  /// at zero: targets are configuration.
  [[nodiscard]] virtual Result<std::vector<domain::Visit>> visits(
      ReadView& view, const domain::BranchId& branch, const domain::BusinessDay& first,
      const domain::BusinessDay& last) = 0;
};

}  // namespace navbat::store
