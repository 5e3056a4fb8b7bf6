#include "server_sync/store/sqlite/ticket_rows.h"

#include <algorithm>
#include <string>

#include "server_sync/store/sqlite/columns.h"

namespace navbat::store::sqlite {
namespace {

// The most frequent statement after the insert of events: it touches no key, so SQLite leaves the
// indexes alone unless the counter or the state changes.
constexpr std::string_view kUpdateTicket = R"sql(
UPDATE tickets SET
  service = ?5, state = ?6, counter = ?7, teller = ?8, joined_ms = ?9, called_ms = ?10,
  started_ms = ?11, ended_ms = ?12, recalls = ?13, transfers = ?14, overtaken = ?15
WHERE id = ?1 AND day = ?2 AND series = ?3 AND number = ?4)sql";

constexpr std::string_view kInsertTicket = R"sql(
INSERT INTO tickets(id, branch, day, series, number, service, language, state, priority,
  appointment_ms, phone, origin, counter, teller, issued_ms, joined_ms, called_ms, started_ms,
  ended_ms, promise_low_s, promise_high_s, promise_limit_s, promised_ms, recalls, transfers,
  overtaken)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
  ?21, ?22, ?23, ?24, ?25, ?26))sql";

// Leaves it to the other statements to say what stands in the way.
const std::string kInsertNewTicket = std::string(kInsertTicket) + " ON CONFLICT DO NOTHING";

constexpr std::string_view kRelabelTicket =
    "UPDATE tickets SET day = ?2, series = ?3, number = ?4 WHERE id = ?1";

constexpr const char* kSelectTickets = R"sql(
SELECT id, branch, day, series, number, service, language, state, priority, appointment_ms, phone,
  origin, counter, teller, issued_ms, joined_ms, called_ms, started_ms, ended_ms, promise_low_s,
  promise_high_s, promise_limit_s, promised_ms, recalls, transfers, overtaken
FROM tickets )sql";
const std::string kFindTicket = std::string(kSelectTickets) + "WHERE id = ?1";

// The days keep it to a few pages of the key's order; no index is kept for a question this rare.
const std::string kTicketsOf =
    std::string(kSelectTickets) +
    "WHERE branch = ?1 AND day >= ?2 AND origin = ?3 AND issued_ms >= ?4 "
    "ORDER BY issued_ms, id LIMIT ?5";

constexpr std::string_view kVisits = R"sql(
SELECT day, service, counter, teller, state, issued_ms, called_ms, started_ms, ended_ms,
  promise_limit_s
FROM tickets WHERE branch = ?1 AND day BETWEEN ?2 AND ?3)sql";

std::optional<std::int64_t> seconds(const std::optional<domain::Promise>& promise,
                                    domain::Seconds domain::Promise::*which) {
  return promise ? std::optional<std::int64_t>(((*promise).*which).count()) : std::nullopt;
}

Status update_ticket(Database& database, const domain::Ticket& ticket) {
  return database.run(
      kUpdateTicket, ticket.id.bytes(), to_column(ticket.day), ticket.label.series,
      ticket.label.number, to_column(ticket.service), domain::to_string(ticket.state),
      to_column(ticket.counter), to_column(ticket.teller), to_column(ticket.joined_at),
      to_column(ticket.called_at), to_column(ticket.started_at), to_column(ticket.ended_at),
      ticket.recalls, ticket.transfers, ticket.overtaken);
}

Status insert_ticket(Database& database, std::string_view sql, const domain::BranchId& branch,
                     const domain::Ticket& ticket) {
  const auto& promise = ticket.promise;
  const auto priority =
      ticket.priority ? std::optional(domain::to_string(*ticket.priority)) : std::nullopt;
  const auto promised_at = promise ? std::optional(promise->made_at) : std::nullopt;
  return database.run(
      sql, ticket.id.bytes(), to_column(branch), to_column(ticket.day), ticket.label.series,
      ticket.label.number, to_column(ticket.service), to_column(ticket.language),
      domain::to_string(ticket.state), priority, to_column(ticket.appointment), ticket.phone,
      to_column(ticket.origin), to_column(ticket.counter), to_column(ticket.teller),
      to_column(ticket.issued_at), to_column(ticket.joined_at), to_column(ticket.called_at),
      to_column(ticket.started_at), to_column(ticket.ended_at),
      seconds(promise, &domain::Promise::low), seconds(promise, &domain::Promise::high),
      seconds(promise, &domain::Promise::limit), to_column(promised_at), ticket.recalls,
      ticket.transfers, ticket.overtaken);
}

bool looks_new(const domain::Ticket& ticket) {
  return ticket.state == domain::TicketState::kWaiting && !ticket.called_at &&
         ticket.joined_at == ticket.issued_at;
}

domain::TicketState take_state(Row& row) {
  // CHECK keeps other texts out; a damaged row reads as waiting and is seen by the structure check.
  return domain::parse_ticket_state(row.take<std::string_view>())
      .value_or(domain::TicketState::kWaiting);
}

std::optional<domain::Promise> take_promise(Row& row) {
  const auto low = row.take<std::optional<std::int64_t>>();
  const auto high = row.take<std::optional<std::int64_t>>();
  const auto limit = row.take<std::optional<std::int64_t>>();
  const auto made_at = take_maybe_instant(row);
  if (!low || !high || !limit || !made_at) return std::nullopt;
  return domain::Promise{domain::Seconds(*low), domain::Seconds(*high), domain::Seconds(*limit),
                         *made_at};
}

StoredTicket take_ticket(Row& row) {
  StoredTicket stored;
  domain::Ticket& ticket = stored.ticket;
  ticket.id = take_ticket_id(row);
  stored.branch = take_name<domain::BranchId>(row);
  ticket.day = take_day(row);
  ticket.label.series = row.take<std::string>();
  ticket.label.number = row.take<std::int32_t>();
  ticket.service = take_name<domain::ServiceId>(row);
  ticket.language = take_name<domain::LanguageTag>(row);
  ticket.state = take_state(row);
  if (const auto priority = row.take<std::optional<std::string>>()) {
    ticket.priority = domain::parse_priority_reason(*priority);
  }
  ticket.appointment = take_maybe_instant(row);
  ticket.phone = row.take<std::string>();
  ticket.origin = take_name<domain::NodeId>(row);
  ticket.counter = take_maybe_name<domain::CounterId>(row);
  ticket.teller = take_maybe_name<domain::TellerId>(row);
  ticket.issued_at = take_instant(row);
  ticket.joined_at = take_instant(row);
  ticket.called_at = take_maybe_instant(row);
  ticket.started_at = take_maybe_instant(row);
  ticket.ended_at = take_maybe_instant(row);
  ticket.promise = take_promise(row);
  ticket.recalls = row.take<std::int32_t>();
  ticket.transfers = row.take<std::int32_t>();
  ticket.overtaken = row.take<std::int32_t>();
  return stored;
}

domain::Visit take_visit(Row& row) {
  domain::Visit visit;
  visit.day = take_day(row);
  visit.service = take_name<domain::ServiceId>(row);
  visit.counter = take_maybe_name<domain::CounterId>(row).value_or(domain::CounterId());
  visit.teller = take_maybe_name<domain::TellerId>(row).value_or(domain::TellerId());
  visit.state = take_state(row);
  visit.issued_at = take_instant(row);
  visit.called_at = take_maybe_instant(row);
  visit.started_at = take_maybe_instant(row);
  visit.ended_at = take_maybe_instant(row);
  if (const auto limit = row.take<std::optional<std::int64_t>>()) {
    visit.promise_limit = domain::Seconds(*limit);
  }
  return visit;
}

// Rows come by day, series and number, always the same; a stable sort keeps ties that way. Days
// follow each other in time, so sorting each is enough and halves the work; unless a clock went
// mad.
void sort_by_issue(std::vector<domain::Visit>& visits) {
  const auto by_issue = [](const domain::Visit& a, const domain::Visit& b) {
    return a.issued_at < b.issued_at;
  };
  for (auto first = visits.begin(); first != visits.end();) {
    const auto last = std::find_if(
        first, visits.end(), [&](const domain::Visit& visit) { return visit.day != first->day; });
    std::stable_sort(first, last, by_issue);
    first = last;
  }
  if (!std::is_sorted(visits.begin(), visits.end(), by_issue)) {
    std::stable_sort(visits.begin(), visits.end(), by_issue);
  }
}

}  // namespace

Status write_ticket(Database& database, const domain::BranchId& branch,
                    const domain::Ticket& ticket) {
  // The order of trying only saves time; each way ends in the same row.
  if (looks_new(ticket)) {
    const Status inserted = insert_ticket(database, kInsertNewTicket, branch, ticket);
    if (!inserted) return inserted;
    if (database.changes() == 1) return {};
  }
  if (Status updated = update_ticket(database, ticket); !updated) return updated;
  if (database.changes() == 1) return {};
  const Status moved = database.run(kRelabelTicket, ticket.id.bytes(), to_column(ticket.day),
                                    ticket.label.series, ticket.label.number);
  if (!moved) return moved;
  return database.changes() == 1 ? update_ticket(database, ticket)
                                 : insert_ticket(database, kInsertTicket, branch, ticket);
}

Result<std::optional<StoredTicket>> read_ticket(Database& database,
                                                const domain::TicketId& ticket) {
  return database.one_row(kFindTicket, take_ticket, ticket.bytes());
}

Result<std::vector<domain::Ticket>> read_tickets_of(Database& database,
                                                    const domain::BranchId& branch,
                                                    const domain::NodeId& origin,
                                                    const domain::BusinessDay& first,
                                                    domain::Timestamp since, std::size_t limit) {
  std::vector<domain::Ticket> tickets;
  const Status read = database.each_row(
      kTicketsOf, [&](Row& row) { tickets.push_back(take_ticket(row).ticket); }, to_column(branch),
      to_column(first), to_column(origin), to_column(since), limit);
  if (!read) return tl::unexpected(read.error());
  return tickets;
}

Result<std::vector<domain::Visit>> read_visits(Database& database, const domain::BranchId& branch,
                                               const domain::BusinessDay& first,
                                               const domain::BusinessDay& last) {
  std::vector<domain::Visit> visits;
  const Status read = database.each_row(
      kVisits, [&](Row& row) { visits.push_back(take_visit(row)); }, to_column(branch),
      to_column(first), to_column(last));
  if (!read) return tl::unexpected(read.error());
  sort_by_issue(visits);
  return visits;
}

}  // namespace navbat::store::sqlite
