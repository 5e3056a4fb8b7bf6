#include "server_sync/server/identity/principal.h"

namespace navbat::server {

std::string_view to_string(Role role) {
  switch (role) {
    case Role::kKiosk:
      return "kiosk";
    case Role::kBoard:
      return "board";
    case Role::kTeller:
      return "teller";
    case Role::kManager:
      return "manager";
    case Role::kAdmin:
      break;
  }
  return "admin";
}

std::optional<Role> parse_role(std::string_view text) {
  for (const Role role : kRoles) {
    if (to_string(role) == text) return role;
  }
  return std::nullopt;
}

}  // namespace navbat::server
