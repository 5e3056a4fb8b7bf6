#pragma once
// From the wire to the plain values of branch_view.h. The error says what was expected.

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server_sync/client/branch_view.h"

namespace navbat::client {

[[nodiscard]] tl::expected<QueueSnapshot, std::string> decode_queue(std::string_view json);
[[nodiscard]] tl::expected<BranchInfo, std::string> decode_branch(std::string_view json);

// The version of a `reset`.
[[nodiscard]] tl::expected<std::int64_t, std::string> decode_reset(std::string_view json);

}  // namespace navbat::client
