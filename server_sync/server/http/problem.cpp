#include "server_sync/server/http/problem.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <utility>

namespace navbat::server::http {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 27> kReasons{
    {{100, "Continue"},
     {200, "OK"},
     {201, "Created"},
     {202, "Accepted"},
     {204, "No Content"},
     {301, "Moved Permanently"},
     {302, "Found"},
     {303, "See Other"},
     {304, "Not Modified"},
     {400, "Bad Request"},
     {401, "Unauthorized"},
     {403, "Forbidden"},
     {404, "Not Found"},
     {405, "Method Not Allowed"},
     {406, "Not Acceptable"},
     {408, "Request Timeout"},
     {409, "Conflict"},
     {413, "Content Too Large"},
     {414, "URI Too Long"},
     {415, "Unsupported Media Type"},
     {417, "Expectation Failed"},
     {422, "Unprocessable Content"},
     {429, "Too Many Requests"},
     {431, "Request Header Fields Too Large"},
     {500, "Internal Server Error"},
     {501, "Not Implemented"},
     {503, "Service Unavailable"}}};

}  // namespace

std::string_view reason_phrase(int status) {
  const auto* found = std::find_if(kReasons.begin(), kReasons.end(),
                                   [status](const auto& reason) { return reason.first == status; });
  return found == kReasons.end() ? std::string_view("Unknown") : found->second;
}

boost::json::object problem_json(const Problem& problem) {
  boost::json::object json;
  json["type"] = problem.kind.empty() ? "about:blank" : "urn:navbat:problem:" + problem.kind;
  json["title"] = reason_phrase(problem.status);
  json["status"] = problem.status;
  if (!problem.detail.empty()) json["detail"] = problem.detail;
  if (!problem.expected.empty()) json["expected"] = problem.expected;
  // insert() leaves a member that is already there alone.
  for (const auto& [key, value] : problem.more) json.insert({{key, value}});
  return json;
}

Response problem_response(const Problem& problem, std::string_view instance) {
  boost::json::object json = problem_json(problem);
  if (!instance.empty()) json["instance"] = "urn:navbat:request:" + std::string(instance);
  return text_response(problem.status, "application/problem+json", boost::json::serialize(json));
}

}  // namespace navbat::server::http
