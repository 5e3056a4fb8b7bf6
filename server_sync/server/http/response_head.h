#pragma once

#include <string>
#include <string_view>

#include "server_sync/server/http/http_types.h"

namespace navbat::server::http {

/// Status line and header fields, with the empty line that ends them. Adds Content-Length (unless
/// the status has no body), Date, X-Request-Id, nosniff, `Cache-Control: no-store` unless one is
/// set, and `Connection: close` when it is the last answer. Line breaks in values become spaces.
[[nodiscard]] std::string response_head(const Response& response, bool keep_alive,
                                        std::string_view date, std::string_view request_id);

/// 1xx, 204 and 304 have none.
[[nodiscard]] bool status_has_body(int status);

}  // namespace navbat::server::http
