#pragma once
// The demo's devices and people, whose secrets everybody knows.

#include <vector>

#include "server_sync/server/config/server_config.h"
#include "server_sync/server/identity/authenticator.h"
#include "system/password_hash.h"

namespace navbat::server {

// Lets the demo's tokens in; they are kept in memory only.
void admit_demo_tokens(const ServerConfig& config, Authenticator& authenticator);

// The demo's people as rows, each password hashed once.
[[nodiscard]] std::vector<store::User> demo_users(const ServerConfig& config,
                                                  const system::PasswordCost& cost);

// Adds them, or gives those that are there the configured password, role and counter.
[[nodiscard]] store::Status save_users(store::IdentityStore& identities,
                                       store::Transaction& transaction,
                                       const std::vector<store::User>& users);

}  // namespace navbat::server
