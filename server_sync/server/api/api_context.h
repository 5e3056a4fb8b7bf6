#pragma once
// What the handlers work with. Made by the composition root; outlives the router.

#include <atomic>
#include <functional>
#include <memory>

#include "domain/time.h"
#include "server_sync/protocol/branch_info.h"
#include "server_sync/server/core/branch_host.h"
#include "server_sync/server/core/device_health.h"
#include "server_sync/server/http/event_stream.h"
#include "server_sync/server/identity/attempt_limit.h"
#include "server_sync/server/identity/authenticator.h"
#include "server_sync/server/identity/secrets.h"
#include "server_sync/server/identity/task_runner.h"
#include "server_sync/server/limits.h"
#include "server_sync/store/branch_store.h"
#include "server_sync/store/identity_store.h"
#include "system/password_hash.h"

namespace prometheus {
class Registry;
}

namespace navbat::server {

struct ApiContext {
  const protocol::BranchInfo& info;
  BranchHost& host;
  store::BranchStore& branch_store;
  store::IdentityStore& identities;
  DeviceHealth& devices;
  OpenView open_view;
  const domain::Clock& clock;
  FillRandom random;
  Authenticator& authenticator;
  AttemptLimit& login_tries;
  AttemptLimit& address_tries;
  TaskRunner& passwords;
  TaskRunner& reports;
  std::shared_ptr<http::EventChannel> channel;
  std::shared_ptr<prometheus::Registry> registry;
  const std::atomic<bool>& ready;
  IdentityLimits identity_limits;
  ApiLimits limits;
  // Of nobody's password: what an unknown login is checked against, so that it takes as long.
  std::string decoy_password;
};

}  // namespace navbat::server
