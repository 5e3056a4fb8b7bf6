#pragma once
// Somebody who was recognised, and what they may be in this branch.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.h"
#include "server_sync/store/identity_store.h"

namespace navbat::server {

enum class Role : std::uint8_t { kKiosk, kBoard, kTeller, kManager, kAdmin };
inline constexpr Role kRoles[] = {Role::kKiosk, Role::kBoard, Role::kTeller, Role::kManager,
                                  Role::kAdmin};

[[nodiscard]] std::string_view to_string(Role role);
[[nodiscard]] std::optional<Role> parse_role(std::string_view text);

struct Principal {
  // A signed-in person's session; devices and programs have none.
  struct Session {
    store::SecretHash token{};
    std::string csrf;  // What unsafe requests must repeat.
  };

  std::string id;  // The login or the device's node: into events, log and audit.
  Role role = Role::kBoard;
  domain::BranchId branch;
  std::optional<domain::CounterId> counter;  // A teller's.
  std::optional<domain::NodeId> node;        // A device's; without it it may speak for any.
  std::optional<Session> session;

  [[nodiscard]] bool is_device() const { return role == Role::kKiosk || role == Role::kBoard; }
  // Keeps the idempotency keys of people and devices apart, even of the same name.
  [[nodiscard]] std::string scope() const { return (is_device() ? "device:" : "user:") + id; }
};

}  // namespace navbat::server
