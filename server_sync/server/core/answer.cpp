#include "server_sync/server/core/answer.h"

#include <boost/json/serialize.hpp>

namespace navbat::server {
namespace {

using domain::RejectionCode;

int status_of(RejectionCode code) {
  switch (code) {
    case RejectionCode::kUnknownTicket:
    case RejectionCode::kUnknownCounter:
      return 404;
    case RejectionCode::kUnknownService:
    case RejectionCode::kInvalidValue:
      return 422;
    case RejectionCode::kNotYourTicket:
      return 403;
    case RejectionCode::kTicketIdTaken:
    case RejectionCode::kWrongState:
    case RejectionCode::kCounterBusy:
    case RejectionCode::kCounterNotOpen:
      return 409;
  }
  return 500;
}

const char* kind_of(RejectionCode code) {
  switch (code) {
    case RejectionCode::kUnknownService:
      return "unknown-service";
    case RejectionCode::kUnknownCounter:
      return "unknown-counter";
    case RejectionCode::kUnknownTicket:
      return "unknown-ticket";
    case RejectionCode::kTicketIdTaken:
      return "ticket-id-taken";
    case RejectionCode::kWrongState:
      return "wrong-state";
    case RejectionCode::kCounterBusy:
      return "counter-busy";
    case RejectionCode::kCounterNotOpen:
      return "counter-not-open";
    case RejectionCode::kNotYourTicket:
      return "not-your-ticket";
    case RejectionCode::kInvalidValue:
      return "invalid-value";
  }
  return "";
}

}  // namespace

Answer to_answer(const http::Problem& problem) {
  return {problem.status, boost::json::serialize(http::problem_json(problem))};
}

Answer to_answer(const domain::Rejection& rejection) {
  http::Problem problem;
  problem.status = status_of(rejection.code);
  problem.kind = kind_of(rejection.code);
  problem.detail = rejection.detail;
  problem.expected = rejection.expected;
  if (rejection.state) {
    const std::string_view state = to_string(*rejection.state);
    problem.more["state"] = boost::json::string(state);
  }
  if (rejection.ticket) problem.more["ticket"] = rejection.ticket->to_string();
  return to_answer(problem);
}

}  // namespace navbat::server
