#pragma once
// Watches over a program where no systemd does: starts it, hears by the same protocol that it lives
// (see watchdog.h), ends it when it hangs, and starts it again when it hangs or dies.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "system/limits.h"

namespace navbat::system {

struct SupervisorSpec {
  std::vector<std::string> command;             // the program's path first
  std::function<void(const std::string&)> log;  // one line
  milliseconds hung_after = kHungAfter;
  milliseconds start_within = kStartWithin;
  milliseconds restart_after = kRestartAfter;
  milliseconds restart_after_at_most = kRestartAfterAtMost;
  milliseconds lived_long_enough = kLivedLongEnough;
  milliseconds stop_within = kStopWithin;
};

// Until SIGTERM or SIGINT, which it passes on, or until the program ends by itself with status 0
// (somebody asked it to leave), or with 2 before it ever lived (its configuration is wrong).
// Returns the program's status. The calling process must have no other thread yet. Throws
// std::system_error when it cannot even begin.
int supervise(const SupervisorSpec& spec);

// The same for this very program with its own arguments, less `option`, which asked for it.
int supervise_this_program(int argc, const char* const* argv, std::string_view option,
                           std::function<void(const std::string&)> log);

}  // namespace navbat::system
