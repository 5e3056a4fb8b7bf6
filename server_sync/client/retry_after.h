#pragma once

#include <chrono>
#include <optional>

#include "server_sync/client/http_transport.h"

namespace navbat::client {

// How long the server asks not to be asked again: Retry-After in seconds. The form with a date is
// not read, as it would need both clocks to agree; nothing then.
[[nodiscard]] std::optional<std::chrono::milliseconds> retry_after(const HttpResponse& response);

}  // namespace navbat::client
