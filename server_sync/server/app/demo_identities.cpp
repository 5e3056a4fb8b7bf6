#include "server_sync/server/app/demo_identities.h"

#include <map>

namespace navbat::server {

void admit_demo_tokens(const ServerConfig& config, Authenticator& authenticator) {
  for (const DemoDevice& device : config.demo_devices) {
    authenticator.add_fixed(device.token,
                            {.id = device.node ? device.node->value() : device.token,
                             .role = device.kind == "kiosk" ? Role::kKiosk : Role::kBoard,
                             .branch = config.branch.id,
                             .counter = std::nullopt,
                             .node = device.node,
                             .session = std::nullopt});
  }
  for (const DemoUser& user : config.demo_users) {
    authenticator.add_fixed(user.token, {.id = user.login,
                                         .role = parse_role(user.role).value_or(Role::kTeller),
                                         .branch = config.branch.id,
                                         .counter = user.counter,
                                         .node = std::nullopt,
                                         .session = std::nullopt});
  }
}

std::vector<store::User> demo_users(const ServerConfig& config, const system::PasswordCost& cost) {
  // One hash for each different password: they are public, and hashing is slow on purpose.
  std::map<std::string, std::string> hashes;
  std::vector<store::User> users;
  for (const DemoUser& user : config.demo_users) {
    std::string& hash = hashes[user.password];
    if (hash.empty()) hash = system::hash_password(user.password, cost);
    users.push_back({.id = 0,
                     .branch = config.branch.id,
                     .login = user.login,
                     .name = user.name,
                     .role = user.role,
                     .counter = user.counter,
                     .password = hash,
                     .blocked_at = std::nullopt});
  }
  return users;
}

store::Status save_users(store::IdentityStore& identities, store::Transaction& transaction,
                         const std::vector<store::User>& users) {
  for (store::User user : users) {
    const auto known = identities.find_user(transaction, user.branch, user.login);
    if (!known) return tl::unexpected(known.error());
    if (*known) {
      user.id = (*known)->id;
      if (auto updated = identities.update_user(transaction, user); !updated) return updated;
    } else if (auto added = identities.add_user(transaction, user); !added) {
      return tl::unexpected(added.error());
    }
  }
  return {};
}

}  // namespace navbat::server
