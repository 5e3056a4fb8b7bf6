#include "server_sync/server/http/reply.h"

#include <cassert>

#include "server_sync/server/http/problem.h"

namespace navbat::server::http {

Reply& Reply::operator=(Reply&& other) noexcept {
  if (this != &other) {
    Reply dropped(std::move(*this));
    target_ = std::move(other.target_);
    principal_ = std::move(other.principal_);
  }
  return *this;
}

Reply::~Reply() {
  if (target_) send(problem_response({.status = 500, .detail = "The request was not answered."}));
}

void Reply::send(Response response) {
  assert(target_ && "a reply is answered once");
  const auto target = std::move(target_);
  target->respond(std::move(response), std::move(principal_));
}

void Reply::stream(StreamStart start) {
  assert(target_ && "a reply is answered once");
  const auto target = std::move(target_);
  target->stream(std::move(start), std::move(principal_));
}

}  // namespace navbat::server::http
