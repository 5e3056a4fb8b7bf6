#include "server_sync/store/sqlite/sqlite_branch_store.h"

#include <algorithm>
#include <limits>

#include "server_sync/store/sqlite/appointment_rows.h"
#include "server_sync/store/sqlite/columns.h"
#include "server_sync/store/sqlite/connection.h"
#include "server_sync/store/sqlite/ticket_rows.h"

namespace navbat::store::sqlite {
namespace {

constexpr std::string_view kHead = "SELECT version, day FROM branches WHERE branch = ?1";

constexpr std::string_view kLearned = "SELECT saved FROM learned WHERE branch = ?1";

constexpr std::string_view kAddBranch =
    "INSERT INTO branches(branch, version, day, day_opened_version) VALUES (?1, 0, NULL, 0)";

constexpr std::string_view kMoveHead =
    "UPDATE branches SET version = ?3 WHERE branch = ?1 AND version = ?2";

constexpr std::string_view kOpenDay =
    "UPDATE branches SET day = ?2, day_opened_version = ?3 WHERE branch = ?1";

constexpr std::string_view kAppendEvent = R"sql(
INSERT INTO events(branch, version, day, at_ms, recorded_ms, type, ticket, actor, payload)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9))sql";

constexpr std::string_view kEventsAfter = R"sql(
SELECT version, day, at_ms, recorded_ms, type, ticket, actor, payload
FROM events WHERE branch = ?1 AND version > ?2 ORDER BY version LIMIT ?3)sql";

constexpr std::string_view kDayOpenedVersion =
    "SELECT day_opened_version FROM branches WHERE branch = ?1";

constexpr std::string_view kFindLabel =
    "SELECT id FROM tickets WHERE branch = ?1 AND day = ?2 AND series = ?3 AND number = ?4";

constexpr std::string_view kSaveLearned = R"sql(
INSERT INTO learned(branch, saved) VALUES (?1, ?2)
ON CONFLICT(branch) DO UPDATE SET saved = excluded.saved)sql";

constexpr std::string_view kFindAnswer =
    "SELECT request_hash, status, body FROM answers WHERE scope = ?1 AND key = ?2";

constexpr std::string_view kSaveAnswer =
    "INSERT INTO answers(scope, key, request_hash, status, body) VALUES (?1, ?2, ?3, ?4, ?5)";

constexpr std::string_view kAckedSeq = "SELECT acked_seq FROM nodes WHERE node = ?1 AND epoch = ?2";

// An acknowledgement never goes back, whatever the caller believes.
constexpr std::string_view kSaveAckedSeq = R"sql(
INSERT INTO nodes(node, epoch, acked_seq) VALUES (?1, ?2, ?3)
ON CONFLICT(node, epoch) DO UPDATE SET acked_seq = max(acked_seq, excluded.acked_seq))sql";

// The same event set aside twice is one.
constexpr std::string_view kSetAside = R"sql(
INSERT INTO set_aside(node, epoch, seq, reason, raw, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT(node, epoch, seq) DO NOTHING)sql";

StoredEvent take_event(Row& row) {
  StoredEvent event;
  event.version = row.take<std::int64_t>();
  event.day = take_day(row);
  event.at = take_instant(row);
  event.recorded_at = take_instant(row);
  event.type = row.take<std::string>();
  if (const auto ticket = row.take<std::optional<domain::TicketId::Bytes>>()) {
    event.ticket = domain::TicketId(*ticket);
  }
  event.actor = row.take<std::string>();
  event.payload = row.take<std::string>();
  return event;
}

Status append_event(Database& database, const domain::BranchId& branch, const StoredEvent& event) {
  const auto ticket = event.ticket ? std::optional(event.ticket->bytes()) : std::nullopt;
  const Status appended = database.run(
      kAppendEvent, to_column(branch), event.version, to_column(event.day), to_column(event.at),
      to_column(event.recorded_at), event.type, ticket, event.actor, Blob{event.payload});
  if (!appended || event.type != "day_opened") return appended;
  return database.run(kOpenDay, to_column(branch), to_column(event.day), event.version);
}

Result<std::optional<BranchHead>> read_head(Database& database, const domain::BranchId& branch) {
  const auto take_head = [](Row& row) {
    BranchHead head;
    head.version = row.take<std::int64_t>();
    if (const auto day = row.take<std::optional<std::int64_t>>()) head.day = day_from_number(*day);
    return head;
  };
  return database.one_row(kHead, take_head, to_column(branch));
}

}  // namespace

Result<BranchHead> SqliteBranchStore::lock_branch(Transaction& transaction,
                                                  const domain::BranchId& branch) {
  // BEGIN IMMEDIATE already excludes every other writer.
  Database& database = database_of(transaction);
  auto known = read_head(database, branch);
  if (!known) return tl::unexpected(known.error());
  if (*known) return std::move(**known);
  const Status added = database.run(kAddBranch, to_column(branch));
  if (!added) return tl::unexpected(added.error());
  return BranchHead{};
}

Result<BranchHead> SqliteBranchStore::head(ReadView& view, const domain::BranchId& branch) {
  auto known = read_head(database_of(view), branch);
  if (!known) return tl::unexpected(known.error());
  auto learned = database_of(view).one_row(
      kLearned, [](Row& row) { return row.take<std::string>(); }, to_column(branch));
  if (!learned) return tl::unexpected(learned.error());
  BranchHead found = known->value_or(BranchHead{});
  found.learned = std::move(*learned).value_or(std::string());
  return found;
}

Status SqliteBranchStore::append_events(Transaction& transaction, const domain::BranchId& branch,
                                        std::span<const StoredEvent> events) {
  if (events.empty()) return {};
  Database& database = database_of(transaction);
  const std::int64_t first = events.front().version;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events[i].version != first + static_cast<std::int64_t>(i)) {
      return fail(ErrorCode::kMisuse, "events must be appended without a gap");
    }
  }
  const Status moved = database.run(kMoveHead, to_column(branch), first - 1, events.back().version);
  if (!moved) return moved;
  if (database.changes() != 1) {
    return fail(ErrorCode::kMisuse, "branch " + branch.value() + ": its log does not end at " +
                                        std::to_string(first - 1));
  }
  for (const StoredEvent& event : events) {
    if (Status appended = append_event(database, branch, event); !appended) return appended;
  }
  return {};
}

Status SqliteBranchStore::save_ticket(Transaction& transaction, const domain::BranchId& branch,
                                      const domain::Ticket& ticket) {
  return write_ticket(database_of(transaction), branch, ticket);
}

Status SqliteBranchStore::save_learned(Transaction& transaction, const domain::BranchId& branch,
                                       std::string_view learned) {
  return database_of(transaction).run(kSaveLearned, to_column(branch), Blob{learned});
}

Result<std::optional<StoredAnswer>> SqliteBranchStore::find_answer(ReadView& view,
                                                                   std::string_view scope,
                                                                   std::string_view key) {
  const auto make_answer = [](Row& row) {
    StoredAnswer answer;
    answer.request_hash = row.take<std::string>();
    answer.status = row.take<int>();
    answer.body = row.take<std::string>();
    return answer;
  };
  return database_of(view).one_row(kFindAnswer, make_answer, scope, key);
}

Status SqliteBranchStore::save_answer(Transaction& transaction, std::string_view scope,
                                      std::string_view key, const StoredAnswer& answer) {
  return database_of(transaction)
      .run(kSaveAnswer, scope, key, Blob{answer.request_hash}, answer.status, Blob{answer.body});
}

Result<std::int64_t> SqliteBranchStore::acked_seq(ReadView& view, const domain::NodeId& node,
                                                  std::string_view epoch) {
  const auto seq = database_of(view).one_row(
      kAckedSeq, [](Row& row) { return row.take<std::int64_t>(); }, to_column(node), epoch);
  if (!seq) return tl::unexpected(seq.error());
  return seq->value_or(0);
}

Status SqliteBranchStore::save_acked_seq(Transaction& transaction, const domain::NodeId& node,
                                         std::string_view epoch, std::int64_t seq) {
  return database_of(transaction).run(kSaveAckedSeq, to_column(node), epoch, seq);
}

Status SqliteBranchStore::set_aside(Transaction& transaction, const domain::NodeId& node,
                                    std::string_view epoch, std::int64_t seq,
                                    std::string_view reason, std::string_view raw,
                                    domain::Timestamp at) {
  return database_of(transaction)
      .run(kSetAside, to_column(node), epoch, seq, reason, Blob{raw}, to_column(at));
}

Result<std::vector<StoredEvent>> SqliteBranchStore::events_after(ReadView& view,
                                                                 const domain::BranchId& branch,
                                                                 std::int64_t version,
                                                                 std::size_t limit) {
  std::vector<StoredEvent> events;
  constexpr std::size_t kMost = std::numeric_limits<std::int64_t>::max();
  const Status read = database_of(view).each_row(
      kEventsAfter, [&](Row& row) { events.push_back(take_event(row)); }, to_column(branch),
      version, std::min(limit, kMost));
  if (!read) return tl::unexpected(read.error());
  return events;
}

Result<std::vector<StoredEvent>> SqliteBranchStore::events_of_open_day(
    ReadView& view, const domain::BranchId& branch) {
  const auto opened = database_of(view).one_row(
      kDayOpenedVersion, [](Row& row) { return row.take<std::int64_t>(); }, to_column(branch));
  if (!opened) return tl::unexpected(opened.error());
  if (opened->value_or(0) == 0) return std::vector<StoredEvent>();
  return events_after(view, branch, **opened - 1, std::numeric_limits<std::size_t>::max());
}

Result<std::optional<StoredTicket>> SqliteBranchStore::find_ticket(ReadView& view,
                                                                   const domain::TicketId& ticket) {
  return read_ticket(database_of(view), ticket);
}

Result<std::optional<domain::TicketId>> SqliteBranchStore::find_label(
    ReadView& view, const domain::BranchId& branch, const domain::BusinessDay& day,
    const domain::Label& label) {
  return database_of(view).one_row(kFindLabel, take_ticket_id, to_column(branch), to_column(day),
                                   label.series, label.number);
}

Result<std::vector<domain::Ticket>> SqliteBranchStore::tickets_of(
    ReadView& view, const domain::BranchId& branch, const domain::NodeId& origin,
    const domain::BusinessDay& first, domain::Timestamp since, std::size_t limit) {
  return read_tickets_of(database_of(view), branch, origin, first, since, limit);
}

Status SqliteBranchStore::save_appointment(Transaction& transaction, const domain::BranchId& branch,
                                           const domain::Appointment& appointment) {
  return write_appointment(database_of(transaction), branch, appointment);
}

Result<std::optional<domain::Appointment>> SqliteBranchStore::find_appointment(
    ReadView& view, const domain::BranchId& branch, const domain::BookingCode& code) {
  return read_appointment(database_of(view), branch, code);
}

Result<std::vector<domain::Appointment>> SqliteBranchStore::appointments(
    ReadView& view, const domain::BranchId& branch, domain::Timestamp from, domain::Timestamp to,
    std::size_t limit) {
  return read_appointments(database_of(view), branch, from, to, limit);
}

Result<std::vector<domain::Visit>> SqliteBranchStore::visits(ReadView& view,
                                                             const domain::BranchId& branch,
                                                             const domain::BusinessDay& first,
                                                             const domain::BusinessDay& last) {
  return read_visits(database_of(view), branch, first, last);
}

}  // namespace navbat::store::sqlite
