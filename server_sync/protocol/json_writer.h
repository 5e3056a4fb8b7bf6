#pragma once
// The few JSON values that every message writes the same way.

#include <optional>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include "domain/ids.h"
#include "domain/promise.h"
#include "domain/time.h"

namespace navbat::protocol {

// Nothing is written as null.
[[nodiscard]] boost::json::value to_json(const std::optional<domain::Timestamp>& time);
[[nodiscard]] boost::json::value to_json(const std::optional<std::string>& text);
template <typename Tag>
[[nodiscard]] boost::json::value to_json(const std::optional<domain::Name<Tag>>& name) {
  if (!name || name->empty()) return nullptr;
  return boost::json::value(name->value());
}

// boost::json::string from a view, spelled shortly.
[[nodiscard]] boost::json::value text(std::string_view value);

}  // namespace navbat::protocol
