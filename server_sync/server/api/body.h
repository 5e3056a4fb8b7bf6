#pragma once
// Strict reading of a request's JSON body: the first thing that is wrong becomes a problem that
// names the member and what was expected.

#include <optional>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include "server_sync/protocol/json_reader.h"
#include "server_sync/server/http/http_types.h"
#include "server_sync/server/http/problem.h"

namespace navbat::server {

// 400 with the member and what was expected.
[[nodiscard]] http::Problem bad_member(const protocol::DecodeError& error);
[[nodiscard]] http::Problem bad_member(std::string_view member, std::string expected);

// The body as one JSON object, for an ObjectReader. An empty body is {}: commands whose members are
// all optional may leave it out.
class Body {
 public:
  explicit Body(const http::Request& request);
  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;

  [[nodiscard]] protocol::ObjectReader& read() { return *reader_; }
  // After everything was read.
  [[nodiscard]] std::optional<http::Problem> problem() const;

 private:
  std::optional<protocol::DecodeError> error_;
  boost::json::value json_;
  std::optional<protocol::ObjectReader> reader_;
};

// A member of a person's words: at most 200 bytes, no control characters.
[[nodiscard]] std::string short_text(protocol::ObjectReader& reader, std::string_view member,
                                     bool required);

// Browsers can be made to post forms to other sites, but not JSON without asking first. So what is
// decided by a cookie, or sets one, must say that it is JSON.
[[nodiscard]] bool says_json(const http::Request& request);

}  // namespace navbat::server
