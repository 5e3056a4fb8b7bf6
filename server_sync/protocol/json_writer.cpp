#include "server_sync/protocol/json_writer.h"

namespace navbat::protocol {

namespace json = boost::json;

json::value to_json(const std::optional<domain::Timestamp>& time) {
  if (!time) return nullptr;
  return text(domain::to_rfc3339(*time));
}

json::value to_json(const std::optional<std::string>& value) {
  if (!value) return nullptr;
  return text(*value);
}

json::value text(std::string_view value) { return json::value(json::string(value)); }

}  // namespace navbat::protocol
