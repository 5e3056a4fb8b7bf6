#pragma once
// What a kiosk's menu shows beside the services themselves: groups of services, and ways without
// waiting.

#include "server_sync/protocol/branch_info.h"

namespace navbat::system {
class ConfigReader;
}

namespace navbat::server {

// Reads [[groups]] and [[alternatives]] and the services' `group` into `info`, whose services are
// there already. Fails for a group inside itself, an unknown one, one without services, and an
// alternative that could not be shown.
void read_menu(system::ConfigReader& in, protocol::BranchInfo& info);

}  // namespace navbat::server
