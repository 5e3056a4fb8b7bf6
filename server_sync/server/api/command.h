#pragma once
// From a call to the writer and back.

#include <string>

#include <tl/expected.hpp>

#include "server_sync/server/api/gate.h"

namespace navbat::server {

// Hands the command to the writer with the caller's name and Idempotency-Key; answers when it is
// durable. A malformed key, or one of a cookie's requests that is not JSON, is refused.
void submit(ApiContext& context, Call call, Command command);
// The same for a read.
void query(ApiContext& context, Call call, Command command);

// What the writer answered, or 503 when storage failed: nothing was changed then.
[[nodiscard]] http::Response to_response(const store::Result<Answer>& result,
                                         std::string_view request_id);
[[nodiscard]] http::Problem storage_problem(const store::Error& error);

// 503: the reports' thread has more to do than it can.
[[nodiscard]] http::Response reports_busy(std::string_view request_id);

// The ticket of the route; 400 when it is no id.
[[nodiscard]] tl::expected<domain::TicketId, http::Problem> ticket_of(const http::Request& request);

// A reply inside functions that must be copyable. Answer through it once.
using SharedReply = std::shared_ptr<http::Reply>;
[[nodiscard]] inline SharedReply share(http::Reply reply) {
  return std::make_shared<http::Reply>(std::move(reply));
}

[[nodiscard]] http::Response json_response(int status, std::string body);

}  // namespace navbat::server
