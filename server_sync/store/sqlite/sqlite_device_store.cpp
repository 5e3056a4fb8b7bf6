#include "server_sync/store/sqlite/sqlite_device_store.h"

#include <utility>

#include "server_sync/store/sqlite/columns.h"
#include "server_sync/store/sqlite/device_ticket_rows.h"

namespace navbat::store::sqlite {
namespace {

constexpr std::string_view kSaveFact = R"sql(
INSERT INTO facts(name, value) VALUES (?1, ?2)
ON CONFLICT(name) DO UPDATE SET value = excluded.value)sql";

// Only ever upward: a number that was given is never given again.
constexpr std::string_view kUseNumber = R"sql(
INSERT INTO numbers(day, series, last) VALUES (?1, ?2, ?3)
ON CONFLICT(day, series) DO UPDATE SET last = max(last, excluded.last))sql";

constexpr std::string_view kSetPrintState = R"sql(
UPDATE tickets SET copies = copies + (?2 = 'printed' AND print_state <> 'printed'),
  print_state = ?2 WHERE id = ?1)sql";

constexpr std::string_view kNextSeq =
    "UPDATE progress SET last_seq = last_seq + 1 RETURNING last_seq";

constexpr std::string_view kAddEvent =
    "INSERT INTO outbox(seq, at_ms, type, payload) VALUES (?1, ?2, ?3, ?4)";

constexpr std::string_view kEventsAfter =
    "SELECT seq, at_ms, type, payload FROM outbox WHERE seq > ?1 ORDER BY seq LIMIT ?2";

OutboxEvent take_event(Row& row) {
  OutboxEvent event;
  event.seq = row.take<std::int64_t>();
  event.at = take_instant(row);
  event.type = row.take<std::string>();
  event.payload = row.take<std::string>();
  return event;
}

std::int64_t take_number(Row& row) { return row.take<std::int64_t>(); }

std::string hex(const std::array<std::uint8_t, 16>& bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0xfU];
  }
  return text;
}

Result<std::int64_t> add_to_outbox(Database& database, const OutboxEvent& event) {
  const auto seq = database.one_row(kNextSeq, take_number);
  if (!seq) return tl::unexpected(seq.error());
  const std::int64_t number = seq->value_or(0);
  const Status added =
      database.run(kAddEvent, number, to_column(event.at), event.type, Blob{event.payload});
  if (!added) return tl::unexpected(added.error());
  return number;
}

// The rows of a query as a vector.
template <class Item, class... Values>
Result<std::vector<Item>> all_rows(const Result<Database*>& database, std::string_view sql,
                                   Item (*take)(Row&), const Values&... values) {
  if (!database) return tl::unexpected(database.error());
  std::vector<Item> items;
  const Status read = (*database)->each_row(
      sql, [&](Row& row) { items.push_back(take(row)); }, values...);
  if (!read) return tl::unexpected(read.error());
  return items;
}

// The only row of a query, or nothing.
template <class Item, class... Values>
Result<std::optional<Item>> only_row(const Result<Database*>& database, std::string_view sql,
                                     Item (*take)(Row&), const Values&... values) {
  if (!database) return tl::unexpected(database.error());
  return (*database)->one_row(sql, take, values...);
}

std::string take_text(Row& row) { return row.take<std::string>(); }

OutboxStatus take_status(Row& row) {
  OutboxStatus status;
  status.last_seq = row.take<std::int64_t>();
  status.acked_seq = row.take<std::int64_t>();
  return status;
}

}  // namespace

Result<std::unique_ptr<SqliteDeviceStore>> SqliteDeviceStore::open(
    const std::string& path, const std::array<std::uint8_t, 16>& random,
    const OpenOptions& options) {
  auto connection = SqliteWriteConnection::open(path, device_schema(), options);
  if (!connection) return tl::unexpected(connection.error());
  std::unique_ptr<SqliteDeviceStore> store(new SqliteDeviceStore(std::move(*connection)));
  if (const Status known = store->read_epoch(random); !known) return tl::unexpected(known.error());
  return store;
}

Status SqliteDeviceStore::read_epoch(const std::array<std::uint8_t, 16>& random) {
  const auto known = fact("epoch");
  if (!known) return tl::unexpected(known.error());
  epoch_ = known->value_or(hex(random));
  return *known ? Status() : save_fact("epoch", epoch_);
}

Result<Database*> SqliteDeviceStore::ready() {
  if (in_doubt_) {
    if (const Status reopened = connection_->recover(); !reopened) {
      return tl::unexpected(reopened.error());
    }
    in_doubt_ = false;
  }
  return connection_->database();
}

template <class Work>
Status SqliteDeviceStore::write(Work work) {
  const auto database = ready();
  if (!database) return tl::unexpected(database.error());
  const auto transaction = connection_->begin();
  if (!transaction) return tl::unexpected(transaction.error());
  Status done = work(**database);
  if (done) done = connection_->commit();
  if (!done) {
    connection_->rollback();
    in_doubt_ = is_storage_failure(done.error().code);
    return done;
  }
  // What was written is durable; a checkpoint that fails is looked into before the next write.
  in_doubt_ = !connection_->maintain();
  return {};
}

template <class Work>
Result<std::int64_t> SqliteDeviceStore::write_event(const OutboxEvent& event, Work with) {
  std::int64_t seq = 0;
  const Status written = write([&](Database& database) -> Status {
    if (Status done = with(database); !done) return done;
    const auto added = add_to_outbox(database, event);
    if (!added) return tl::unexpected(added.error());
    seq = *added;
    return {};
  });
  if (!written) return tl::unexpected(written.error());
  return seq;
}

Result<std::optional<std::string>> SqliteDeviceStore::fact(std::string_view name) {
  return only_row(ready(), "SELECT value FROM facts WHERE name = ?1", take_text, name);
}

Status SqliteDeviceStore::save_fact(std::string_view name, std::string_view value) {
  return write([&](Database& database) { return database.run(kSaveFact, name, Blob{value}); });
}

Result<std::int32_t> SqliteDeviceStore::next_number(const domain::BusinessDay& day,
                                                    const std::string& series) {
  const auto last = only_row(ready(), "SELECT last FROM numbers WHERE day = ?1 AND series = ?2",
                             take_number, to_column(day), series);
  if (!last) return tl::unexpected(last.error());
  return static_cast<std::int32_t>(last->value_or(0)) + 1;
}

Result<std::int64_t> SqliteDeviceStore::record_ticket(const DeviceTicket& ticket,
                                                      const std::optional<OutboxEvent>& event) {
  std::int64_t seq = 0;
  const Status written = write([&](Database& database) -> Status {
    if (Status inserted = insert_device_ticket(database, ticket); !inserted) return inserted;
    if (ticket.offline) {
      const Status used =
          database.run(kUseNumber, to_column(ticket.day), ticket.label.series, ticket.label.number);
      if (!used) return used;
    }
    if (!event) return {};
    const auto added = add_to_outbox(database, *event);
    if (!added) return tl::unexpected(added.error());
    seq = *added;
    return {};
  });
  if (!written) return tl::unexpected(written.error());
  return seq;
}

Status SqliteDeviceStore::set_print_state(const domain::TicketId& ticket,
                                          domain::PrintState state) {
  return write([&](Database& database) {
    return database.run(kSetPrintState, ticket.bytes(), domain::to_string(state));
  });
}

Result<std::int64_t> SqliteDeviceStore::void_ticket(const domain::TicketId& ticket,
                                                    const OutboxEvent& event) {
  return write_event(event, [&](Database& database) {
    return database.run("UPDATE tickets SET voided = 1 WHERE id = ?1", ticket.bytes());
  });
}

Result<std::optional<DeviceTicket>> SqliteDeviceStore::find_ticket(const domain::TicketId& ticket) {
  return only_row(ready(), kDeviceTicketById, take_device_ticket, ticket.bytes());
}

Result<std::optional<DeviceTicket>> SqliteDeviceStore::find_label(const domain::BusinessDay& day,
                                                                  const domain::Label& label) {
  return only_row(ready(), kDeviceTicketByLabel, take_device_ticket, to_column(day), label.series,
                  label.number);
}

Result<std::optional<DeviceTicket>> SqliteDeviceStore::find_booking(const std::string& booking) {
  return only_row(ready(), kDeviceTicketByBooking, take_device_ticket, booking);
}

Result<std::vector<DeviceTicket>> SqliteDeviceStore::unprinted(domain::Timestamp since) {
  return all_rows(ready(), kDeviceTicketsUnprinted, take_device_ticket, to_column(since));
}

Result<std::vector<DeviceTicket>> SqliteDeviceStore::latest_tickets(std::size_t limit) {
  return all_rows(ready(), kLatestDeviceTickets, take_device_ticket, limit);
}

Result<std::int64_t> SqliteDeviceStore::append_event(const OutboxEvent& event) {
  return write_event(event, [](Database&) { return Status(); });
}

Result<OutboxStatus> SqliteDeviceStore::outbox_status() {
  const auto status = only_row(ready(), "SELECT last_seq, acked_seq FROM progress", take_status);
  if (!status) return tl::unexpected(status.error());
  return status->value_or(OutboxStatus{});
}

Result<std::vector<OutboxEvent>> SqliteDeviceStore::events_after(std::int64_t seq,
                                                                 std::size_t limit) {
  return all_rows(ready(), kEventsAfter, take_event, seq, limit);
}

Status SqliteDeviceStore::mark_acked(std::int64_t seq) {
  const auto status = outbox_status();
  if (!status) return tl::unexpected(status.error());
  if (seq > status->last_seq) {
    return fail(ErrorCode::kMisuse, "acknowledged up to " + std::to_string(seq) +
                                        ", but the last event is " +
                                        std::to_string(status->last_seq));
  }
  if (seq <= status->acked_seq) return {};
  return write(
      [&](Database& database) { return database.run("UPDATE progress SET acked_seq = ?1", seq); });
}

Status SqliteDeviceStore::forget_before(const domain::BusinessDay& day) {
  // An event waits for its acknowledgement, however old it is.
  return write([&](Database& database) -> Status {
    const Status events = database.run(
        "DELETE FROM outbox WHERE seq <= (SELECT acked_seq FROM progress) AND at_ms < ?1",
        to_column(domain::Timestamp(std::chrono::sys_days(day.date))));
    if (!events) return events;
    return database.run("DELETE FROM tickets WHERE day < ?1", to_column(day));
  });
}

}  // namespace navbat::store::sqlite
