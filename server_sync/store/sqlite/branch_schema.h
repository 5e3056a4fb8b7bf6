// The tables of a server's database, "branch.db", and how they came to be.
#pragma once

#include "server_sync/store/sqlite/database.h"

namespace navbat::store::sqlite {

inline constexpr const char* kBranchFileName = "branch.db";

[[nodiscard]] const Schema& branch_schema();

}  // namespace navbat::store::sqlite
