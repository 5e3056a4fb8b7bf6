#pragma once

#include <string>

#include "domain/ids.h"
#include "server_sync/client/http_transport.h"
#include "server_sync/protocol/version.h"

namespace navbat::client {

// "/api/v1/branches/demo"; private to this module.
[[nodiscard]] inline std::string branch_path(const domain::BranchId& branch) {
  return protocol::kBasePath + ("/branches/" + percent_encode(branch.value()));
}

}  // namespace navbat::client
