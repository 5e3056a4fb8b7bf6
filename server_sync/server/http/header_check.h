#pragma once

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>
#include <optional>

#include "server_sync/server/http/beast.h"
#include "server_sync/server/http/http_types.h"
#include "server_sync/server/http/problem.h"
#include "server_sync/server/limits.h"

namespace navbat::server::http {

using RequestHeader = bhttp::request_header<bhttp::fields>;

/// What Beast's parser lets through and we do not: no Host, several Content-Lengths, a
/// Transfer-Encoding other than chunked, an expectation other than 100-continue, too many fields, a
/// target too long, a method that HTTP knows and we do not.
[[nodiscard]] std::optional<Problem> check_header(const RequestHeader& header,
                                                  const HttpLimits& limits);

/// The problem of a parse error. `has_target` tells whether the request line was complete.
[[nodiscard]] Problem parse_problem(ErrorCode error, bool has_target);

[[nodiscard]] Method method_of(const RequestHeader& header);
[[nodiscard]] Headers headers_of(const RequestHeader& header);

}  // namespace navbat::server::http
