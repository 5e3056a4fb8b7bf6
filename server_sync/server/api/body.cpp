#include "server_sync/server/api/body.h"

#include <algorithm>

#include "server_sync/server/http/text.h"

namespace navbat::server {

http::Problem bad_member(const protocol::DecodeError& error) {
  return bad_member(error.member, error.expected);
}

http::Problem bad_member(std::string_view member, std::string expected) {
  http::Problem problem;
  problem.status = 400;
  problem.kind = "invalid-request";
  problem.detail = member.empty() ? std::string{"The request's body is not right."}
                                  : "\"" + std::string{member} + "\" is not right.";
  problem.expected = std::move(expected);
  if (!member.empty()) problem.more["member"] = boost::json::string{member};
  return problem;
}

Body::Body(const http::Request& request) {
  if (http::trim(request.body).empty()) {
    json_ = boost::json::object{};
  } else if (auto parsed = protocol::parse_json(request.body)) {
    json_ = std::move(*parsed);
  } else {
    error_ = parsed.error();
    json_ = boost::json::object{};
  }
  reader_.emplace(json_, "", error_);
}

std::optional<http::Problem> Body::problem() const {
  if (!error_) return std::nullopt;
  return bad_member(*error_);
}

std::string short_text(protocol::ObjectReader& reader, std::string_view member, bool required) {
  std::string text = required ? reader.string(member) : reader.string_or_empty(member);
  const bool has_control =
      std::ranges::any_of(text, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; });
  if (has_control || (required && http::trim(text).empty())) {
    if (!reader.failed()) reader.fail(member, "a short text without control characters");
    return {};
  }
  return text;
}

bool says_json(const http::Request& request) {
  const auto type = request.headers.find("Content-Type").value_or("");
  return http::equal_ignoring_case(http::trim(type.substr(0, type.find(';'))), "application/json");
}

}  // namespace navbat::server
