#pragma once
// Who may use which route: one table, checked on every request before its handler runs.

#include <cstdint>
#include <span>
#include <string_view>

#include "server_sync/server/http/http_types.h"
#include "server_sync/server/identity/principal.h"

namespace navbat::server {

struct AccessRule {
  http::Method method;
  std::string_view pattern;  // Below /api/v1.
  std::uint8_t roles = 0;    // Bits of those who may; with is_public nobody is asked.
  bool is_public = false;
  bool session_only = false;  // For people with a cookie; a bearer token is not enough.
};

[[nodiscard]] constexpr std::uint8_t bit(Role role) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(role));
}

[[nodiscard]] constexpr bool allows(const AccessRule& rule, Role role) {
  return (rule.roles & bit(role)) != 0;
}

[[nodiscard]] std::span<const AccessRule> access_table();

// Null when the table has no such route: a bug, and the route is not served.
[[nodiscard]] const AccessRule* find_rule(http::Method method, std::string_view pattern);

}  // namespace navbat::server
