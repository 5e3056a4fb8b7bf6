#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "domain/business_day.h"
#include "domain/time.h"
#include "server_sync/client/branch_directory.h"
#include "server_sync/client/server_clock.h"
#include "server_sync/client/shared_store.h"

namespace navbat::client {

// What an earlier run remembered of the server's clock.
[[nodiscard]] ClockMemory load_clock_memory(SharedStore& store);

// The device's small regular duties, done by the uploader's thread between batches: the branch's
// names refreshed, the true time remembered, old tickets forgotten.
class Housekeeping {
 public:
  struct Hooks {
    std::function<void()> changed;  // the directory was refreshed
    std::function<void(const std::string&)> log;
  };

  Housekeeping(SharedStore& store, BranchDirectory& directory, const ServerClock& true_clock,
               const domain::Clock& device_clock, Hooks hooks);

  // `answered`: the server was heard just now, so asking it for more makes sense.
  void run(bool answered, const std::stop_token& stop);

  // Asks for the directory in the next run() that finds the server; any thread.
  void refresh_directory() { directory_wanted_ = true; }

 private:
  void keep_directory(const std::stop_token& stop);
  void keep_time();
  void forget_old();

  SharedStore& store_;
  BranchDirectory& directory_;
  const ServerClock& true_clock_;
  const domain::Clock& device_clock_;
  const Hooks hooks_;
  std::atomic<bool> directory_wanted_ = true;
  std::optional<domain::Timestamp> directory_at_;  // device time
  std::optional<domain::Timestamp> time_kept_at_;
  bool kept_synchronised_ = false;
  std::optional<domain::BusinessDay> forgotten_on_;
};

}  // namespace navbat::client
