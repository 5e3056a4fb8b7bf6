#pragma once
// Appointments: made and given up by staff, listed for kiosks. A ticket that uses one is issued by
// issue_command.

#include <vector>

#include "server_sync/protocol/appointments.h"
#include "server_sync/server/core/branch_service.h"
#include "server_sync/store/identity_store.h"

namespace navbat::server {

// 201 with the appointment, 200 when it was booked before. Without a code of its own it gets the
// first of `codes` that is free. Who did it is written into the audit.
[[nodiscard]] Command book_command(store::IdentityStore& audit, protocol::NewAppointment wish,
                                   std::vector<domain::BookingCode> codes);
// 200 with the cancelled appointment, also when it was cancelled before.
[[nodiscard]] Command cancel_booking_command(store::IdentityStore& audit, domain::BookingCode code);
// A business day's appointments, by their time.
[[nodiscard]] Command appointments_query(domain::BusinessDay day);

}  // namespace navbat::server
