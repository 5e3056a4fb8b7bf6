#include "server_sync/store/sqlite/appointment_rows.h"

#include "server_sync/store/sqlite/columns.h"

namespace navbat::store::sqlite {
namespace {

constexpr std::string_view kSave = R"sql(
INSERT INTO appointments(branch, code, service, at_ms, state, ticket)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT(branch, code) DO UPDATE SET
  service = excluded.service, at_ms = excluded.at_ms, state = excluded.state,
  ticket = excluded.ticket)sql";

constexpr std::string_view kFind =
    "SELECT code, service, at_ms, state, ticket FROM appointments WHERE branch = ?1 AND code = ?2";

constexpr std::string_view kBetween = R"sql(
SELECT code, service, at_ms, state, ticket FROM appointments
WHERE branch = ?1 AND at_ms >= ?2 AND at_ms < ?3 ORDER BY at_ms, code LIMIT ?4)sql";

domain::Appointment take_appointment(Row& row) {
  domain::Appointment appointment;
  appointment.code = take_name<domain::BookingCode>(row);
  appointment.service = take_name<domain::ServiceId>(row);
  appointment.at = take_instant(row);
  // CHECK keeps other texts out.
  appointment.state = domain::parse_appointment_state(row.take<std::string_view>())
                          .value_or(domain::AppointmentState::kBooked);
  if (const auto ticket = row.take<std::optional<domain::TicketId::Bytes>>()) {
    appointment.ticket = domain::TicketId(*ticket);
  }
  return appointment;
}

}  // namespace

Status write_appointment(Database& database, const domain::BranchId& branch,
                         const domain::Appointment& appointment) {
  const auto ticket =
      appointment.ticket ? std::optional(appointment.ticket->bytes()) : std::nullopt;
  return database.run(kSave, to_column(branch), to_column(appointment.code),
                      to_column(appointment.service), to_column(appointment.at),
                      domain::to_string(appointment.state), ticket);
}

Result<std::optional<domain::Appointment>> read_appointment(Database& database,
                                                            const domain::BranchId& branch,
                                                            const domain::BookingCode& code) {
  return database.one_row(kFind, take_appointment, to_column(branch), to_column(code));
}

Result<std::vector<domain::Appointment>> read_appointments(Database& database,
                                                           const domain::BranchId& branch,
                                                           domain::Timestamp from,
                                                           domain::Timestamp to,
                                                           std::size_t limit) {
  std::vector<domain::Appointment> found;
  const Status read = database.each_row(
      kBetween, [&](Row& row) { found.push_back(take_appointment(row)); }, to_column(branch),
      to_column(from), to_column(to), limit);
  if (!read) return tl::unexpected(read.error());
  return found;
}

}  // namespace navbat::store::sqlite
