#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/time.h"
#include "server_sync/client/http_transport.h"
#include "server_sync/client/shared_store.h"

namespace navbat::client {

// Takes back tickets that were never promised to anybody.
//
// A kiosk that dies between the server's answer and its own commit leaves a ticket in the queue
// that nobody holds. At the first contact of a run the kiosk therefore asks which tickets the
// server has from it, and cancels, as "not_printed", those that it does not know. What it knows it
// never touches, printed or not.
//
// Which tickets may be judged: only those issued shortly after the last sign of life in the
// device's own file, because the last run can have lost no others. So a file that is new, or that
// was restored from an old copy, takes nothing back: the tickets that it lacks were given on paper.
// Of them only those that wait or are called; one that is served has its customer there.
//
// Functions are thread-safe; run() is for one thread. All that is passed in outlives it.
class Reconciler {
 public:
  struct Hooks {
    // Returns when no ticket is under way any more that the server may have numbered already.
    std::function<void()> settle;
    std::function<void(const std::string&)> log;  // one English line
  };

  // `last_life`: the latest time, true time, that the device's file knew when it was opened;
  // nothing for a new file.
  Reconciler(HttpTransport& transport, SharedStore& store, domain::BranchId branch,
             domain::NodeId node, std::optional<domain::Timestamp> last_life, Hooks hooks);

  // The server may have this ticket, and nobody will get it. In the next run() it is taken back.
  void abandon(const domain::TicketId& ticket);

  // Something is left to do.
  [[nodiscard]] bool is_wanted() const;

  // Does it, as far as the server answers; the rest stays wanted.
  void run(const std::stop_token& stop);

 private:
  [[nodiscard]] bool look_back(const std::stop_token& stop);
  // True when the server has decided.
  [[nodiscard]] bool take_back(const domain::TicketId& ticket, const std::stop_token& stop);

  HttpTransport& transport_;
  SharedStore& store_;
  const domain::BranchId branch_;
  const domain::NodeId node_;
  const std::optional<domain::Timestamp> last_life_;
  const Hooks hooks_;
  mutable std::mutex mutex_;
  bool looked_back_;
  std::vector<domain::TicketId> orphans_;  // to be taken back
};

// The latest time that the device's file knows of.
[[nodiscard]] std::optional<domain::Timestamp> last_sign_of_life(
    SharedStore& store, const std::optional<domain::Timestamp>& clock_memory);

}  // namespace navbat::client
