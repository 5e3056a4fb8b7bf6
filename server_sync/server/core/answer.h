#pragma once
// What a command is answered with: stored with its idempotency key, so that the same command gets
// it again for good.

#include <string>

#include "domain/rejection.h"
#include "server_sync/server/http/problem.h"

namespace navbat::server {

struct Answer {
  int status = 200;
  std::string body;  // JSON; of a status from 400 on application/problem+json. Empty with 204.
};

[[nodiscard]] Answer to_answer(const http::Problem& problem);
// 404 for what does not exist, 409 for a state that does not allow it, 422 for a bad value.
[[nodiscard]] Answer to_answer(const domain::Rejection& rejection);

}  // namespace navbat::server
