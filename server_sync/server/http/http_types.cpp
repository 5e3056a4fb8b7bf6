#include "server_sync/server/http/http_types.h"

#include <algorithm>

#include "server_sync/server/http/text.h"

namespace navbat::server::http {

std::string_view to_string(Method method) {
  switch (method) {
    case Method::kGet:
      return "GET";
    case Method::kHead:
      return "HEAD";
    case Method::kPost:
      return "POST";
    case Method::kPut:
      return "PUT";
    case Method::kPatch:
      return "PATCH";
    case Method::kDelete:
      return "DELETE";
    case Method::kOptions:
      return "OPTIONS";
    case Method::kOther:
      break;
  }
  return "OTHER";
}

void Headers::set(std::string_view name, std::string value) {
  std::erase_if(fields_,
                [name](const Field& field) { return equal_ignoring_case(field.first, name); });
  fields_.emplace_back(std::string(name), std::move(value));
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
  for (const Field& field : fields_) {
    if (equal_ignoring_case(field.first, name)) return field.second;
  }
  return std::nullopt;
}

std::size_t Headers::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(fields_.begin(), fields_.end(),
                    [name](const Field& field) { return equal_ignoring_case(field.first, name); }));
}

std::optional<std::string_view> Parameters::find(std::string_view name) const {
  for (const auto& [key, value] : items_) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::string_view Parameters::at(std::string_view name) const {
  return find(name).value_or(std::string_view{});
}

const std::string& Response::body_text() const {
  if (const auto* text = std::get_if<std::string>(&body)) return *text;
  static const std::string kEmpty;
  const auto& shared = std::get<std::shared_ptr<const std::string>>(body);
  return shared ? *shared : kEmpty;
}

Response text_response(int status, std::string_view content_type, std::string body) {
  Response response;
  response.status = status;
  response.headers.add("Content-Type", std::string(content_type));
  response.body = std::move(body);
  return response;
}

Response empty_response(int status) {
  Response response;
  response.status = status;
  return response;
}

}  // namespace navbat::server::http
