#include "server_sync/store/sqlite/device_ticket_rows.h"

#include <algorithm>
#include <array>
#include <optional>

#include "server_sync/store/sqlite/columns.h"

namespace navbat::store::sqlite {
namespace {

constexpr std::string_view kInsert = R"sql(
INSERT INTO tickets(id, day, series, number, service, language, issued_ms, promise_low_s,
  promise_high_s, promise_limit_s, promised_ms, offline, print_state, copies, voided, booking,
  appointment_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17))sql";

constexpr std::string_view kSelect = R"sql(
SELECT id, day, series, number, service, language, issued_ms, promise_low_s, promise_high_s,
  promise_limit_s, promised_ms, offline, print_state, copies, voided, booking, appointment_ms
FROM tickets )sql";

// kSelect with its condition, put together by the compiler.
template <std::size_t N>
consteval std::array<char, kSelect.size() + N> select(const char (&condition)[N]) {
  std::array<char, kSelect.size() + N> sql{};
  char* end = std::copy(kSelect.begin(), kSelect.end(), sql.data());
  std::copy_n(condition, N, end);
  return sql;
}

constexpr auto kById = select("WHERE id = ?1");
constexpr auto kByLabel = select("WHERE day = ?1 AND series = ?2 AND number = ?3");
constexpr auto kByBooking =
    select("WHERE booking = ?1 AND voided = 0 ORDER BY issued_ms DESC LIMIT 1");
constexpr auto kUnprinted = select(
    "WHERE print_state <> 'printed' AND voided = 0 AND issued_ms >= ?1 ORDER BY issued_ms DESC");
// The days are the key's first part, so the newest day is read alone.
constexpr auto kLatest = select("ORDER BY day DESC, issued_ms DESC LIMIT ?1");

}  // namespace

constinit const std::string_view kDeviceTicketById = kById.data();
constinit const std::string_view kDeviceTicketByLabel = kByLabel.data();
constinit const std::string_view kDeviceTicketByBooking = kByBooking.data();
constinit const std::string_view kDeviceTicketsUnprinted = kUnprinted.data();
constinit const std::string_view kLatestDeviceTickets = kLatest.data();

Status insert_device_ticket(Database& database, const DeviceTicket& ticket) {
  using Count = std::optional<std::int64_t>;
  const auto& promise = ticket.promise;
  return database.run(kInsert, ticket.id.bytes(), to_column(ticket.day), ticket.label.series,
                      ticket.label.number, to_column(ticket.service), to_column(ticket.language),
                      to_column(ticket.issued_at), promise ? Count(promise->low.count()) : Count(),
                      promise ? Count(promise->high.count()) : Count(),
                      promise ? Count(promise->limit.count()) : Count(),
                      promise ? Count(to_column(promise->made_at)) : Count(), ticket.offline,
                      domain::to_string(ticket.print_state), ticket.copies, ticket.voided,
                      ticket.booking.empty() ? std::nullopt : std::optional(ticket.booking),
                      to_column(ticket.appointment));
}

DeviceTicket take_device_ticket(Row& row) {
  DeviceTicket ticket;
  ticket.id = take_ticket_id(row);
  ticket.day = take_day(row);
  ticket.label.series = row.take<std::string>();
  ticket.label.number = row.take<std::int32_t>();
  ticket.service = take_name<domain::ServiceId>(row);
  ticket.language = take_name<domain::LanguageTag>(row);
  ticket.issued_at = take_instant(row);
  const auto low = row.take<std::optional<std::int64_t>>();
  const auto high = row.take<std::optional<std::int64_t>>();
  const auto limit = row.take<std::optional<std::int64_t>>();
  const auto made_at = take_maybe_instant(row);
  if (low && high && limit && made_at) {
    ticket.promise = {domain::Seconds(*low), domain::Seconds(*high), domain::Seconds(*limit),
                      *made_at};
  }
  ticket.offline = row.take<bool>();
  // The table allows no other word than those that are parsed.
  ticket.print_state =
      domain::parse_print_state(row.take<std::string>()).value_or(domain::PrintState::kUnknown);
  ticket.copies = row.take<std::int32_t>();
  ticket.voided = row.take<bool>();
  ticket.booking = row.take<std::optional<std::string>>().value_or("");
  ticket.appointment = take_maybe_instant(row);
  return ticket;
}

}  // namespace navbat::store::sqlite
