#pragma once
// Devices as they are told to staff, and what the server records of them by itself.

#include "server_sync/server/core/branch_service.h"
#include "server_sync/server/core/device_health.h"
#include "server_sync/store/identity_store.h"

namespace navbat::server {

// Takes in what is known at the start: the devices that were let in, and the open day's events.
[[nodiscard]] store::Status load_devices(DeviceHealth& health, store::IdentityStore& identities,
                                         store::BranchStore& branches, store::ReadView& view,
                                         const domain::BranchId& branch);

// 200 with all devices that were let in or heard of, by node; revoked ones are left out.
[[nodiscard]] Command devices_query(const DeviceHealth& health, store::IdentityStore& identities,
                                    domain::Timestamp at);

// Records who fell silent or came back. `at` is by the clock that notes contacts.
[[nodiscard]] Command watch_devices_command(const DeviceHealth& health, domain::Timestamp at);

}  // namespace navbat::server
