#include "server_sync/server/http/response_head.h"

#include "server_sync/server/http/problem.h"

namespace navbat::server::http {
namespace {

// A handler's value must not be able to begin a new header.
void append_value(std::string& head, std::string_view value) {
  for (const char c : value) head.push_back(c == '\r' || c == '\n' || c == '\0' ? ' ' : c);
}

void append_field(std::string& head, std::string_view name, std::string_view value) {
  head += name;
  head += ": ";
  append_value(head, value);
  head += "\r\n";
}

}  // namespace

bool status_has_body(int status) { return status >= 200 && status != 204 && status != 304; }

std::string response_head(const Response& response, bool keep_alive, std::string_view date,
                          std::string_view request_id) {
  std::string head;
  head.reserve(512);
  head += "HTTP/1.1 ";
  head += std::to_string(response.status);
  head += ' ';
  head += reason_phrase(response.status);
  head += "\r\n";
  for (const auto& [name, value] : response.headers.fields()) append_field(head, name, value);
  if (status_has_body(response.status)) {
    append_field(head, "Content-Length", std::to_string(response.body_text().size()));
  }
  if (!response.headers.find("Cache-Control")) append_field(head, "Cache-Control", "no-store");
  append_field(head, "X-Content-Type-Options", "nosniff");
  append_field(head, "Date", date);
  if (!request_id.empty()) append_field(head, "X-Request-Id", request_id);
  if (!keep_alive) append_field(head, "Connection", "close");
  head += "\r\n";
  return head;
}

}  // namespace navbat::server::http
