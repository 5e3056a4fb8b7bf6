#include "server_sync/server/core/answer.h"

#include <boost/json/serialize.hpp>

#include "server_sync/protocol/problem_kinds.h"

namespace navbat::server {
namespace {

using domain::RejectionCode;

int status_of(RejectionCode code) {
  switch (code) {
    case RejectionCode::kUnknownTicket:
    case RejectionCode::kUnknownCounter:
    case RejectionCode::kUnknownBooking:
    case RejectionCode::kUnknownNotice:
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
    case RejectionCode::kServiceClosed:
    case RejectionCode::kQuotaReached:
    case RejectionCode::kTooEarly:
    case RejectionCode::kTooLate:
    case RejectionCode::kBookingUsed:
    case RejectionCode::kBookingCancelled:
    case RejectionCode::kBookingTaken:
    case RejectionCode::kNoticeIdTaken:
    case RejectionCode::kTooManyNotices:
      return 409;
  }
  return 500;
}

std::string_view kind_of(RejectionCode code) {
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
    case RejectionCode::kServiceClosed:
      return protocol::kServiceClosed;
    case RejectionCode::kQuotaReached:
      return protocol::kQuotaReached;
    case RejectionCode::kUnknownBooking:
      return protocol::kUnknownBooking;
    case RejectionCode::kTooEarly:
      return protocol::kTooEarly;
    case RejectionCode::kTooLate:
      return protocol::kTooLate;
    case RejectionCode::kBookingUsed:
      return protocol::kBookingUsed;
    case RejectionCode::kBookingCancelled:
      return protocol::kBookingCancelled;
    case RejectionCode::kBookingTaken:
      return protocol::kBookingTaken;
    case RejectionCode::kUnknownNotice:
      return "unknown-notice";
    case RejectionCode::kNoticeIdTaken:
      return "notice-id-taken";
    case RejectionCode::kTooManyNotices:
      return "too-many-notices";
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
  if (rejection.opens_at) problem.more["opens_at"] = domain::to_rfc3339(*rejection.opens_at);
  if (rejection.from) problem.more["from"] = domain::to_rfc3339(*rejection.from);
  if (rejection.at) problem.more["at"] = domain::to_rfc3339(*rejection.at);
  return to_answer(problem);
}

}  // namespace navbat::server
