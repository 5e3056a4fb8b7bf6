// An appointment as a row of the table appointments, and back.
#pragma once

#include <vector>

#include "server_sync/store/branch_store.h"
#include "server_sync/store/sqlite/database.h"

namespace navbat::store::sqlite {

[[nodiscard]] Status write_appointment(Database& database, const domain::BranchId& branch,
                                       const domain::Appointment& appointment);

[[nodiscard]] Result<std::optional<domain::Appointment>> read_appointment(
    Database& database, const domain::BranchId& branch, const domain::BookingCode& code);

/// See BranchStore::appointments.
[[nodiscard]] Result<std::vector<domain::Appointment>> read_appointments(
    Database& database, const domain::BranchId& branch, domain::Timestamp from,
    domain::Timestamp to, std::size_t limit);

}  // namespace navbat::store::sqlite
