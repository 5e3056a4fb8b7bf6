#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "server_sync/server/http/http_types.h"

namespace navbat::server::http {

/// One error for a client, as RFC 9457 (application/problem+json) has it.
struct Problem {
  int status = 500;
  /// Which kind, e.g. "wrong-state"; becomes type "urn:navbat:problem:wrong-state". Empty: the
  /// status says it all ("about:blank").
  std::string kind{};
  /// What happened, in one sentence for the person who reads the log or the screen.
  std::string detail{};
  /// What would have been right, e.g. "language: one of uz, uz-Cyrl, az, tr, pl, ru, en".
  std::string expected{};
  /// More members, e.g. {"state": "serving"}; they cannot replace the standard ones.
  boost::json::object more{};
};

/// The JSON object of a problem; the title is the status's reason phrase.
[[nodiscard]] boost::json::object problem_json(const Problem& problem);

/// The whole answer. `instance` (a request id) becomes "urn:navbat:request:…" unless it is empty.
[[nodiscard]] Response problem_response(const Problem& problem, std::string_view instance = {});

/// The reason phrase of a status, e.g. "Not Found"; "Unknown" for a number without one.
[[nodiscard]] std::string_view reason_phrase(int status);

}  // namespace navbat::server::http
