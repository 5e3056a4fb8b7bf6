// A ticket as a row of the table tickets, and back.
#pragma once

#include <vector>

#include "domain/wait_statistics.h"
#include "server_sync/store/branch_store.h"
#include "server_sync/store/sqlite/database.h"

namespace navbat::store::sqlite {

/// Updates the row of this id under this label, or inserts it; under another label than before, it
/// moves (paper wins).
[[nodiscard]] Status write_ticket(Database& database, const domain::BranchId& branch,
                                  const domain::Ticket& ticket);

[[nodiscard]] Result<std::optional<StoredTicket>> read_ticket(Database& database,
                                                              const domain::TicketId& ticket);

/// See BranchStore::tickets_of.
[[nodiscard]] Result<std::vector<domain::Ticket>> read_tickets_of(
    Database& database, const domain::BranchId& branch, const domain::NodeId& origin,
    const domain::BusinessDay& first, domain::Timestamp since, std::size_t limit);

/// By issue; ties by day, series and number. See BranchStore::visits.
[[nodiscard]] Result<std::vector<domain::Visit>> read_visits(Database& database,
                                                             const domain::BranchId& branch,
                                                             const domain::BusinessDay& first,
                                                             const domain::BusinessDay& last);

}  // namespace navbat::store::sqlite
