#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "domain/business_day.h"
#include "domain/time.h"
#include "server_sync/client/booking_list.h"
#include "server_sync/client/branch_directory.h"
#include "server_sync/client/reconciler.h"
#include "server_sync/client/server_clock.h"
#include "server_sync/client/shared_store.h"
#include "server_sync/client/usual_wait_cache.h"

namespace navbat::client {

// What an earlier run remembered of the server's clock.
[[nodiscard]] ClockMemory load_clock_memory(SharedStore& store);

// The device's small regular duties, done by the uploader's thread between batches: what is kept of
// the server refreshed, tickets that nobody got taken back, the true time remembered, old tickets
// forgotten.
class Housekeeping {
 public:
  struct Parts {
    SharedStore& store;
    BranchDirectory& directory;
    BookingList& bookings;
    UsualWaitCache& usual_waits;
    Reconciler& reconciler;
    const ServerClock& true_clock;
    const domain::Clock& device_clock;
  };
  struct Hooks {
    std::function<void()> changed;  // the directory or a list was refreshed
    std::function<void(const std::string&)> log;
  };

  Housekeeping(Parts parts, Hooks hooks) : parts_(parts), hooks_(std::move(hooks)) {}

  // `answered`: the server was heard just now, so asking it for more makes sense.
  void run(bool answered, const std::stop_token& stop);

  // Asks for the directory in the next run() that finds the server; any thread.
  void refresh_directory() { directory_wanted_ = true; }
  // The same for the appointments.
  void refresh_bookings() { bookings_.wanted = true; }

 private:
  // A list that is fetched when it is wanted, old, or of another day.
  struct List {
    std::atomic<bool> wanted = true;
    std::optional<domain::Timestamp> asked_at;  // device time, of a usable answer or a refusal
    std::optional<domain::Timestamp> failed_at;
    std::optional<domain::BusinessDay> day;
  };

  void keep_directory(const std::stop_token& stop);
  void keep_lists(const std::stop_token& stop);
  template <typename Refresh>
  void keep_list(List& list, const domain::BusinessDay& today, const std::stop_token& stop,
                 Refresh refresh);
  void keep_time();
  void forget_old();

  const Parts parts_;
  const Hooks hooks_;
  std::atomic<bool> directory_wanted_ = true;
  std::optional<domain::Timestamp> directory_at_;  // device time
  List bookings_;
  List usual_waits_;
  std::optional<domain::Timestamp> time_kept_at_;
  bool kept_synchronised_ = false;
  std::optional<domain::BusinessDay> forgotten_on_;
};

}  // namespace navbat::client
